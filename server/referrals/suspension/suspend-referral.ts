// A running service pauses: said by the partner or the coordinator, with a reason and the day on which it is expected to go on; the place stays taken.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import { doubtWords, MEANT, SensitiveWords } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { RequestKeyReused } from "../../events/index.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { Day } from "../../platform/graphql/scalars.js";
import { moveReferral } from "../move-referral.js";
import { onceByKey } from "../once-by-key.js";
import { checkWording } from "../questions/wording.js";
import { checkExpected } from "../queue/expected-day.js";
import { Referral } from "../referral.js";
import { ReferralMoved } from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import { SuspendReason } from "./suspend-reason.js";

const LONGEST_NOTE = 200;

@InputType({ description: "Which running service pauses, why and how long." })
export class SuspendReferralInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => SuspendReason, { description: "Why." })
  reason!: SuspendReason;

  @Field(() => String, {
    nullable: true,
    description:
      "In a few words, at most 200 characters; nothing about the person. With OTHER it is required.",
  })
  note?: string | null;

  @Field(() => Day, {
    description: "When it is expected to go on: from today, two years at most.",
  })
  resumesOn!: string;

  @Field(() => Boolean, { nullable: true, description: MEANT })
  sensitiveWordsMeant?: boolean | null;
}

export const SuspendReferralPayload = createUnionType({
  name: "SuspendReferralPayload",
  description: "Outcome of pausing.",
  types: () =>
    [
      Referral,
      ReferralMoved,
      SensitiveWords,
      RequestKeyReused,
      InvalidInput,
    ] as const,
});

export function suspendReferral(
  work: Work,
  input: SuspendReferralInput,
): Promise<typeof SuspendReferralPayload> {
  return onceByKey(work, "suspendReferral", input, () =>
    moveReferral(
      work,
      input.referralId,
      {
        to: "SUSPENDED",
        sides: ["PARTNER", "COORDINATOR"],
        event: "ReferralSuspended",
        permission: referralPolicy.suspend,
        isOnce: false,
      },
      async (referral) => {
        const note = input.note?.trim() ?? "";
        const fault =
          (await faults(work, referral, input, note)) ??
          checkExpected(work, input.resumesOn, "resumesOn") ??
          doubtWords(work.say, input.sensitiveWordsMeant, { note });
        if (fault) return fault;
        referral.suspendedAt = work.now;
        referral.suspendReason = input.reason;
        referral.suspendNote = note || null;
        referral.resumesOn = input.resumesOn;
        return undefined;
      },
    ),
  );
}

async function faults(
  work: Work,
  referral: Referral,
  { requestKey, reason }: SuspendReferralInput,
  note: string,
): Promise<InvalidInput | null> {
  const check = new InputCheck(work.say)
    .key(requestKey)
    .that(note.length > 0 || reason !== "OTHER", "note", {
      pl: "Napisz krótko, dlaczego.",
      en: "Write in short why.",
    });
  const words = { path: "note", text: note, most: LONGEST_NOTE };
  return (await checkWording(work, referral, check, words)).problem;
}
