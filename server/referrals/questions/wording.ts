// Words that both sides of a referral read: few, without anybody's number, and without a name or an address that their writer may know.
import {
  checkWords,
  type Names,
  openPerson,
  openSight,
} from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import type { InputCheck } from "../../platform/graphql/problem.js";
import { allows } from "../../platform/permission/allows.js";
import { type Referral, ReferralSubject } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";

/** Of a referral that is locked. */
export async function checkWording(
  work: Work,
  referral: Referral,
  check: InputCheck,
  { path, text, most }: { path: string; text: string; most: number },
): Promise<InputCheck> {
  const names = text ? await namesKnown(work, referral) : null;
  return checkWords(check, path, text, names, most);
}

/**
 * What its writer may know of the person's name and address anyway: her coordinator all of it, somebody of the partner what she herself
 * was shown on record, as long as it may be looked at. To whoever else a refusal would tell a name past the log (decision 0088).
 */
export async function namesKnown(
  work: Work,
  referral: Referral,
): Promise<Names | null> {
  const { centreId, id: referralId } = referral;
  if (allows(referralPolicy.readSubject, work.actor, referral)) {
    const subject = await work.manager
      .getRepository(ReferralSubject)
      .findOneBy({ centreId, referralId });
    const person = subject?.caseId
      ? await openPerson(work, subject.caseId)
      : null;
    return person?.identity ?? null;
  }
  const mayLook =
    work.actor.kind === "member" && referral.disclosureLevel !== "L0_TOKEN";
  const sight = mayLook ? await openSight(work, referralId) : null;
  if (!sight) return null;
  const [known] = await work.rows<{ shown: string[] }>(
    `select shown_to_actor($1) as shown`,
    [referralId],
  );
  const { fields, identity } = sight;
  const isKnown = (field: "FIRST_NAME" | "SURNAME" | "ADDRESS") =>
    fields.includes(field) && known?.shown.includes(field) === true;
  return {
    name: isKnown("FIRST_NAME") ? identity.name : "",
    surname: isKnown("SURNAME") ? identity.surname : null,
    place: isKnown("ADDRESS") ? identity.place : null,
  };
}
