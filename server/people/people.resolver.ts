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
import { Assignee } from "./assignee.js";
import {
  assigneesOfPartner,
  invitationsOfPartner,
  rolesViewerCanGive,
} from "./assignees.reads.js";
import { changeDuties, ChangeDutiesInput } from "./change-duties.js";
import { ChangedAssigneePayload } from "./changed-assignee.js";
import { endDuties, EndDutiesInput } from "./end-duties.js";
import { Invitation } from "./invitation.js";
import {
  invitePerson,
  InvitePersonInput,
  InvitePersonPayload,
} from "./invite-person.js";
import {
  lockAssignee,
  LockAssigneeInput,
  unlockAssignee,
  UnlockAssigneeInput,
} from "./lock-assignee.js";
import {
  sendInvitationAgain,
  SendInvitationAgainInput,
  SendInvitationAgainPayload,
} from "./send-invitation-again.js";
import { invitationStillGiven } from "./still-given.reads.js";
import {
  withdrawInvitation,
  WithdrawInvitationInput,
  WithdrawInvitationPayload,
} from "./withdraw-invitation.js";

@Resolver(() => Partner)
export class PartnerPeopleResolver {
  @FieldResolver(() => [Assignee], {
    description:
      "Who acts for it here, by name; empty where that is not the viewer's.",
  })
  assignees(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(assigneesOfPartner, partner.id);
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
  @FieldResolver(() => Boolean, {
    description:
      "Whoever sent it may still give these roles; else its link opens nothing: withdraw it, and ask in anew.",
  })
  stillGiven(@Root() { id }: Invitation, @Ctx() context: Context) {
    return context.load(invitationStillGiven, id);
  }

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
  useCase: (work: Work) => Promise<typeof ChangedAssigneePayload>,
): Promise<typeof ChangedAssigneePayload> {
  const outcome = await transact(context, useCase);
  if (outcome instanceof Assignee) context.rightsChanged(outcome.accountId);
  return outcome;
}

@Resolver(() => Assignee)
export class AssigneeResolver {
  @Mutation(() => ChangedAssigneePayload, {
    description:
      "Gives and takes roles; what is taken is gone at once, on open sockets too.",
  })
  changeDuties(
    @Arg("input", () => ChangeDutiesInput) input: ChangeDutiesInput,
    @Ctx() context: Context,
  ) {
    return changing(context, (work) => changeDuties(work, input));
  }

  @Mutation(() => ChangedAssigneePayload, {
    description: "Ends all that somebody may in an organisation, at once.",
  })
  endDuties(
    @Arg("input", () => EndDutiesInput) input: EndDutiesInput,
    @Ctx() context: Context,
  ) {
    return changing(context, (work) => endDuties(work, input));
  }

  @Mutation(() => ChangedAssigneePayload, {
    description: "Locks somebody out of an organisation, at once.",
  })
  lockAssignee(
    @Arg("input", () => LockAssigneeInput) input: LockAssigneeInput,
    @Ctx() context: Context,
  ) {
    return changing(context, (work) => lockAssignee(work, input));
  }

  @Mutation(() => ChangedAssigneePayload, {
    description: "Lets somebody who was locked out in again.",
  })
  unlockAssignee(
    @Arg("input", () => UnlockAssigneeInput) input: UnlockAssigneeInput,
    @Ctx() context: Context,
  ) {
    return changing(context, (work) => unlockAssignee(work, input));
  }
}
