// What goes out, as the standard wants it: its own names, nothing empty, and whose each part is.
import type { Said } from "./package-records.reads.js";

/** A record as it goes out; its names are those of the standard. */
export type Told = Readonly<Record<string, unknown>>;

/** Without what is empty: null fits no field of the standard. */
export function told(fields: Record<string, unknown>): Told {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== "" &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** What a package said in single words; lists come whole only. */
export function words(said: Said | null): Told {
  return Object.fromEntries(
    Object.entries(said ?? {}).filter(([, value]) => !Array.isArray(value)),
  );
}

/** Rows that a package told with it, each knowing again whose it is. */
export function partsOf(
  said: Said | null,
  name: string,
  owner: Told = {},
): Told[] {
  const parts = said?.[name];
  if (!Array.isArray(parts)) return [];
  return parts.map((part: object) => ({ ...part, ...owner }));
}

/** An id for what belongs to two others, told from both. */
export function joined(one: string, other: string): string {
  const [a, b] = [one, other].map((id) =>
    Buffer.from(id.replaceAll("-", ""), "hex"),
  );
  const bytes = (a ?? Buffer.alloc(0)).map((byte, at) => byte ^ (b?.[at] ?? 0));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return Buffer.from(bytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
