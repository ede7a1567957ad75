// Doors of the graph to what becomes of referrals when agreements end.
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

import { Agreement } from "../agreements/index.js";
import { transact } from "../events/index.js";
import { Role } from "../identity/index.js";
import { partnerLeavesOn } from "../partnership/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Day } from "../platform/graphql/scalars.js";
import { allows, holds } from "../platform/permission/allows.js";
import { role } from "../platform/permission/expression.js";
import { Continuation } from "./continuation.js";
import {
  agreementEndOf,
  continuationOf,
  hasSenderLeft,
  openUnderAgreement,
} from "./continuations.reads.js";
import {
  planContinuation,
  PlanContinuationInput,
  PlanContinuationPayload,
} from "./plan-continuation.js";
import { Referral } from "./referral.js";
import { referralPolicy } from "./referrals.policy.js";

@ObjectType({ description: "Open referrals under an agreement, in numbers." })
export class OpenUnderAgreement {
  @Field(() => Int, {
    nullable: true,
    description: "How many; null: from 1 to 4, which is never told.",
  })
  referrals!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many have no plan yet for its end; null: from 1 to 4, which is never told.",
  })
  unplanned!: number | null;

  @Field(() => [String], {
    description: "Coordinators who still owe a plan, by name.",
  })
  owedBy!: string[];
}

const counting = role(Role.OUS);

/** 1 to 4 are not told (domain 4.5). */
function masked(count: number): number | null {
  return count >= 1 && count <= 4 ? null : count;
}

@Resolver(() => Agreement)
export class OpenUnderAgreementResolver {
  @FieldResolver(() => OpenUnderAgreement, {
    nullable: true,
    description:
      "What is open under it, for the organiser; null where it is not the viewer's.",
  })
  async openReferrals(
    @Root() agreement: Agreement,
    @Ctx() context: Context,
  ): Promise<OpenUnderAgreement | null> {
    if (!holds(counting, context.actor, agreement)) return null;
    const { open, unplanned, owedBy } = await context.load(
      openUnderAgreement,
      agreement.id,
    );
    return { referrals: masked(open), unplanned: masked(unplanned), owedBy };
  }
}

@Resolver(() => Referral)
export class ContinuationResolver {
  @FieldResolver(() => Day, {
    nullable: true,
    description:
      "Last day of the agreement behind an open referral, once it is at most 90 days ahead or past; null: it goes on.",
  })
  agreementEndsOn(@Root() referral: Referral, @Ctx() context: Context) {
    return referral.isOpen && referral.agreementId
      ? context.load(agreementEndOf, referral)
      : null;
  }

  @FieldResolver(() => Continuation, {
    nullable: true,
    description: "What becomes of it then; null: not planned yet.",
  })
  continuation(@Root() referral: Referral, @Ctx() context: Context) {
    return context.load(continuationOf, referral.id);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may plan what becomes of it now.",
  })
  async viewerCanPlanContinuation(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { actor } = context;
    if (!referral.isOpen) return false;
    if (!allows(referralPolicy.planInHerPlace, actor, referral)) return false;
    // without an agreement only the organisation itself can go
    const ends =
      referral.agreementId !== null ||
      (await context.load(partnerLeavesOn, referral.partnerId)) !== null;
    return (
      ends &&
      (allows(referralPolicy.planContinuation, actor, referral) ||
        context.load(hasSenderLeft, referral.senderAccountId))
    );
  }

  @Mutation(() => PlanContinuationPayload, {
    description:
      "Plans what becomes of an open referral when its agreement ends; again: plans anew.",
  })
  planContinuation(
    @Arg("input", () => PlanContinuationInput) input: PlanContinuationInput,
    @Ctx() context: Context,
  ): Promise<typeof PlanContinuationPayload> {
    return transact(context, (work) => planContinuation(work, input));
  }
}
