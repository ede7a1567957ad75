// Doors of the graph to quotas: the places of one organisation in several centres, side by side.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { signedIn, Viewer } from "../identity/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { Quota } from "./quota.js";
import { quotasOf } from "./quotas.reads.js";
import { setQuota, SetQuotaInput, SetQuotaPayload } from "./set-quota.js";

@Resolver(() => Viewer)
export class ViewerQuotasResolver {
  @FieldResolver(() => [Quota], {
    description:
      "What the organisation promised to each of its centres in which the viewer's account acts for it: centre by centre; empty where that is one centre alone.",
  })
  @Cost(5)
  quotas(@Root() { member }: Viewer, @Ctx() context: Context) {
    return quotasOf(context, member);
  }

  @Mutation(() => SetQuotaPayload, {
    description:
      "Sets the number promised to one of the own centres, also to another than the viewer acts in.",
  })
  setQuota(
    @Arg("input", () => SetQuotaInput) input: SetQuotaInput,
    @Ctx() context: Context,
  ): Promise<typeof SetQuotaPayload> {
    return setQuota(context, signedIn(context), input);
  }
}
