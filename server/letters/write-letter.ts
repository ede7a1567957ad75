// Letters are written in the transaction of what they tell of, and go out after the commit.
import { randomUUID } from "node:crypto";

import type { Work } from "../events/index.js";
import type { Letter } from "./letter.js";

type NewLetter = Pick<Letter, "kind"> &
  Partial<
    Pick<
      Letter,
      | "accountId"
      | "contactPersonId"
      | "partnerId"
      | "subjectId"
      | "key"
      | "sendAt"
    >
  >;

/** Nothing is written where one of the same key still waits: it will tell of this as well. */
export function writeLetter(work: Work, given: NewLetter): Promise<void> {
  return writeLetters(work, [given]);
}

/** However many, in one statement. */
export async function writeLetters(
  work: Work,
  given: readonly NewLetter[],
): Promise<void> {
  if (given.length === 0) return;
  await work.inSystemsName(async () => {
    await work.rows(
      `insert into letter (centre_id, id, kind, account_id, contact_person_id, partner_id, subject_id, key,
                           send_at, written_at)
       select $1, id, kind, "accountId", "contactPersonId", "partnerId", "subjectId", key, coalesce("sendAt", $2), $2
       from jsonb_to_recordset($3::jsonb) as given(id uuid, kind text, "accountId" uuid, "contactPersonId" uuid,
         "partnerId" uuid, "subjectId" uuid, key text, "sendAt" timestamptz)
       on conflict do nothing`,
      [
        work.centreId,
        work.now,
        JSON.stringify(given.map((one) => ({ id: randomUUID(), ...one }))),
      ],
    );
  });
}
