// Words that both sides of a referral read: few, without anybody's number, and the coordinator's do not name the person.
import {
  type CaseIdentity,
  checkWords,
  openPerson,
} from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import type { InputCheck } from "../../platform/graphql/problem.js";
import { allows } from "../../platform/permission/allows.js";
import { type Referral, ReferralSubject } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";

export async function checkWording(
  work: Work,
  referral: Referral,
  check: InputCheck,
  { path, text, most }: { path: string; text: string; most: number },
): Promise<InputCheck> {
  const identity = text ? await whoIsMeant(work, referral) : null;
  return checkWords(check, path, text, identity, most);
}

/** For her coordinator; a partner's words are not compared, since a refusal would tell it who she is (decision 0079). */
async function whoIsMeant(
  work: Work,
  referral: Referral,
): Promise<CaseIdentity | null> {
  const { centreId, id: referralId } = referral;
  if (!allows(referralPolicy.readSubject, work.actor, referral)) return null;
  const subject = await work.manager
    .getRepository(ReferralSubject)
    .findOneBy({ centreId, referralId });
  const person = subject?.caseId
    ? await openPerson(work, subject.caseId)
    : null;
  return person?.identity ?? null;
}
