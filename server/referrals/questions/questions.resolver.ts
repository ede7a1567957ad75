// What both sides asked and answered about a referral, who may ask and answer now, and the doors to doing so.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../../events/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { allows } from "../../platform/permission/allows.js";
import { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import {
  answerQuestion,
  AnswerQuestionInput,
  AnswerQuestionPayload,
} from "./answer-question.js";
import {
  askAboutReferral,
  AskAboutReferralInput,
  AskAboutReferralPayload,
} from "./ask-about-referral.js";
import { messagesOf } from "./messages.js";
import { ReferralMessage } from "./referral-message.js";
import { standsUntil } from "./standing-clock.js";

@Resolver(() => Referral)
export class ReferralQuestionsResolver {
  @FieldResolver(() => [ReferralMessage], {
    nullable: true,
    description:
      "What was asked and answered, oldest first, at most 20; null: nothing, or not the viewer's to read.",
  })
  messages(@Root() referral: Referral, @Ctx() context: Context) {
    return context.load(messagesOf, referral);
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description:
      "While a question waits the clock of the answer stands still, until then at most; dueAt is as late as it may be.",
  })
  clockStandsUntil(@Root() referral: Referral) {
    const { status, askedAt } = referral;
    return status === "INFO_REQUESTED" && askedAt
      ? standsUntil(referral, askedAt)
      : null;
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may ask its coordinator now.",
  })
  viewerCanAskAbout(
    @Root() referral: Referral,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      referral.canMove("INFO_REQUESTED", "PARTNER") &&
      allows(referralPolicy.askAbout, actor, referral)
    );
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may answer the partner's question now.",
  })
  viewerCanAnswerQuestion(
    @Root() referral: Referral,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      referral.status === "INFO_REQUESTED" &&
      allows(referralPolicy.answerQuestion, actor, referral)
    );
  }

  @Mutation(() => AskAboutReferralPayload, {
    description:
      "The partner asks before it answers: INFO_REQUESTED; its clock stands still.",
  })
  askAboutReferral(
    @Arg("input", () => AskAboutReferralInput) input: AskAboutReferralInput,
    @Ctx() context: Context,
  ): Promise<typeof AskAboutReferralPayload> {
    return transact(context, (work) => askAboutReferral(work, input));
  }

  @Mutation(() => AnswerQuestionPayload, {
    description: "The coordinator answers the question: RECEIVED.",
  })
  answerQuestion(
    @Arg("input", () => AnswerQuestionInput) input: AnswerQuestionInput,
    @Ctx() context: Context,
  ): Promise<typeof AnswerQuestionPayload> {
    return transact(context, (work) => answerQuestion(work, input));
  }
}
