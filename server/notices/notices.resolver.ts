// Doors of the graph to links: no account is asked, the link itself is the key.
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";

import { transact } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";
import {
  answerByLink,
  AnswerByLinkInput,
  AnswerByLinkPayload,
} from "./answer-by-link.js";
import {
  askToConfirm,
  AskToConfirmInput,
  AskToConfirmPayload,
  ConfirmationAsked,
} from "./ask-partner.js";
import {
  confirmByLink,
  ConfirmByLinkInput,
  ConfirmByLinkPayload,
} from "./confirm-by-link.js";
import { OpenedLink } from "./linked.js";
import { openedLink } from "./links.reads.js";
import { renewLink, RenewLinkInput, RenewLinkPayload } from "./renew-link.js";

@Resolver(() => ConfirmationAsked)
export class ConfirmationResolver {
  @Mutation(() => AskToConfirmPayload, {
    description:
      "Asks an organisation by mail whether its free places are still true, at most once a day.",
  })
  askToConfirm(
    @Arg("input", () => AskToConfirmInput) input: AskToConfirmInput,
    @Ctx() context: Context,
  ): Promise<typeof AskToConfirmPayload> {
    return transact(context, (work) => askToConfirm(work, input));
  }
}

@Resolver(() => OpenedLink)
export class LinkResolver {
  @Query(() => OpenedLink, {
    nullable: true,
    description:
      "What the link of a mail lets its holder do; null where there is no such link. Changes nothing.",
  })
  actionLink(
    @Arg("token", () => String) token: string,
    @Ctx() context: Context,
  ): Promise<OpenedLink | null> {
    return openedLink(context, token);
  }

  @Mutation(() => ConfirmByLinkPayload, {
    description:
      "Confirms or corrects all free places of an organisation, once; all of them or none.",
  })
  confirmByLink(
    @Arg("input", () => ConfirmByLinkInput) input: ConfirmByLinkInput,
    @Ctx() context: Context,
  ): Promise<typeof ConfirmByLinkPayload> {
    return confirmByLink(context, input);
  }

  @Mutation(() => AnswerByLinkPayload, {
    description:
      "Acknowledges or answers one referral; an answer uses the link up.",
  })
  answerByLink(
    @Arg("input", () => AnswerByLinkInput) input: AnswerByLinkInput,
    @Ctx() context: Context,
  ): Promise<typeof AnswerByLinkPayload> {
    return answerByLink(context, input);
  }

  @Mutation(() => RenewLinkPayload, {
    description:
      "Sends another link in place of an expired one, to the same address.",
  })
  renewLink(
    @Arg("input", () => RenewLinkInput) input: RenewLinkInput,
    @Ctx() context: Context,
  ): Promise<typeof RenewLinkPayload> {
    return renewLink(context, input);
  }
}
