// A partner asks before it answers: what is missing, of a list, and a few words without anybody's data; its clock stands still.
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
import {
  countMessages,
  LONGEST_MESSAGE,
  MOST_MESSAGES,
  writeMessage,
} from "./messages.js";
import { QuestionTopic } from "./referral-message.js";
import { stopClock } from "./standing-clock.js";
import { checkWording } from "./wording.js";

@InputType({ description: "What the partner needs to know." })
export class AskAboutReferralInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => [QuestionTopic], {
    description: "What is missing: one at least, each once.",
  })
  topics!: QuestionTopic[];

  @Field(() => String, {
    nullable: true,
    description:
      "In a few words, at most 300 characters; nothing about the person. With OTHER it is required.",
  })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: MEANT })
  sensitiveWordsMeant?: boolean | null;
}

export const AskAboutReferralPayload = createUnionType({
  name: "AskAboutReferralPayload",
  description: "Outcome of asking.",
  types: () =>
    [
      Referral,
      ReferralMoved,
      SensitiveWords,
      RequestKeyReused,
      InvalidInput,
    ] as const,
});

export function askAboutReferral(
  work: Work,
  input: AskAboutReferralInput,
): Promise<typeof AskAboutReferralPayload> {
  return onceByKey(work, "askAboutReferral", input, () =>
    moveReferral(
      work,
      input.referralId,
      {
        to: "INFO_REQUESTED",
        sides: ["PARTNER"],
        event: "InformationRequested",
        permission: referralPolicy.askAbout,
        isOnce: false,
      },
      async (referral) => {
        const text = input.text?.trim() ?? "";
        const { topics } = input;
        const { problem: fault } = await checkWording(
          work,
          referral,
          new InputCheck(work.say)
            .key(input.requestKey)
            .that(
              topics.length > 0 && new Set(topics).size === topics.length,
              "topics",
              {
                pl: "Wybierz, czego brakuje.",
                en: "Choose what is missing.",
              },
            )
            .that(text.length > 0 || !topics.includes("OTHER"), "text", {
              pl: "Napisz, o co pytasz.",
              en: "Write what you ask.",
            })
            .that(
              (await countMessages(work, referral.id)) < MOST_MESSAGES,
              "text",
              {
                pl: "Przy tym skierowaniu jest już dużo pytań. Zadzwoń do osoby, która je wysłała.",
                en: "There are many questions about this referral already. Call who sent it.",
              },
            ),
          { path: "text", text, most: LONGEST_MESSAGE },
        );
        const doubt =
          fault ?? doubtWords(work.say, input.sensitiveWordsMeant, { text });
        if (doubt) return doubt;
        referral.openedAt ??= work.now;
        stopClock(referral, work.now);
        if (referral.dueAt)
          await ringAt(work, EXPIRE_REFERRAL, referral.id, referral.dueAt);
        await writeMessage(work, referral, {
          fromPartner: true,
          topics: [...topics],
          text,
        });
        return undefined;
      },
    ),
  );
}
