// Doors of the graph to implementation plans.
import {
  Arg,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { Agreement, agreementById } from "../agreements/index.js";
import { transact } from "../events/index.js";
import { Service, serviceById } from "../offer/index.js";
import { Partner, partnerById } from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { amountOf, gapsOf, plannedGroszeOf, planOf } from "./plan.reads.js";
import { PlanRow } from "./plan-row.js";
import {
  changePlanRow,
  ChangePlanRowInput,
  ChangePlanRowPayload,
  planService,
  PlanServiceInput,
  PlanServicePayload,
} from "./plan-service.js";
import { Programme } from "./programme.js";
import { PlanGap } from "./row-kind.js";

@Resolver(() => Programme)
export class ProgrammePlanResolver {
  @FieldResolver(() => [PlanRow], {
    description:
      "Its implementation plan, in the order of planning; at most 200.",
  })
  @Cost(2, { times: 30 })
  plan(@Root() programme: Programme, @Ctx() context: Context) {
    return context.load(planOf, programme.id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "What the plan takes of the budget, in grosze; null where the money of others is not the viewer's.",
  })
  @Cost(2)
  plannedGrosze(@Root() programme: Programme, @Ctx() context: Context) {
    return plannedGroszeOf(context, programme.id);
  }
}

@Resolver(() => PlanRow)
export class PlanRowResolver {
  @FieldResolver(() => Service, {
    nullable: true,
    description: "The service; null: still to be created, or not the viewer's.",
  })
  service(@Root() { serviceId }: PlanRow, @Ctx() context: Context) {
    return serviceId ? context.load(serviceById, serviceId) : null;
  }

  @FieldResolver(() => Partner, {
    nullable: true,
    description: "Who provides it; null: not chosen yet.",
  })
  partner(@Root() { partnerId }: PlanRow, @Ctx() context: Context) {
    return partnerId ? context.load(partnerById, partnerId) : null;
  }

  @FieldResolver(() => Agreement, {
    nullable: true,
    description: "The agreement that carries it.",
  })
  agreement(@Root() { agreementId }: PlanRow, @Ctx() context: Context) {
    return agreementId ? context.load(agreementById, agreementId) : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Money in grosze; null: none, or not the viewer's (domain 1.14).",
  })
  async amountGrosze(@Root() planned: PlanRow, @Ctx() context: Context) {
    return (await amountOf(context, planned)) ?? null;
  }

  @FieldResolver(() => [PlanGap], { description: "What is missing in it." })
  gaps(@Root() planned: PlanRow, @Ctx() context: Context) {
    return gapsOf(context, planned);
  }

  @Mutation(() => PlanServicePayload, {
    description: "Adds a service to a programme's implementation plan.",
  })
  planService(
    @Arg("input", () => PlanServiceInput) input: PlanServiceInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => planService(work, input));
  }

  @Mutation(() => ChangePlanRowPayload, {
    description:
      "Changes a row of the plan; what is given up stays as DROPPED.",
  })
  changePlanRow(
    @Arg("input", () => ChangePlanRowInput)
    input: ChangePlanRowInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => changePlanRow(work, input));
  }
}
