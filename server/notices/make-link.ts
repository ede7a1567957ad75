// A link is made while its letter is composed: the same one each time the letter is, so that a second copy opens as well.
import { createHash } from "node:crypto";

import type { Work } from "../events/index.js";
import type { Letter } from "../letters/index.js";
import type { LinkKind } from "./action-link.js";

/** A letter has one link for each noun that it names. */
function idOf(letterId: string, subjectId: string): string {
  const hex = createHash("sha256")
    .update(`${letterId}\n${subjectId}`)
    .digest("hex")
    .slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export interface NewLink {
  kind: LinkKind;
  referralId: string | null;
  expiresAt: Date;
}

/** @returns the path that opens it */
export async function makeLink(
  work: Work,
  letter: Letter,
  { kind, referralId, expiresAt }: NewLink,
): Promise<string> {
  const id = idOf(letter.id, referralId ?? letter.partnerId ?? "");
  await work.rows(
    `insert into action_link (centre_id, id, kind, partner_id, contact_person_id, referral_id, made_at, expires_at, letter_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      work.centreId,
      id,
      kind,
      letter.partnerId,
      letter.contactPersonId,
      referralId,
      work.now,
      expiresAt,
      letter.id,
    ],
  );
  return `/o/${work.keys.tokenOf("action-link", id)}`;
}
