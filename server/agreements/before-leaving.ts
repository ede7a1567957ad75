// Before an organisation leaves the network, the agreements that carry referrals to it have their last day, and it is decided what becomes of those that are not signed yet.
import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { unknownNoun } from "../platform/graphql/problem.js";
import { holdStanding, standingOf, statusFor } from "./standing.js";

export async function agreementsBeforeLeaving(
  work: Work,
  { partnerId }: { partnerId: string },
): Promise<InvalidInput | null> {
  await holdStanding(work, partnerId, "ALONE");
  const day = localDate(work.now);
  let numbers: string[] = [];
  let unsigned: string[] = [];
  await work.inSystemsName(async () => {
    const standing = await standingOf(work, partnerId);
    numbers = standing.agreements
      .filter(
        (one) =>
          one.carriesReferrals &&
          ["SIGNED", "ACTIVE", "SUSPENDED"].includes(
            statusFor(standing, one, day),
          ) &&
          (one.autoRenew || one.validTo === null || one.validTo > day),
      )
      .map(({ number }) => number)
      .sort();
    unsigned = standing.agreements
      .filter(
        (one) =>
          ["IN_NEGOTIATION", "AGREED"].includes(one.recordedStatus) &&
          one.presentIds.includes(partnerId),
      )
      .map(({ number }) => number)
      .sort();
  });
  if (unsigned.length > 0)
    return unknownNoun(work.say, "membershipId", {
      pl: `Najpierw trzeba zdecydować o umowach, których jeszcze nie podpisali wszyscy: ${unsigned.join(", ")}. Podpiszcie je albo je odrzućcie.`,
      en: `First it has to be decided on the agreements that not all have signed yet: ${unsigned.join(", ")}. Sign or reject them.`,
    });
  return numbers.length === 0
    ? null
    : unknownNoun(work.say, "membershipId", {
        pl: `Najpierw trzeba zakończyć umowy, na których stoją skierowania: ${numbers.join(", ")}. Ostatni dzień: najpóźniej dziś.`,
        en: `First the agreements that carry referrals have to end: ${numbers.join(", ")}. Their last day is today at the latest.`,
      });
}
