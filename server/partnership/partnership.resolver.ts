// Doors of the graph to networks and to the type of a stakeholder.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { Centre } from "../identity/index.js";
import { Partner, partnerById, StakeholderType } from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { allows } from "../platform/permission/allows.js";
import { changeHub, ChangeHubInput } from "./change-hub.js";
import { changeNetwork, ChangeNetworkInput } from "./change-network.js";
import {
  formNetwork,
  FormNetworkInput,
  FormNetworkPayload,
} from "./form-network.js";
import { ChangedNetworkPayload } from "./found-network.js";
import { NetworkMembership } from "./membership.js";
import { Network } from "./network.js";
import { NetworkProcedure, procedureOfAll } from "./network-procedure.js";
import { networkPolicy } from "./partnership.policy.js";
import {
  membershipsOfNetwork,
  membershipsThatEnded,
  networksVisibleTo,
  proceduresOfNetwork,
  stakeholderTypeOfPartner,
} from "./partnership.reads.js";
import { registerPartner, RegisterPartnerPayload } from "./register-partner.js";
import { RegisterPartnerInput } from "./register-partner-input.js";
import { setNetworkState, SetNetworkStateInput } from "./set-network-state.js";
import {
  writeProcedure,
  WriteProcedureInput,
  WriteProcedurePayload,
} from "./write-procedure.js";

@Resolver(() => Centre)
export class CentreNetworksResolver {
  @FieldResolver(() => [Network], {
    description:
      "Networks of the centre, the oldest first, those that are closed last.",
  })
  @Cost(5)
  networks(@Root() _centre: Centre, @Ctx() context: Context) {
    return networksVisibleTo(context);
  }
}

@Resolver(() => Network)
export class NetworkResolver {
  @Mutation(() => FormNetworkPayload, {
    description: "Begins a network of the centre, at the first step.",
  })
  formNetwork(
    @Arg("input", () => FormNetworkInput) input: FormNetworkInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => formNetwork(work, input));
  }

  @Mutation(() => ChangedNetworkPayload, {
    description: "Says anew what a network is for and how often it meets.",
  })
  changeNetwork(
    @Arg("input", () => ChangeNetworkInput) input: ChangeNetworkInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => changeNetwork(work, input));
  }

  @Mutation(() => ChangedNetworkPayload, {
    description: "Makes another member the main node of a network.",
  })
  changeHub(
    @Arg("input", () => ChangeHubInput) input: ChangeHubInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => changeHub(work, input));
  }

  @Mutation(() => ChangedNetworkPayload, {
    description:
      "Lets a network rest or go on, or closes it for good; what still stands on it is settled first.",
  })
  setNetworkState(
    @Arg("input", () => SetNetworkStateInput) input: SetNetworkStateInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => setNetworkState(work, input));
  }

  @FieldResolver(() => [NetworkMembership], {
    description:
      "Who is in it or invited, the hub first, then by type; of a closed one, who was in it to the end.",
  })
  @Cost(3)
  memberships(@Root() network: Network, @Ctx() context: Context) {
    return context.load(membershipsOfNetwork, network.id);
  }

  @FieldResolver(() => [NetworkMembership], {
    description: "Who has left it, the last first, at most 100.",
  })
  @Cost(3)
  formerMemberships(@Root() network: Network, @Ctx() context: Context) {
    return context.load(membershipsThatEnded, network.id);
  }

  @Mutation(() => WriteProcedurePayload, {
    description: "Writes anew how organisations join and leave a network.",
  })
  writeProcedure(
    @Arg("input", () => WriteProcedureInput) input: WriteProcedureInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => writeProcedure(work, input));
  }

  @FieldResolver(() => [NetworkProcedure], {
    description:
      "How organisations join and leave: the version in use first, then the latest before it.",
  })
  @Cost(3)
  async procedures(
    @Root() network: Network,
    @Ctx() context: Context,
  ): Promise<NetworkProcedure[]> {
    const written = await context.load(proceduresOfNetwork, network.id);
    return written.length > 0
      ? written
      : [procedureOfAll(network, context.say)];
  }

  @FieldResolver(() => Boolean, {
    description:
      "The viewer leads it, and it is at work: forms, invites, says who does what.",
  })
  viewerCanLead(@Root() network: Network, @Ctx() { actor }: Context): boolean {
    return network.isOpen && allows(networkPolicy.lead, actor, network);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer lets it rest or go on, or closes it.",
  })
  viewerCanSetState(
    @Root() network: Network,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      network.status !== "CLOSED" && allows(networkPolicy.lead, actor, network)
    );
  }

  @FieldResolver(() => Partner, { description: "Its main node." })
  hub(@Root() network: Network, @Ctx() context: Context) {
    return context.load(partnerById, network.hubPartnerId);
  }
}

@Resolver(() => Partner)
export class PartnerStakeholderResolver {
  @Mutation(() => RegisterPartnerPayload, {
    description:
      "Registers an organisation with its contact person; it joins the local network.",
  })
  registerPartner(
    @Arg("input", () => RegisterPartnerInput) input: RegisterPartnerInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => registerPartner(work, input));
  }

  @FieldResolver(() => StakeholderType, {
    nullable: true,
    description: "Type in the centre's local network; null for the hub.",
  })
  stakeholderType(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(stakeholderTypeOfPartner, partner.id);
  }
}
