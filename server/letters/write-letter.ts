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

/** However many, in one statement; again only where one that waited was being worded, or was just written by somebody else. */
export async function writeLetters(
  work: Work,
  given: readonly NewLetter[],
): Promise<void> {
  let left = given.map((one) => ({ id: randomUUID(), ...one }));
  await work.inSystemsName(async () => {
    while (left.length > 0) {
      const ids = await written(work, left);
      left = left.filter(({ id }) => !ids.has(id));
    }
  });
}

/**
 * One that waits is held until the commit: it is not worded before it can read of this; one that is being worded is
 * waited for, and then another is written.
 * @returns those that are written, or told of by what waits
 */
async function written(
  work: Work,
  letters: readonly (NewLetter & { id: string })[],
): Promise<ReadonlySet<string>> {
  const rows = await work.rows<{ id: string }>(
    `with given as materialized (
       select * from jsonb_to_recordset($3::jsonb) as given(id uuid, kind text, "accountId" uuid, "contactPersonId" uuid,
         "partnerId" uuid, "subjectId" uuid, key text, "sendAt" timestamptz)
     ), held as materialized (
       select key from letter where centre_id = $1 and key in (select key from given) and sent_at is null and dropped_at is null
       order by key for share of letter
     ), made as (
       insert into letter (centre_id, id, kind, account_id, contact_person_id, partner_id, subject_id, key,
                           send_at, written_at)
       select $1, id, kind, "accountId", "contactPersonId", "partnerId", "subjectId", key, coalesce("sendAt", $2), $2
       from given where key is null or key not in (select key from held) order by key
       on conflict do nothing returning id, key
     )
     select id from given g where exists (select from made m where m.id = g.id or m.key = g.key)
       or key in (select key from held)`,
    [work.centreId, work.now, JSON.stringify(letters)],
  );
  return new Set(rows.map(({ id }) => id));
}
