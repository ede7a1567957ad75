// The door of the graph to what the network brought an organisation.
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { Partner } from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost, pageSearch } from "../platform/graphql/cost.js";
import { Day } from "../platform/graphql/scalars.js";
import { PeriodKind } from "../platform/period.js";
import { Contribution } from "./contribution.js";
import { contributionOf } from "./contribution.reads.js";

@Resolver(() => Partner)
export class PartnerContributionResolver {
  @FieldResolver(() => Contribution, {
    nullable: true,
    description:
      "What the network brought it; null where that is not the viewer's. Its own team sees exact counts, others none of 1 to 4.",
  })
  // counts all its referrals, meetings and joint actions: three statements each
  @Cost(pageSearch)
  contribution(
    @Root() partner: Partner,
    @Arg("kind", () => PeriodKind, { description: "How long the period is." })
    kind: PeriodKind,
    @Arg("on", () => Day, {
      nullable: true,
      description: "A day of the period; null: today.",
    })
    on: string | null,
    @Arg("hideFew", () => Boolean, {
      defaultValue: false,
      description: "Keep back 1 to 4 for the own team too: to be handed on.",
    })
    hideFew: boolean,
    @Ctx() context: Context,
  ) {
    return contributionOf(context, partner, { kind, on, hideFew });
  }
}
