// Words that both sides of a referral read: few, without anybody's number, and without a name that their writer may know.
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
 * What its writer may know of the person's name anyway: her coordinator all of it, the partner what travelled and may still
 * be looked at. To who knows none a refusal would tell who she is (decision 0088).
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
  const { fields, identity } = sight;
  return {
    name: fields.includes("FIRST_NAME") ? identity.name : "",
    surname: fields.includes("SURNAME") ? identity.surname : null,
  };
}
