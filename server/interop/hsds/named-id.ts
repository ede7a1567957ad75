// Ids that follow from a name, so that what is no row of ours has the same id each time it goes out (RFC 9562, version 5).
import { createHash } from "node:crypto";

/** The namespace of this product's vocabularies; it never changes. */
const NAMESPACE = Buffer.from("6f2d1c0a5b7e4d3c9a1842e0c7b35d19", "hex");

const VERSION = 0x50;
const VARIANT = 0x80;

export function namedId(name: string): string {
  const bytes = createHash("sha1")
    .update(NAMESPACE)
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | VERSION;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | VARIANT;
  return bytes
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function isId(text: string): boolean {
  return UUID.test(text);
}
