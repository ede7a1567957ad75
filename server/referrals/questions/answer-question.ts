// The coordinator answers what the partner asked: the referral waits for its answer again, and the clock runs on.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import { doubtWords, MEANT, SensitiveWords } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { RequestKeyReused } from "../../events/index.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { EXPIRE_REFERRAL, ringAt } from "../expire-referral.js";
import { moveReferral } from "../move-referral.js";
import { onceByKey } from "../once-by-key.js";
import { Referral } from "../referral.js";
import { ReferralMoved } from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import { LONGEST_MESSAGE, writeMessage } from "./messages.js";
import { startClock } from "./standing-clock.js";
import { checkWording } from "./wording.js";

@InputType({ description: "The answer to a partner's question." })
export class AnswerQuestionInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => String, {
    description:
      "In a few words, at most 300 characters; nobody's name or number.",
  })
  text!: string;

  @Field(() => Boolean, { nullable: true, description: MEANT })
  sensitiveWordsMeant?: boolean | null;
}

export const AnswerQuestionPayload = createUnionType({
  name: "AnswerQuestionPayload",
  description: "Outcome of answering a question.",
  types: () =>
    [
      Referral,
      ReferralMoved,
      SensitiveWords,
      RequestKeyReused,
      InvalidInput,
    ] as const,
});

export function answerQuestion(
  work: Work,
  input: AnswerQuestionInput,
): Promise<typeof AnswerQuestionPayload> {
  return onceByKey(work, "answerQuestion", input, () =>
    moveReferral(
      work,
      input.referralId,
      {
        to: "RECEIVED",
        sides: ["COORDINATOR"],
        event: "InformationGiven",
        permission: referralPolicy.answerQuestion,
        isOnce: false,
      },
      async (referral) => {
        const text = input.text.trim();
        const { problem: fault } = await checkWording(
          work,
          referral,
          new InputCheck(work.say)
            .key(input.requestKey)
            .that(text.length > 0, "text", {
              pl: "Napisz odpowiedź.",
              en: "Write the answer.",
            }),
          { path: "text", text, most: LONGEST_MESSAGE },
        );
        const doubt =
          fault ?? doubtWords(work.say, input.sensitiveWordsMeant, { text });
        if (doubt) return doubt;
        startClock(referral, work.now);
        if (referral.dueAt)
          await ringAt(work, EXPIRE_REFERRAL, referral.id, referral.dueAt);
        await writeMessage(work, referral, {
          fromPartner: false,
          topics: [],
          text,
        });
        return undefined;
      },
    ),
  );
}
