// What a subscriber of referrals gets: the state that an event left, and the referral as it is now.
import { createUnionType, Field, ID, ObjectType } from "type-graphql";

import type { LogEvent } from "../events/index.js";
import { CaughtUp, NotTold, requireReadable } from "../events/index.js";
import { LogSubscription } from "../events/index.js";
import { Role, signedIn } from "../identity/index.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId, toGlobalId } from "../platform/graphql/global-id.js";
import { Refusal } from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import { role } from "../platform/permission/expression.js";
import { CONTINUATION_PLANNED } from "./continuation.js";
import { ReferralStatus } from "./referral-status.js";
import { referralPolicy } from "./referrals.policy.js";
import { referralById } from "./referrals.reads.js";

@ObjectType({ description: "A referral has a new version." })
export class ReferralChanged {
  @Field(() => String, { description: "Give it as `after` to resume." })
  cursor!: string;

  position!: number;

  @Field(() => Date, { description: "When it changed." })
  at!: Date;

  @Field(() => ReferralStatus, { description: "As this event left it." })
  status!: ReferralStatus;

  referralId!: string;
}

@ObjectType({
  description:
    "A referral was withdrawn before anybody of the viewer's organisation opened it: let go of it, it is as if it had never been.",
})
export class ReferralGone {
  @Field(() => String, { description: "Give it as `after` to resume." })
  cursor!: string;

  @Field(() => ID, { description: "What answers to no question any more." })
  referralId!: string;
}

export const ReferralDelivery = createUnionType({
  name: "ReferralDelivery",
  description:
    "A change, what is to be let go of, or the sign that nothing is owed.",
  types: () => [ReferralChanged, ReferralGone, CaughtUp] as const,
});

/**
 * As the viewer may know of it now; what came before it was withdrawn unopened is left out.
 * @throws NotTold
 */
export async function asItIsNow(
  context: Context,
  change: ReferralChanged,
): Promise<ReferralChanged | ReferralGone> {
  const isSeen = await context.load(referralById, change.referralId);
  if (!isSeen && change.status !== "WITHDRAWN")
    throw new NotTold("it never was");
  await requireReadable(context, change.position);
  if (isSeen) return change;
  const { cursor, referralId } = change;
  return Object.assign(new ReferralGone(), {
    cursor,
    referralId: toGlobalId("Referral", referralId),
  });
}

/** Whoever can ever see a referral may follow; what she sees of it is asked event by event. */
const mayFollow = role<{ centreId: string }>(
  Role.KIPUS,
  Role.OUS,
  Role.PARTNER_REFERRALS,
  Role.PARTNER_ADMIN,
);

/** @throws UNAUTHENTICATED, FORBIDDEN where the centre is not the viewer's or she sees no referrals */
export function followReferrals(
  context: Context,
  asked: { centreId: string; after: string | null },
): LogSubscription {
  const member = signedIn(context);
  const centreId = fromGlobalId("Centre", asked.centreId);
  if (!allows(mayFollow, member, { centreId }) || member.centreId !== centreId)
    throw new Refusal(
      "FORBIDDEN",
      context.say({
        pl: "Twoja rola na to nie pozwala.",
        en: "Your role does not allow this.",
      }),
    );
  return new LogSubscription({
    centreId,
    after: asked.after,
    // a plan for later moves nothing
    concerns: ({ topic, type }) =>
      topic === "REFERRAL" && type !== CONTINUATION_PLANNED,
    visibleTo: (actor, event) =>
      allows(referralPolicy.read, actor, rowOfEvent(event)),
    deliver: (event, cursor) =>
      Object.assign(new ReferralChanged(), {
        cursor,
        at: event.at,
        position: event.position,
        status: event.facts["status"],
        referralId: event.subjectId,
      }),
    caughtUp: (cursor, at) => new CaughtUp(cursor, at),
  });
}

/** What the policy asks about, as the event holds it. */
function rowOfEvent(event: LogEvent) {
  const status = Object.values(ReferralStatus).find(
    (one) => one === event.facts["status"],
  );
  return {
    centreId: event.centreId,
    partnerId: event.partnerId ?? "",
    senderAccountId: event.senderAccountId ?? "",
    status: status ?? "DRAFT",
    // whether it is gone is asked of the referral itself
    vanished: false,
  };
}
