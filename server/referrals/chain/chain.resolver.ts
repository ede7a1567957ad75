// Doors of the graph to lists of fallbacks: what is to come, what became of each, and where else somebody can be referred.
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../../events/index.js";
import { Service, serviceById } from "../../offer/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { Cost } from "../../platform/graphql/cost.js";
import { allows } from "../../platform/permission/allows.js";
import { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import { referralById } from "../referrals.reads.js";
import {
  FallbackSkip,
  FallbackState,
  FallbackStop,
  mayPlanFallbacks,
} from "./chain.js";
import { alternativesTo, fallbackPlanOf } from "./chain.reads.js";
import { escalatesAt } from "./escalation.js";
import {
  planFallbacks,
  PlanFallbacksInput,
  PlanFallbacksPayload,
} from "./plan-fallbacks.js";
import {
  sendFallbackNow,
  SendFallbackNowInput,
  SendFallbackNowPayload,
} from "./send-fallback-now.js";

@ObjectType({ description: "One service of a list of fallbacks." })
export class Fallback {
  @Field(() => Int, { description: "1 comes first." })
  place!: number;

  @Field(() => FallbackState, { description: "What became of it." })
  state!: FallbackState;

  @Field(() => FallbackSkip, {
    nullable: true,
    description: "Why nobody was sent there.",
  })
  skippedBecause!: FallbackSkip | null;

  @Field(() => Date, {
    nullable: true,
    description: "When its turn came; null: not yet.",
  })
  decidedAt!: Date | null;

  serviceId!: string;
  nextId!: string | null;
}

@ObjectType({
  description: "Where a referral goes next if nobody takes it, in order.",
})
export class FallbackPlan {
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Field(() => FallbackStop, {
    nullable: true,
    description: "Why it moves no further by itself; null: it does.",
  })
  stoppedBy!: FallbackStop | null;

  @Field(() => [Fallback], { description: "All of the list, in its order." })
  fallbacks!: Fallback[];

  currentId!: string;
}

@Resolver(() => Fallback)
export class FallbackResolver {
  @FieldResolver(() => Service, {
    nullable: true,
    description: "Where to; null: it is no longer the viewer's to see.",
  })
  service(@Root() fallback: Fallback, @Ctx() context: Context) {
    return context.load(serviceById, fallback.serviceId);
  }

  @FieldResolver(() => Referral, {
    nullable: true,
    description: "The referral that went there.",
  })
  referral(@Root() fallback: Fallback, @Ctx() context: Context) {
    return fallback.nextId ? context.load(referralById, fallback.nextId) : null;
  }
}

@Resolver(() => FallbackPlan)
export class FallbackPlanResolver {
  @FieldResolver(() => Referral, {
    nullable: true,
    description: "The referral that is waited for now, or was the last.",
  })
  current(@Root() plan: FallbackPlan, @Ctx() context: Context) {
    return context.load(referralById, plan.currentId);
  }
}

/** To narrow and order the whole offer for each of a list. */
const ALTERNATIVES = 100;

@Resolver(() => Referral)
export class ReferralFallbacksResolver {
  @FieldResolver(() => FallbackPlan, {
    nullable: true,
    description:
      "Where it goes next if nobody takes it; the sender's alone, null: nothing is set.",
  })
  async fallbackPlan(@Root() referral: Referral, @Ctx() context: Context) {
    const plan = await fallbackPlanOf(context, referral);
    if (!plan) return null;
    const { version, stoppedBy, currentId } = plan.chain;
    return { version, stoppedBy, currentId, fallbacks: plan.fallbacks };
  }

  @FieldResolver(() => [Service], {
    description:
      "Other services of its area with a free place to which the viewer may refer now, the best first, at most three; for the sender while nobody has taken it.",
  })
  @Cost(ALTERNATIVES)
  alternatives(@Root() referral: Referral, @Ctx() context: Context) {
    return alternativesTo(context, referral);
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description:
      "When the organiser is told that no answer has come: an emergency halfway, all else when the answer is due; null: no answer of the organisation is awaited.",
  })
  escalatesAt(@Root() referral: Referral) {
    return escalatesAt(referral);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may set where it goes next now.",
  })
  async viewerCanPlanFallbacks(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): Promise<boolean> {
    if (!mayPlanFallbacks(referral)) return false;
    if (!allows(referralPolicy.planFallbacks, context.actor, referral))
      return false;
    const plan = await fallbackPlanOf(context, referral);
    return plan === null || plan.chain.currentId === referral.id;
  }

  @Mutation(() => PlanFallbacksPayload, {
    description:
      "Sets where a referral goes next if nobody takes it; again: sets anew, with none it stops.",
  })
  planFallbacks(
    @Arg("input", () => PlanFallbacksInput) input: PlanFallbacksInput,
    @Ctx() context: Context,
  ): Promise<typeof PlanFallbacksPayload> {
    return transact(context, (work) => planFallbacks(work, input));
  }

  @Mutation(() => SendFallbackNowPayload, {
    description:
      "Withdraws a referral that waits for an answer and sends the next of its list, both or neither.",
  })
  sendFallbackNow(
    @Arg("input", () => SendFallbackNowInput) input: SendFallbackNowInput,
    @Ctx() context: Context,
  ): Promise<typeof SendFallbackNowPayload> {
    return transact(context, (work) => sendFallbackNow(work, input));
  }
}
