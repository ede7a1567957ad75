// A place in the log of a centre as its readers carry it: opaque, and the same on every process.
import { Refusal } from "../platform/graphql/problem.js";
import type { Head } from "./log.reads.js";

export interface Cursor {
  centreId: string;
  epoch: string;
  position: number;
}

const idBytes = 16;
const cursorBytes = 2 * idBytes + 8;

export function encodeCursor({ centreId, epoch, position }: Cursor): string {
  const bytes = Buffer.alloc(cursorBytes);
  bytes.write(centreId.replaceAll("-", ""), 0, "hex");
  bytes.write(epoch.replaceAll("-", ""), idBytes, "hex");
  bytes.writeBigUInt64BE(BigInt(position), 2 * idBytes);
  return bytes.toString("base64url");
}

/** @returns null for anything that no log gave out */
export function decodeCursor(text: string): Cursor | null {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== cursorBytes) return null;
  const position = bytes.readBigUInt64BE(2 * idBytes);
  if (position > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const cursor = {
    centreId: uuid(bytes.subarray(0, idBytes)),
    epoch: uuid(bytes.subarray(idBytes, 2 * idBytes)),
    position: Number(position),
  };
  // the decoder forgives what was never written, such as padding or a stray sign
  return encodeCursor(cursor) === text ? cursor : null;
}

/**
 * Where a reader of this log goes on.
 * @throws Refusal rather than ever skip an event
 */
export function positionIn(
  head: Head,
  centreId: string,
  after: string,
): number {
  const cursor = decodeCursor(after);
  if (
    !cursor ||
    cursor.centreId !== centreId ||
    cursor.epoch !== head.epoch ||
    cursor.position > head.position
  )
    throw cursorUnknown();
  if (cursor.position + 1 < head.oldest) throw cursorExpired();
  return cursor.position;
}

export function cursorUnknown(): Refusal {
  return new Refusal(
    "CURSOR_UNKNOWN",
    "The log never held this cursor. Load anew and start without one.",
  );
}

export function cursorExpired(): Refusal {
  return new Refusal(
    "CURSOR_EXPIRED",
    "The log no longer holds what followed this cursor. Load anew and start without one.",
  );
}

function uuid(bytes: Buffer): string {
  return bytes
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
