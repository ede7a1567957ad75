// A consent was taken back while its coordinator is there no more: what rests on it is withdrawn by rule, in nobody's name.
import type { Work } from "../../events/index.js";
import { moveLocked } from "../move-referral.js";
import { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import { becomeWithdrawn } from "../withdraw-referral.js";
import { closeEnded } from "./close-ended.js";
import { askWhatIsKept } from "./keeping.js";

export const WITHDRAW_RESTING = "withdraw-resting";

/** May run again: what is ended stays as it is. */
export async function withdrawResting(work: Work, id: string): Promise<void> {
  if (await closeEnded(work, id)) return;
  const moved = await moveLocked(
    work,
    id,
    {
      to: "WITHDRAWN",
      sides: ["SYSTEM"],
      event: "ReferralWithdrawn",
      permission: referralPolicy.withdraw,
    },
    (referral, numbers, was) =>
      becomeWithdrawn(work, referral, {
        ...{ numbers, was, reason: null },
        basisWithdrawn: true,
      }),
  );
  if (moved instanceof Referral && !moved.vanished)
    await askWhatIsKept(work, moved);
}
