// Broken off, before the start or after it, by the partner or the coordinator.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import {
  hasLeft,
  holdsNoShow,
  latestAppointment,
} from "./appointments/find-appointment.js";
import { giveBack, moveReferral } from "./move-referral.js";
import { Referral } from "./referral.js";
import { ReferralMoved } from "./referral-problems.js";
import { DiscontinueReason, type ReferralStatus } from "./referral-status.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "Which referral is broken off, and why." })
export class DiscontinueReferralInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => DiscontinueReason, { description: "Why." })
  reason!: DiscontinueReason;
}

export const DiscontinueReferralPayload = createUnionType({
  name: "DiscontinueReferralPayload",
  description: "Outcome of breaking off.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

export function discontinueReferral(
  work: Work,
  input: DiscontinueReferralInput,
): Promise<typeof DiscontinueReferralPayload> {
  return moveReferral(
    work,
    input.referralId,
    {
      to: "DISCONTINUED",
      sides: ["PARTNER", "COORDINATOR"],
      event: "ReferralDiscontinued",
      permission: referralPolicy.discontinue,
    },
    async (referral, numbers, was) => {
      const problem = await whatIsHersToSay(work, referral, was, input);
      if (problem) return problem;
      await giveBack(referral, was, numbers);
      referral.finishedAt = work.now;
      referral.discontinueReason = input.reason;
      return undefined;
    },
  );
}

/**
 * The place of who did not come is not given away before its coordinator has answered, while there is one: also not by who
 * calls it a no-show without having noted one.
 */
async function whatIsHersToSay(
  work: Work,
  referral: Referral,
  was: ReferralStatus,
  { reason }: DiscontinueReferralInput,
): Promise<InvalidInput | undefined> {
  if (allows(referralPolicy.answerNoShow, work.actor, referral))
    return undefined;
  if (was === "IN_PROGRESS" && reason === "NO_SHOW")
    return hasNotComeToday(work, referral);
  if (was !== "ACCEPTED") return undefined;
  const latest = await latestAppointment(work, referral.id);
  if (await holdsNoShow(work, referral, ({ state }) => state === "CAME"))
    return latest?.isPlanned
      ? unknownNoun(work.say, "referralId", {
          pl: "Ta osoba raz nie przyszła, a koordynatorka nie napisała, co dalej z miejscem. Zadzwońcie do niej: przerwie to skierowanie sama.",
          en: "The person did not come once, and the coordinator has not said what becomes of the place. Call her: she breaks this off herself.",
        })
      : unknownNoun(work.say, "referralId", {
          pl: "Ta osoba nie przyszła. Najpierw koordynatorka zdecyduje, co dalej z miejscem.",
          en: "The person did not come. The coordinator says first what becomes of the place.",
        });
  if (reason !== "NO_SHOW" || latest?.state === "DID_NOT_COME")
    return undefined;
  if (await hasLeft(work, referral.senderAccountId)) return undefined;
  return unknownNoun(work.say, "reason", {
    pl: "Zapisz najpierw przy terminie, że ta osoba nie przyszła. Koordynatorka zdecyduje, co dalej z miejscem.",
    en: "Note first at the date that the person did not come. The coordinator says what becomes of the place.",
  });
}

/** Who calls a no-show what it began today has begun it for nobody: that too is the coordinator's to say. */
async function hasNotComeToday(
  work: Work,
  { startedAt, senderAccountId }: Referral,
): Promise<InvalidInput | undefined> {
  const beganToday =
    startedAt !== null && localDate(startedAt) === localDate(work.now);
  if (!beganToday || (await hasLeft(work, senderAccountId))) return undefined;
  return unknownNoun(work.say, "reason", {
    pl: "Ta usługa zaczęła się dzisiaj. Jeśli osoba jednak nie przyszła, zadzwońcie do koordynatorki: przerwie to skierowanie sama.",
    en: "This service began today. If the person did not come after all, call the coordinator: she breaks this off herself.",
  });
}
