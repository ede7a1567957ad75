// Doors of the graph to what happened a moment ago.
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";

import { Centre } from "../identity/index.js";
import { Service, serviceById } from "../offer/index.js";
import { partnerById } from "../partners/index.js";
import {
  connectionOf,
  DEFAULT_PAGE,
  page,
} from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { Referral, referralById } from "../referrals/index.js";
import { Activity } from "./activity.js";
import { activityVisibleTo } from "./audit.reads.js";

const ActivityConnection = connectionOf("Activity", () => Activity);

@Resolver(() => Centre)
export class CentreActivityResolver {
  @FieldResolver(() => ActivityConnection, {
    description:
      "What happened, the latest first, as far as the viewer may see.",
  })
  @Cost(2)
  activity(
    @Root() _centre: Centre,
    @Ctx() context: Context,
    @Arg("first", () => Int, { nullable: true, defaultValue: DEFAULT_PAGE })
    first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return activityVisibleTo(context, page(first, after, ["position"]));
  }
}

@Resolver(() => Activity)
export class ActivityResolver {
  @FieldResolver(() => String, {
    description: "The organisation that acted, or the system's name.",
  })
  async by(@Root() activity: Activity, @Ctx() context: Context) {
    const { actorPartnerId } = activity;
    const partner =
      actorPartnerId && (await context.load(partnerById, actorPartnerId));
    return partner ? partner.shortName : "Splot";
  }

  @FieldResolver(() => Service, {
    nullable: true,
    description: "The service that it is about.",
  })
  service(@Root() activity: Activity, @Ctx() context: Context) {
    return activity.serviceId
      ? context.load(serviceById, activity.serviceId)
      : null;
  }

  @FieldResolver(() => Referral, {
    nullable: true,
    description: "The referral that it is about.",
  })
  referral(@Root() activity: Activity, @Ctx() context: Context) {
    return activity.referralId
      ? context.load(referralById, activity.referralId)
      : null;
  }
}
