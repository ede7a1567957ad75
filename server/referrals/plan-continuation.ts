// A coordinator plans what becomes of her open referral when its agreement ends; she may plan anew. Where she has left, the organiser does.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { addDays, localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import {
  Continuation,
  CONTINUATION_PLANNED,
  ContinuationWay,
} from "./continuation.js";
import { findReferral, referralEvent } from "./move-referral.js";
import { Referral } from "./referral.js";
import {
  ReferralMoved,
  referralMoved,
  unknownReferral,
} from "./referral-problems.js";
import { planningOf } from "./referrals.policy.js";

/** A plan for later than this is none. */
const FARTHEST_DAYS = 2 * 366;

@InputType({
  description: "What becomes of an open referral when its agreement ends.",
})
export class PlanContinuationInput {
  @Field(() => ID, {
    description:
      "Open, and sent by the viewer, or by a coordinator who has left: then the organiser's.",
  })
  referralId!: string;

  @Field(() => ContinuationWay, { description: "How it goes on." })
  way!: ContinuationWay;

  @Field(() => Day, {
    description: "Until when it goes on here: from today, two years at most.",
  })
  until!: string;
}

export const PlanContinuationPayload = createUnionType({
  name: "PlanContinuationPayload",
  description:
    "The referral with its plan; ReferralMoved where it is not open.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

export async function planContinuation(
  work: Work,
  input: PlanContinuationInput,
): Promise<typeof PlanContinuationPayload> {
  const { centreId } = work;
  const referralId = fromGlobalId("Referral", input.referralId);
  const change = CONTINUATION_PLANNED;
  const touch = {
    action: "UPDATE",
    noun: "Referral",
    subjectId: referralId,
    fields: [],
    change,
  } as const;
  work.means(touch);
  const referral = await findReferral(work, referralId);
  if (!referral) return unknownReferral(work.say);
  const [sender] = await work.inSystemsName(() =>
    work.rows<{ has_left: boolean }>(`select has_left($1)`, [
      referral.senderAccountId,
    ]),
  );
  authorize(work, planningOf(sender?.has_left ?? false), referral);
  if (!referral.isOpen) return referralMoved(work.say, referral);
  const day = localDate(work.now);
  const { way, until } = input;
  const fault = new InputCheck(work.say).that(
    until >= day && until <= addDays(day, FARTHEST_DAYS),
    "until",
    {
      pl: "Podaj dzień od dziś, najwyżej za dwa lata.",
      en: "Give a day from today on, within two years.",
    },
  ).problem;
  if (fault) return fault;
  await work.manager
    .getRepository(Continuation)
    .upsert({ centreId, referralId, way, until, plannedAt: work.now }, [
      "centreId",
      "referralId",
    ]);
  const event = referralEvent(referral, change);
  work.record({ ...event, facts: { ...event.facts, reason: null, way } });
  work.touch(touch);
  return referral;
}
