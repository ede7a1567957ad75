// A letter is written in the transaction of what it tells of, and goes out after the commit.
import { randomUUID } from "node:crypto";

import type { Work } from "../events/index.js";
import type { Letter } from "./letter.js";

export type NewLetter = Pick<Letter, "kind"> &
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
export async function writeLetter(work: Work, given: NewLetter): Promise<void> {
  await work.inSystemsName(async () => {
    await work.rows(
      `insert into letter (centre_id, id, kind, account_id, contact_person_id, partner_id, subject_id, key,
                           send_at, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict do nothing`,
      [
        work.centreId,
        randomUUID(),
        given.kind,
        given.accountId ?? null,
        given.contactPersonId ?? null,
        given.partnerId ?? null,
        given.subjectId ?? null,
        given.key ?? null,
        given.sendAt ?? work.now,
        work.now,
      ],
    );
  });
}
