// Doors of the graph to the people of an organisation: who acts for it, who is asked in, and what changes for them.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import type { Work } from "../events/index.js";
import { transact } from "../events/index.js";
import { Role } from "../identity/index.js";
import { Partner } from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import { changeDuties, ChangeDutiesInput } from "./change-duties.js";
import { ChangedUserPayload } from "./changed-user.js";
import { endDuties, EndDutiesInput } from "./end-duties.js";
import { Invitation } from "./invitation.js";
import {
  invitePerson,
  InvitePersonInput,
  InvitePersonPayload,
} from "./invite-person.js";
import {
  lockUser,
  LockUserInput,
  unlockUser,
  UnlockUserInput,
} from "./lock-user.js";
import { PartnerUser } from "./partner-user.js";
import {
  sendInvitationAgain,
  SendInvitationAgainInput,
  SendInvitationAgainPayload,
} from "./send-invitation-again.js";
import {
  invitationsOfPartner,
  rolesViewerCanGive,
  usersOfPartner,
} from "./users.reads.js";
import {
  withdrawInvitation,
  WithdrawInvitationInput,
  WithdrawInvitationPayload,
} from "./withdraw-invitation.js";

@Resolver(() => Partner)
export class PartnerPeopleResolver {
  @FieldResolver(() => [PartnerUser], {
    description:
      "Who acts for it here, by name; empty where that is not the viewer's.",
  })
  users(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(usersOfPartner, partner.id);
  }

  @FieldResolver(() => [Invitation], {
    description:
      "Invitations that wait for an answer, the newest first; empty where they are not the viewer's.",
  })
  invitations(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(invitationsOfPartner, partner.id);
  }

  @FieldResolver(() => [Role], {
    description:
      "Roles in which the viewer may ask somebody in here, and that she may give and take.",
  })
  rolesViewerCanGive(@Root() partner: Partner, @Ctx() context: Context) {
    return rolesViewerCanGive(context, partner);
  }
}

@Resolver(() => Invitation)
export class InvitationResolver {
  @Mutation(() => InvitePersonPayload, {
    description:
      "Asks somebody in by e-mail; nothing tells whether the address has an account.",
  })
  invitePerson(
    @Arg("input", () => InvitePersonInput) input: InvitePersonInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => invitePerson(work, input));
  }

  @Mutation(() => SendInvitationAgainPayload, {
    description: "Sends the mail again; its link holds for seven days more.",
  })
  sendInvitationAgain(
    @Arg("input", () => SendInvitationAgainInput)
    input: SendInvitationAgainInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => sendInvitationAgain(work, input));
  }

  @Mutation(() => WithdrawInvitationPayload, {
    description: "Takes an invitation back; its link opens nothing any more.",
  })
  withdrawInvitation(
    @Arg("input", () => WithdrawInvitationInput)
    input: WithdrawInvitationInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => withdrawInvitation(work, input));
  }
}

/** After the commit every process asks her rights anew, on open sockets too. */
async function changing(
  context: Context,
  useCase: (work: Work) => Promise<typeof ChangedUserPayload>,
): Promise<typeof ChangedUserPayload> {
  const outcome = await transact(context, useCase);
  if (outcome instanceof PartnerUser) context.rightsChanged(outcome.accountId);
  return outcome;
}

@Resolver(() => PartnerUser)
export class PartnerUserResolver {
  @Mutation(() => ChangedUserPayload, {
    description:
      "Gives and takes roles; what is taken is gone at once, on open sockets too.",
  })
  changeDuties(
    @Arg("input", () => ChangeDutiesInput) input: ChangeDutiesInput,
    @Ctx() context: Context,
  ) {
    return changing(context, (work) => changeDuties(work, input));
  }

  @Mutation(() => ChangedUserPayload, {
    description: "Ends all that somebody may in an organisation, at once.",
  })
  endDuties(
    @Arg("input", () => EndDutiesInput) input: EndDutiesInput,
    @Ctx() context: Context,
  ) {
    return changing(context, (work) => endDuties(work, input));
  }

  @Mutation(() => ChangedUserPayload, {
    description: "Locks somebody out of an organisation, at once.",
  })
  lockUser(
    @Arg("input", () => LockUserInput) input: LockUserInput,
    @Ctx() context: Context,
  ) {
    return changing(context, (work) => lockUser(work, input));
  }

  @Mutation(() => ChangedUserPayload, {
    description: "Lets somebody who was locked out in again.",
  })
  unlockUser(
    @Arg("input", () => UnlockUserInput) input: UnlockUserInput,
    @Ctx() context: Context,
  ) {
    return changing(context, (work) => unlockUser(work, input));
  }
}
