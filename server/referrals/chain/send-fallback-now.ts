// A coordinator does not wait for the answer any longer: the referral is withdrawn and the next of her list goes out, both or neither.
import { randomUUID } from "node:crypto";

import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
} from "../../platform/graphql/problem.js";
import { findReferral, findReferrals } from "../move-referral.js";
import { Referral } from "../referral.js";
import {
  ReferralMoved,
  referralMoved,
  unknownReferral,
} from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import { withdrawReferral } from "../withdraw-referral.js";
import { FallbackSkip, mayPlanFallbacks } from "./chain.js";
import { lockChainOf } from "./lock-chain.js";
import { advance } from "./move-on.js";

@InputType({ description: "Which referral is not waited for any longer." })
export class SendFallbackNowInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, {
    description: "Sent by the viewer, and still waiting for an answer.",
  })
  referralId!: string;

  @Field(() => Int, { description: "The version of the list that was seen." })
  ifVersion!: number;
}

@ObjectType({
  implements: Problem,
  description:
    "Nobody can be sent now to any service of the list. Nothing was changed: the referral waits on.",
})
export class NoFallbackLeft extends Problem {
  @Field(() => [FallbackSkip], {
    description: "Why, for each of the list in its order.",
  })
  reasons: FallbackSkip[];

  constructor(message: string, reasons: FallbackSkip[]) {
    super(message);
    this.reasons = reasons;
  }
}

export const SendFallbackNowPayload = createUnionType({
  name: "SendFallbackNowPayload",
  description: "The referral that went out in its place.",
  types: () =>
    [
      Referral,
      NoFallbackLeft,
      ReferralMoved,
      RequestKeyReused,
      InvalidInput,
    ] as const,
});

export async function sendFallbackNow(
  work: Work,
  input: SendFallbackNowInput,
): Promise<typeof SendFallbackNowPayload> {
  const id = fromGlobalId("Referral", input.referralId);
  const change = "ReferralWithdrawn";
  work.means({
    ...{ action: "UPDATE", noun: "Referral", subjectId: id },
    ...{ fields: [], change },
  });
  const seen = await findReferral(work, id);
  if (!seen) return unknownReferral(work.say);
  authorize(work, referralPolicy.planFallbacks, seen);
  const fault = new InputCheck(work.say).key(input.requestKey).problem;
  if (fault) return fault;
  const nextId = randomUUID();
  const taken = await takeRequestKey(
    work,
    "sendFallbackNow",
    input.requestKey,
    input,
    nextId,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return (
      (await findReferral(work, taken.repeats)) ?? unknownReferral(work.say)
    );
  const chain = await lockChainOf(work, id);
  // an answer that is being written at this moment counts
  const [referral] = await findReferrals(work, [id], { forUpdate: true });
  if (!referral) return unknownReferral(work.say);
  if (
    chain?.currentId !== id ||
    chain.version !== input.ifVersion ||
    !mayPlanFallbacks(referral)
  )
    return referralMoved(work.say, referral);
  const withdrawn = await withdrawReferral(work, {
    referralId: input.referralId,
  });
  if (!(withdrawn instanceof Referral)) return withdrawn;
  const { next, skipped } = await work.inSystemsName(() =>
    advance(work, chain, withdrawn, nextId),
  );
  return (
    next ??
    new NoFallbackLeft(
      work.say({
        pl: "Żadnej usługi z planu awaryjnego nie da się teraz wysłać. Skierowanie czeka dalej na odpowiedź.",
        en: "Nobody can be sent now to any service of the list. The referral waits on for its answer.",
      }),
      skipped.flatMap(({ skippedBecause }) => skippedBecause ?? []),
    )
  );
}
