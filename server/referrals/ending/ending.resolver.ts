// The end of a service: what is open there, and the doors to its withdrawal and back.
import {
  Arg,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../../events/index.js";
import { Service, servicePolicy } from "../../offer/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { allows } from "../../platform/permission/allows.js";
import { Referral } from "../referral.js";
import { openAtService, openCountAtService } from "./ending.reads.js";
import {
  withdrawService,
  WithdrawServiceInput,
  WithdrawServicePayload,
} from "./withdraw-service.js";

@Resolver(() => Service)
export class ServiceEndingResolver {
  @FieldResolver(() => [Referral], {
    description:
      "Open referrals of it that the viewer answers, by number; empty for others.",
  })
  openReferrals(@Root() service: Service, @Ctx() context: Context) {
    return context.load(openAtService, service.id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "How many referrals are open there; for who keeps the offer, null for others.",
  })
  openReferralCount(@Root() service: Service, @Ctx() context: Context) {
    return allows(servicePolicy.keep, context.actor, service)
      ? context.load(openCountAtService, service.id)
      : null;
  }

  @Mutation(() => WithdrawServicePayload, {
    description:
      "A service is offered no more; what is open there is finished or given back as planned, all of it or nothing.",
  })
  withdrawService(
    @Arg("input", () => WithdrawServiceInput) input: WithdrawServiceInput,
    @Ctx() context: Context,
  ): Promise<typeof WithdrawServicePayload> {
    return transact(context, (work) => withdrawService(work, input));
  }
}
