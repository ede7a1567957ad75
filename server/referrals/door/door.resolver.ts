// Doors of the graph to what is done at a door: a code is looked at, and used.
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import type { Context } from "../../platform/graphql/context.js";
import {
  checkToken,
  CheckTokenInput,
  CheckTokenPayload,
  redeemToken,
  RedeemTokenInput,
  RedeemTokenPayload,
} from "./redeem-token.js";

@Resolver()
export class ReferralDoorResolver {
  @Mutation(() => CheckTokenPayload, {
    description:
      "What a code is good for now; who looks has opened it, wrong ones are counted.",
  })
  checkToken(
    @Arg("input", () => CheckTokenInput) input: CheckTokenInput,
    @Ctx() context: Context,
  ): Promise<typeof CheckTokenPayload> {
    return checkToken(context, input);
  }

  @Mutation(() => RedeemTokenPayload, {
    description:
      "A code is used, once: a ticket is given with it (COMPLETED), any other service begins (IN_PROGRESS).",
  })
  redeemToken(
    @Arg("input", () => RedeemTokenInput) input: RedeemTokenInput,
    @Ctx() context: Context,
  ): Promise<typeof RedeemTokenPayload> {
    return redeemToken(context, input);
  }
}
