// An invitation is taken back before it was answered: its link opens nothing any more.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { Invitation } from "./invitation.js";
import { recordInvitation } from "./invite-person.js";
import { findWaiting } from "./send-invitation-again.js";

@InputType({ description: "Which invitation is taken back." })
export class WithdrawInvitationInput {
  @Field(() => ID, { description: "One of the organisation's `invitations`." })
  invitationId!: string;
}

export const WithdrawInvitationPayload = createUnionType({
  name: "WithdrawInvitationPayload",
  description: "Outcome of taking an invitation back.",
  types: () => [Invitation, InvalidInput] as const,
});

export async function withdrawInvitation(
  work: Work,
  input: WithdrawInvitationInput,
): Promise<Invitation | InvalidInput> {
  const invitation = await findWaiting(work, input.invitationId);
  if (invitation instanceof InvalidInput) return invitation;
  invitation.close("withdrawnAt", work.now);
  await work.manager.getRepository(Invitation).save(invitation);
  recordInvitation(work, invitation, "InvitationWithdrawn");
  return invitation;
}
