// Doors of the graph to the memberships of a network: who is asked in, who joins, who is what there.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { centreById } from "../identity/index.js";
import { Partner, partnerById } from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { Day } from "../platform/graphql/scalars.js";
import { allows } from "../platform/permission/allows.js";
import {
  acceptMembership,
  AcceptMembershipInput,
} from "./accept-membership.js";
import { announceLeaving, AnnounceLeavingInput } from "./announce-leaving.js";
import {
  changeMembership,
  ChangeMembershipInput,
} from "./change-membership.js";
import { completeLeaving, CompleteLeavingInput } from "./complete-leaving.js";
import {
  declineMembership,
  DeclineMembershipInput,
} from "./decline-membership.js";
import { ChangedMembershipPayload } from "./found-network.js";
import {
  inviteToNetwork,
  InviteToNetworkInput,
  InviteToNetworkPayload,
} from "./invite-to-network.js";
import { NetworkMembership } from "./membership.js";
import { Network } from "./network.js";
import { membershipPolicy } from "./partnership.policy.js";
import {
  membershipsOfPartner,
  networkById,
  partnerLeavesOn,
} from "./partnership.reads.js";
import { takeBackLeaving, TakeBackLeavingInput } from "./take-back-leaving.js";

@Resolver(() => NetworkMembership)
export class NetworkMembershipResolver {
  @Mutation(() => InviteToNetworkPayload, {
    description: "Asks an organisation of the centre into a network.",
  })
  inviteToNetwork(
    @Arg("input", () => InviteToNetworkInput) input: InviteToNetworkInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => inviteToNetwork(work, input));
  }

  @Mutation(() => ChangedMembershipPayload, {
    description: "An invited organisation joins, or begins to watch.",
  })
  acceptMembership(
    @Arg("input", () => AcceptMembershipInput) input: AcceptMembershipInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => acceptMembership(work, input));
  }

  @Mutation(() => ChangedMembershipPayload, {
    description:
      "An invitation ends: the organisation does not join, or the hub takes it back.",
  })
  declineMembership(
    @Arg("input", () => DeclineMembershipInput) input: DeclineMembershipInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => declineMembership(work, input));
  }

  @Mutation(() => ChangedMembershipPayload, {
    description: "Says anew what an organisation is and does in a network.",
  })
  changeMembership(
    @Arg("input", () => ChangeMembershipInput) input: ChangeMembershipInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => changeMembership(work, input));
  }

  @FieldResolver(() => Partner, { description: "Whose it is." })
  partner(@Root() membership: NetworkMembership, @Ctx() context: Context) {
    return context.load(partnerById, membership.partnerId);
  }

  @FieldResolver(() => Network, {
    nullable: true,
    description:
      "Where; null where networks are not the viewer's to see, who then knows the type alone.",
  })
  network(@Root() membership: NetworkMembership, @Ctx() context: Context) {
    return context.load(networkById, membership.networkId);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may say yes to this invitation.",
  })
  async viewerCanAccept(
    @Root() membership: NetworkMembership,
    @Ctx() context: Context,
  ): Promise<boolean> {
    if (
      membership.role !== "INVITED" ||
      !allows(membershipPolicy.accept, context.actor, membership)
    )
      return false;
    const network = await context.load(networkById, membership.networkId);
    return network?.isOpen ?? false;
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may end this invitation without a yes.",
  })
  viewerCanDecline(
    @Root() membership: NetworkMembership,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      membership.role === "INVITED" &&
      membership.leftOn === null &&
      allows(membershipPolicy.accept, actor, membership)
    );
  }
}

@Resolver(() => NetworkMembership)
export class LeavingResolver {
  @Mutation(() => ChangedMembershipPayload, {
    description:
      "Says that an organisation leaves a network, from which day and why; again: says it anew.",
  })
  announceLeaving(
    @Arg("input", () => AnnounceLeavingInput) input: AnnounceLeavingInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => announceLeaving(work, input));
  }

  @Mutation(() => ChangedMembershipPayload, {
    description: "An organisation that was leaving stays.",
  })
  takeBackLeaving(
    @Arg("input", () => TakeBackLeavingInput) input: TakeBackLeavingInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => takeBackLeaving(work, input));
  }

  @Mutation(() => ChangedMembershipPayload, {
    description:
      "An organisation has left; refused while an open referral has no plan or an agreement goes on.",
  })
  completeLeaving(
    @Arg("input", () => CompleteLeavingInput) input: CompleteLeavingInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => completeLeaving(work, input));
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may say that it leaves, take it back, and end it.",
  })
  async viewerCanLeave(
    @Root() membership: NetworkMembership,
    @Ctx() context: Context,
  ): Promise<boolean> {
    if (
      !membership.mayLeave ||
      !allows(membershipPolicy.leave, context.actor, membership)
    )
      return false;
    const centre = await context.load(centreById, membership.centreId);
    return centre?.hubPartnerId !== membership.partnerId;
  }
}

@Resolver(() => Partner)
export class PartnerMembershipsResolver {
  @FieldResolver(() => [NetworkMembership], {
    description: "The networks that it is in, or invited to.",
  })
  @Cost(2)
  memberships(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(membershipsOfPartner, partner.id);
  }

  @FieldResolver(() => Day, {
    nullable: true,
    description:
      "From which day on it has no voice in any network, and nobody is referred to it, as it has announced; null: it stays in one, or networks are not the viewer's to see.",
  })
  leavesOn(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(partnerLeavesOn, partner.id);
  }
}
