// Moves that may be made again and again: a repeat of one of them, whose answer was lost, is known by its key.
import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { findReferral } from "./move-referral.js";
import type { Referral } from "./referral.js";
import { unknownReferral } from "./referral-problems.js";

/** A key that is none is told by the move itself, among the faults of its input. */
export async function onceByKey<Outcome>(
  work: Work,
  operation: string,
  input: { requestKey: string; referralId: string },
  move: () => Promise<Outcome>,
): Promise<
  Outcome | Referral | RequestKeyReused | ReturnType<typeof unknownReferral>
> {
  const id = fromGlobalId("Referral", input.referralId);
  const taken = await takeRequestKey(
    work,
    operation,
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  return taken.repeats
    ? ((await findReferral(work, taken.repeats)) ?? unknownReferral(work.say))
    : move();
}
