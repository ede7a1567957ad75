// Door of the graph to what changes in the centre beside numbers and referrals.
import { Arg, Ctx, ID, Resolver, Root, Subscription } from "type-graphql";

import type { CaughtUp } from "../events/index.js";
import { tellOnlyReadable } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";
import {
  CentreChanged,
  CentreDelivery,
  followChanges,
} from "./centre-changed.js";

@Resolver()
export class CentreFollowingResolver {
  @Subscription(() => CentreDelivery, {
    description:
      "That something of a kind changed that the viewer may see: agreements, accounts, resources, organisations, networks, programmes, standards, needs, meetings. Tells no ids; read anew what is shown. In order; resumes after a cursor.",
    subscribe: ({
      args,
      context,
    }: {
      args: FollowArguments;
      context: Context;
    }) =>
      followChanges(context, {
        centreId: args.centreId,
        after: args.after ?? null,
      }),
  })
  async centreChanged(
    @Root() delivery: CentreChanged | CaughtUp,
    @Ctx() context: Context,
    @Arg("centreId", () => ID) _centreId: string,
    @Arg("after", () => String, { nullable: true }) _after: string | null,
  ): Promise<CentreChanged | CaughtUp> {
    if (delivery instanceof CentreChanged)
      await tellOnlyReadable(context, delivery.position);
    return delivery;
  }
}

interface FollowArguments {
  centreId: string;
  after?: string | null;
}
