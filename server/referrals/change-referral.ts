// A referral is changed and stays where it is: found, allowed, locked, the next version written with its event.
import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { Problem } from "../platform/graphql/problem.js";
import type { Expression } from "../platform/permission/expression.js";
import { findReferral, saveReferral, touchOf } from "./move-referral.js";
import { Referral } from "./referral.js";
import type { ReferralMoved } from "./referral-problems.js";
import { referralMoved, unknownReferral } from "./referral-problems.js";
import type { ReferralStatus } from "./referral-status.js";
import type { ReferralRow } from "./referrals.policy.js";

export interface Change {
  /** In the past tense. */
  event: string;
  permission: Expression<ReferralRow>;
  /** In which states it can be changed so. */
  states: readonly ReferralStatus[];
}

/** What the event tells of it beside the referral, or that it was so already. */
type Told = Readonly<Record<string, string | number>> | "done";

/** @throws FORBIDDEN where it is seen, but not the actor's to change so */
export async function changeReferral<Asked extends Problem = never>(
  work: Work,
  referralId: string,
  change: Change,
  effect: (
    referral: Referral,
  ) => Promise<Told | InvalidInput | ReferralMoved | NoInfer<Asked>>,
): Promise<Referral | ReferralMoved | InvalidInput | NoInfer<Asked>> {
  const id = fromGlobalId("Referral", referralId);
  work.means({ ...touchOf(id), change: change.event });
  const seen = await findReferral(work, id);
  if (!seen) return unknownReferral(work.say);
  authorize(work, change.permission, seen);
  const referral = await work.manager.getRepository(Referral).findOne({
    where: { centreId: work.centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (!referral) return unknownReferral(work.say);
  if (!change.states.includes(referral.status))
    return referralMoved(work.say, referral);
  const changed = Object.assign(new Referral(), referral);
  const told = await effect(changed);
  if (told instanceof Problem) return told;
  if (told === "done") return referral;
  changed.version += 1;
  changed.updatedAt = work.now;
  await saveReferral(work, changed, change.event, told);
  return changed;
}
