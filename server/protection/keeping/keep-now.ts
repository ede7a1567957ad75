// The officer does not wait for the night: what the terms ask for is done now, by the same durable job.
import { createUnionType, Field, InputType } from "type-graphql";

import type { Work } from "../../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { protectionPolicy } from "../protection.policy.js";
import { keepingTimesOf } from "./keeping.reads.js";
import { KeepingTimes } from "./keeping-times.js";

@InputType({ description: "Masks, erases and proposes what is due, now." })
export class KeepToRulesNowInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;
}

export const KeepToRulesNowPayload = createUnionType({
  name: "KeepToRulesNowPayload",
  description: "Outcome of asking for it now.",
  types: () => [KeepingTimes, RequestKeyReused, InvalidInput] as const,
});

/** Asked for again while it waits it is the same run. */
export async function keepToRulesNow(
  work: Work,
  { requestKey }: KeepToRulesNowInput,
): Promise<typeof KeepToRulesNowPayload> {
  const { centreId } = work;
  const touch = {
    action: "CONFIG_CHANGE",
    noun: "ProtectionRules",
    subjectId: centreId,
    fields: [],
    change: "KeepingAsked",
  } as const;
  work.means(touch);
  authorize(work, protectionPolicy.erase, { centreId });
  const { problem } = new InputCheck(work.say).key(requestKey);
  if (problem) return problem;
  const taken = await takeRequestKey(
    ...([work, "keepToRulesNow", requestKey, {}, centreId] as const),
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (!taken.repeats) {
    await work.rows(`select keep_now($1)`, [work.now]);
    work.touch(touch);
  }
  return keepingTimesOf(work);
}
