// One referral is acknowledged and answered by the link of a mail, by its number alone (story P18).
import {
  createUnionType,
  Field,
  InputType,
  registerEnumType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import {
  acceptReferral,
  DeclineReason,
  declineReferral,
  openReferral,
  Referral,
  waitlistReferral,
} from "../referrals/index.js";
import { actByLink, Outdated } from "./act-by-link.js";
import type { LinkAnswer } from "./action-link.js";
import { LinkDead, LinkOutdated } from "./link-problems.js";
import { OpenedLink } from "./linked.js";

export const LinkReply = {
  ACKNOWLEDGE: "ACKNOWLEDGE",
  ACCEPT: "ACCEPT",
  WAITLIST: "WAITLIST",
  DECLINE: "DECLINE",
} as const;
export type LinkReply = keyof typeof LinkReply;
registerEnumType(LinkReply, {
  name: "LinkReply",
  description: "What a contact person says to a referral by a link.",
  valuesConfig: {
    ACKNOWLEDGE: { description: "Seen; the answer comes later." },
    ACCEPT: { description: "Accepted; the place is reserved." },
    WAITLIST: { description: "Into the queue." },
    DECLINE: { description: "No possibility to take; needs a reason." },
  },
});

@InputType({ description: "The answer to one referral." })
export class AnswerByLinkInput {
  @Field(() => String, { description: "Of the link." })
  token!: string;

  @Field(() => LinkReply, { description: "What she says." })
  reply!: LinkReply;

  @Field(() => DeclineReason, {
    nullable: true,
    description: "Why not; needed with DECLINE.",
  })
  reason?: DeclineReason | null;
}

export const AnswerByLinkPayload = createUnionType({
  name: "AnswerByLinkPayload",
  description: "Outcome of answering by link.",
  types: () => [OpenedLink, LinkOutdated, LinkDead, InvalidInput] as const,
});

/** ACKNOWLEDGE leaves the link open for the answer. */
const USES = {
  ACKNOWLEDGE: null,
  ACCEPT: "ACCEPTED",
  WAITLIST: "WAITLISTED",
  DECLINE: "DECLINED",
} as const satisfies Record<LinkReply, LinkAnswer | null>;

export async function answerByLink(
  context: Context,
  { token, reply, reason }: AnswerByLinkInput,
): Promise<typeof AnswerByLinkPayload> {
  const problem = new InputCheck(context.say).that(
    reply !== "DECLINE" || Boolean(reason),
    "reason",
    { pl: "Podaj powód.", en: "Give a reason." },
  ).problem;
  if (problem) return problem;
  return actByLink<never>(
    context,
    token,
    "ANSWER_REFERRAL",
    USES[reply],
    async (work, { referralId }) => {
      const outcome = await takeReply(
        work,
        toGlobalId("Referral", referralId ?? ""),
        reply,
        reason ?? "OTHER",
      );
      return outcome instanceof Referral ? null : new Outdated(outcome.message);
    },
  );
}

function takeReply(
  work: Work,
  referralId: string,
  reply: LinkReply,
  reason: DeclineReason,
) {
  switch (reply) {
    case "ACKNOWLEDGE":
      return openReferral(work, { referralId });
    case "ACCEPT":
      return acceptReferral(work, { referralId });
    case "WAITLIST":
      return waitlistReferral(work, { referralId });
    case "DECLINE":
      return declineReferral(work, { referralId, reason });
  }
}
