// The partner says what it must keep by law of somebody whose data it sees no more.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../../platform/graphql/problem.js";
import { findReferral, standingEvent } from "../move-referral.js";
import { Referral } from "../referral.js";
import { unknownReferral } from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import { KEEPING_CONFIRMED } from "../standing-events.js";
import { KeptByLaw, ReferralKeeping } from "./keeping.js";

@InputType({ description: "What is kept by law, after a withdrawal." })
export class ConfirmKeepingInput {
  @Field(() => ID, { description: "Of which referral." })
  referralId!: string;

  @Field(() => KeptByLaw, { description: "What is kept." })
  keeps!: KeptByLaw;
}

export const ConfirmKeepingPayload = createUnionType({
  name: "ConfirmKeepingPayload",
  description: "Outcome of saying what is kept by law.",
  types: () => [Referral, InvalidInput] as const,
});

export async function confirmKeeping(
  work: Work,
  { referralId, keeps }: ConfirmKeepingInput,
): Promise<typeof ConfirmKeepingPayload> {
  const id = fromGlobalId("Referral", referralId);
  const touch = {
    action: "UPDATE",
    noun: "Referral",
    subjectId: id,
    fields: [],
    // who inspects reads the log and no referral
    change: `Keeps${keeps.charAt(0)}${keeps.slice(1).toLowerCase()}`,
  } as const;
  work.means(touch);
  const seen = await findReferral(work, id);
  if (!seen) return unknownReferral(work.say);
  authorize(work, referralPolicy.confirmKeeping, seen);
  const of = { centreId: work.centreId, referralId: id };
  const keepings = work.manager.getRepository(ReferralKeeping);
  const asked = await keepings.findOne({
    where: of,
    lock: { mode: "pessimistic_write" },
  });
  if (asked?.answer === keeps) return seen;
  if (!asked || asked.answer !== null)
    return unknownNoun(work.say, "referralId", {
      pl: "To skierowanie nie czeka na tę odpowiedź.",
      en: "This referral waits for no such answer.",
    });
  await keepings.update(of, { answer: keeps, answeredAt: work.now });
  work.record(standingEvent(seen, KEEPING_CONFIRMED));
  work.touch(touch);
  return seen;
}
