// Doors of the graph for who is not signed in: the links in mails, and the way to a new password.
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";

import { asSignedIn } from "../identity/index.js";
import type { Context } from "../platform/graphql/context.js";
import {
  acceptInvitation,
  AcceptInvitationInput,
  AcceptInvitationPayload,
} from "./accept-invitation.js";
import { AccountLink } from "./account-link.js";
import { accountLinkBehind } from "./account-link.reads.js";
import {
  requestPasswordReset,
  RequestPasswordResetInput,
} from "./request-password-reset.js";
import {
  resetPassword,
  ResetPasswordInput,
  ResetPasswordPayload,
} from "./reset-password.js";

@Resolver(() => AccountLink)
export class AccountLinkResolver {
  @Query(() => AccountLink, {
    nullable: true,
    description:
      "What the link of a mail leads to; null where it is none. Only a mutation uses it up.",
  })
  accountLink(
    @Arg("token", () => String) token: string,
    @Ctx() context: Context,
  ): Promise<AccountLink | null> {
    return accountLinkBehind(context, token);
  }

  @Mutation(() => AcceptInvitationPayload, {
    description:
      "Accepts an invitation by its link; a browser gets its cookie, as by signIn.",
  })
  async acceptInvitation(
    @Arg("input", () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Ctx() context: Context,
  ): Promise<typeof AcceptInvitationPayload> {
    const outcome = await acceptInvitation(context, input);
    return "token" in outcome ? asSignedIn(context, outcome) : outcome;
  }

  @Mutation(() => Boolean, {
    description:
      "Sends a link for a new password where somebody has the address. The answer is always true.",
  })
  async requestPasswordReset(
    @Arg("input", () => RequestPasswordResetInput)
    input: RequestPasswordResetInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await requestPasswordReset(context, input);
    return true;
  }

  @Mutation(() => ResetPasswordPayload, {
    description:
      "Sets a password by the link of a mail, once; all devices are signed out.",
  })
  resetPassword(
    @Arg("input", () => ResetPasswordInput) input: ResetPasswordInput,
    @Ctx() context: Context,
  ): Promise<typeof ResetPasswordPayload> {
    return resetPassword(context, input);
  }
}
