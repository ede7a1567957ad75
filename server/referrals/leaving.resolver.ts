// Doors of the graph to what an organisation hands over before it leaves.
import {
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";

import {
  membershipPolicy,
  NetworkMembership,
  partnerLeavesOn,
} from "../partnership/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Day } from "../platform/graphql/scalars.js";
import { allows } from "../platform/permission/allows.js";
import { openAtPartner } from "./leaving.reads.js";
import { Referral } from "./referral.js";

@ObjectType({
  description: "Open referrals at an organisation, in numbers.",
})
export class HandOver {
  @Field(() => Int, {
    nullable: true,
    description:
      "How many; to the organiser null where it is 1 to 4, which is never told.",
  })
  referrals!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many have no plan yet; to the organiser null where it is 1 to 4.",
  })
  unplanned!: number | null;

  @Field(() => [String], {
    description: "Coordinators who still owe a plan, by name.",
  })
  owedBy!: string[];
}

/** 1 to 4 are told to the organisation itself only (domain 4.5). */
function told(count: number, isOwn: boolean): number | null {
  return !isOwn && count >= 1 && count <= 4 ? null : count;
}

@Resolver(() => NetworkMembership)
export class HandOverResolver {
  @FieldResolver(() => HandOver, {
    nullable: true,
    description:
      "What is open at it, for the organiser and its administrator; null where it is not the viewer's.",
  })
  async handOver(
    @Root() membership: NetworkMembership,
    @Ctx() context: Context,
  ): Promise<HandOver | null> {
    const { actor } = context;
    if (!allows(membershipPolicy.leave, actor, membership)) return null;
    const { partnerId } = membership;
    const { open, unplanned, owedBy } = await context.load(
      openAtPartner,
      partnerId,
    );
    const isOwn = actor.kind === "member" && actor.partnerId === partnerId;
    return {
      referrals: told(open, isOwn),
      unplanned: told(unplanned, isOwn),
      owedBy,
    };
  }
}

@Resolver(() => Referral)
export class PartnerLeavesResolver {
  @FieldResolver(() => Day, {
    nullable: true,
    description:
      "The day from which the organisation behind an open referral leaves; null: it stays.",
  })
  partnerLeavesOn(@Root() referral: Referral, @Ctx() context: Context) {
    return referral.isOpen
      ? context.load(partnerLeavesOn, referral.partnerId)
      : null;
  }
}
