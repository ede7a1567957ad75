// For which party somebody speaks: an administrator for her own, the director for the hub, the organiser notes what others gave on paper.
import type { Work } from "../events/index.js";
import { authorize, Role, signedIn } from "../identity/index.js";
import { Partner } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { unknownNoun } from "../platform/graphql/problem.js";
import type { Agreement } from "./agreement.js";
import { AgreementParty } from "./agreement-party.js";
import { agreementPolicy } from "./agreements.policy.js";
import { hasLeft } from "./check-terms.js";
import { partiesOf } from "./find-agreement.js";
import { holdStandings } from "./standing.js";

export interface Speaking {
  party: AgreementParty;
  parties: AgreementParty[];
  /** She stands for it herself, and notes nothing that somebody else did. */
  isOwn: boolean;
}

/** @throws FORBIDDEN where the party is not hers to speak for */
export async function speaksFor(
  work: Work,
  agreement: Agreement,
  partnerId: string | null | undefined,
  /** That it leaves is noted of who has left the network as well. */
  { isLeaving = false } = {},
): Promise<Speaking | InvalidInput> {
  authorize(work, agreementPolicy.answer, agreement);
  const member = signedIn(work);
  const id = partnerId ? fromGlobalId("Partner", partnerId) : member.partnerId;
  const parties = await partiesOf(work, agreement);
  const party = parties.find((one) => one.partnerId === id);
  if (!party?.isPresent(localDate(work.now)))
    return unknownNoun(work.say, "partnerId", {
      pl: "Ta organizacja nie jest stroną tej umowy.",
      en: "This organisation is no party of this agreement.",
    });
  // nobody leaves the network between this word and the commit
  await holdStandings(
    work,
    parties.map(({ partnerId: one }) => one),
    "ALONE",
  );
  const partner = await work.manager
    .getRepository(Partner)
    .findOneByOrFail({ centreId: work.centreId, id: party.partnerId });
  if (partner.status === "FORMER" && !isLeaving)
    return unknownNoun(work.say, "partnerId", hasLeft([partner]));
  // she stands for the party herself, and does not note what somebody else did
  const isOwn =
    id === member.partnerId &&
    (member.roles.has(Role.PARTNER_ADMIN) || member.roles.has(Role.DIRECTOR));
  if (!isOwn) authorize(work, agreementPolicy.keep, agreement);
  return { party, parties, isOwn };
}

/** @throws Error where the second wall kept the row */
export async function writeParty(
  work: Work,
  party: AgreementParty,
  said: Partial<AgreementParty>,
): Promise<void> {
  const { centreId, agreementId, partnerId } = party;
  const { affected } = await work.manager
    .getRepository(AgreementParty)
    .update({ centreId, agreementId, partnerId }, said);
  if (affected !== 1) throw new Error("the party's word was not written");
  Object.assign(party, said);
}
