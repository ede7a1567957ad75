// The number of a referral and the code on its slip.
import { randomBytes } from "node:crypto";

import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";

/** Dense within a centre and year: SK/2026/00123. */
export async function nextNumber(work: Work): Promise<string> {
  const [number] = await nextNumbers(work, 1);
  if (!number) throw new Error("a referral has no number");
  return number;
}

/** So many, one after the other. */
export async function nextNumbers(work: Work, many: number): Promise<string[]> {
  const year = Number(localDate(work.now).slice(0, 4));
  const [counter] = await work.rows<{ last: number }>(
    `insert into referral_number (centre_id, year, last) values ($1, $2, $3)
     on conflict (centre_id, year) do update set last = referral_number.last + excluded.last
     returning last`,
    [work.centreId, year, many],
  );
  const first = (counter?.last ?? many) - many + 1;
  return Array.from(
    { length: many },
    (_, place) =>
      `SK/${String(year)}/${String(first + place).padStart(5, "0")}`,
  );
}

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

const CODE = new RegExp(`^[${LETTERS}]{8}$`);

/** Eight letters and digits that cannot be mistaken for each other; tells nothing. */
export function tokenCode(): string {
  return [...randomBytes(8)]
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join("");
}

/** As somebody types it, with blanks and in small letters; null where it can be none. */
export function codeIn(typed: string): string | null {
  const code = typed.replaceAll(/[\s-]/gu, "").toUpperCase();
  return CODE.test(code) ? code : null;
}
