// Doors of the graph to lists of referrals and to following them.
import {
  Arg,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";

import { CaughtUp } from "../events/index.js";
import { Centre } from "../identity/index.js";
import {
  countedConnectionOf,
  DEFAULT_PAGE,
  page,
} from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { Referral } from "./referral.js";
import {
  asItIsNow,
  followReferrals,
  ReferralChanged,
  ReferralDelivery,
  type ReferralGone,
} from "./referral-changed.js";
import { ReferralFilter } from "./referral-filter.js";
import { referralById, referralsVisibleTo } from "./referrals.reads.js";

const ReferralConnection = countedConnectionOf("Referral", () => Referral);

@Resolver(() => Centre)
export class CentreReferralsResolver {
  @FieldResolver(() => ReferralConnection, {
    description: "Referrals that the viewer may see, newest first.",
  })
  @Cost(2)
  referrals(
    @Root() _centre: Centre,
    @Ctx() context: Context,
    @Arg("filter", () => ReferralFilter, { nullable: true })
    filter: ReferralFilter | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: DEFAULT_PAGE })
    first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return referralsVisibleTo(
      context,
      filter,
      page(first, after, ["instant", "uuid"]),
    );
  }
}

@Resolver()
export class ReferralFollowingResolver {
  @Subscription(() => ReferralDelivery, {
    description:
      "Every change of a referral that the viewer may see, in order; resumes after a cursor.",
    subscribe: ({
      args,
      context,
    }: {
      args: FollowArguments;
      context: Context;
    }) =>
      followReferrals(context, {
        centreId: args.centreId,
        after: args.after ?? null,
      }),
  })
  async referralChanged(
    @Root() delivery: ReferralChanged | CaughtUp,
    @Ctx() context: Context,
    @Arg("centreId", () => ID) _centreId: string,
    @Arg("after", () => String, { nullable: true }) _after: string | null,
  ): Promise<ReferralChanged | ReferralGone | CaughtUp> {
    return delivery instanceof ReferralChanged
      ? asItIsNow(context, delivery)
      : delivery;
  }
}

interface FollowArguments {
  centreId: string;
  after?: string | null;
}

@Resolver(() => ReferralChanged)
export class ReferralChangedResolver {
  @FieldResolver(() => Referral, {
    description: "As it is now; its version is never below the event's.",
  })
  referral(@Root() change: ReferralChanged, @Ctx() context: Context) {
    return context.load(referralById, change.referralId);
  }
}
