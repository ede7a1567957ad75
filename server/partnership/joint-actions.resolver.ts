// Doors of the graph to who does what: joint actions with the parts of organisations.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { Partner, partnerById } from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import {
  ChangedJointActionPayload,
  changeJointAction,
  ChangeJointActionInput,
  endJointAction,
  EndJointActionInput,
} from "./change-joint-action.js";
import { JointAction, JointActionPart } from "./joint-action.js";
import { Network } from "./network.js";
import {
  actionsOfNetwork,
  actionsOfPartner,
  networkById,
  partsOfAction,
} from "./partnership.reads.js";
import {
  planJointAction,
  PlanJointActionInput,
  PlanJointActionPayload,
} from "./plan-joint-action.js";

@Resolver(() => JointAction)
export class JointActionResolver {
  @Mutation(() => PlanJointActionPayload, {
    description: "Adds a joint action to who does what in a network.",
  })
  planJointAction(
    @Arg("input", () => PlanJointActionInput) input: PlanJointActionInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => planJointAction(work, input));
  }

  @Mutation(() => ChangedJointActionPayload, {
    description: "Says anew what is done and who has which part.",
  })
  changeJointAction(
    @Arg("input", () => ChangeJointActionInput) input: ChangeJointActionInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => changeJointAction(work, input));
  }

  @Mutation(() => ChangedJointActionPayload, {
    description: "The action is over; it leaves who does what.",
  })
  endJointAction(
    @Arg("input", () => EndJointActionInput) input: EndJointActionInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => endJointAction(work, input));
  }

  @FieldResolver(() => Network, { description: "Whose action it is." })
  network(@Root() action: JointAction, @Ctx() context: Context) {
    return context.load(networkById, action.networkId);
  }

  @FieldResolver(() => [JointActionPart], {
    description: "Who has a part, who is responsible first.",
  })
  parts(@Root() action: JointAction, @Ctx() context: Context) {
    return context.load(partsOfAction, action.id);
  }
}

@Resolver(() => JointActionPart)
export class JointActionPartResolver {
  @FieldResolver(() => Partner, { description: "The organisation." })
  partner(@Root() part: JointActionPart, @Ctx() context: Context) {
    return context.load(partnerById, part.partnerId);
  }
}

@Resolver(() => Network)
export class NetworkActionsResolver {
  @FieldResolver(() => [JointAction], {
    description: "Who does what: joint actions that run, the oldest first.",
  })
  @Cost(3)
  jointActions(@Root() network: Network, @Ctx() context: Context) {
    return context.load(actionsOfNetwork, network.id);
  }
}

@Resolver(() => Partner)
export class PartnerActionsResolver {
  @FieldResolver(() => [JointAction], {
    description: "Joint actions that have a part for it.",
  })
  @Cost(3)
  jointActions(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(actionsOfPartner, partner.id);
  }
}
