// An open referral goes back to its coordinator because its service ends: an answer as any other, so that she can look on.
import type { Work } from "../../events/index.js";
import { toGlobalId } from "../../platform/graphql/global-id.js";
import type { InvalidInput } from "../../platform/graphql/problem.js";
import { Problem, unknownNoun } from "../../platform/graphql/problem.js";
import { system } from "../../platform/permission/expression.js";
import { declineReferral } from "../decline-referral.js";
import { discontinueReferral } from "../discontinue-referral.js";
import { giveBack, moveLocked } from "../move-referral.js";
import type { Referral } from "../referral.js";

export async function giveUp(
  work: Work,
  referral: Referral,
): Promise<InvalidInput | null> {
  const outcome = await answer(work, referral);
  if (!(outcome instanceof Problem)) return null;
  return unknownNoun(work.say, "plans", {
    pl: `${referral.number}: ${outcome.message}`,
    en: `${referral.number}: ${outcome.message}`,
  });
}

function answer(work: Work, { id, status }: Referral) {
  const referralId = toGlobalId("Referral", id);
  switch (status) {
    case "ACCEPTED":
    case "IN_PROGRESS":
    case "SUSPENDED":
      return discontinueReferral(work, {
        referralId,
        reason: "PROVIDER_CANNOT_CONTINUE",
      });
    case "WAITLISTED":
    case "OFFERED":
      return leaveQueue(work, id);
    default:
      return declineReferral(work, { referralId, reason: "OUT_OF_SCOPE" });
  }
}

/** There is no queue any more: that follows from the end of the service, and is nobody's own answer. */
function leaveQueue(work: Work, id: string) {
  return work.inSystemsName(() =>
    moveLocked(
      work,
      id,
      {
        to: "DECLINED",
        sides: ["SYSTEM"],
        event: "ReferralDeclined",
        permission: system(),
      },
      async (referral, numbers, was) => {
        await giveBack(referral, was, numbers);
        referral.openedAt ??= work.now;
        referral.decidedAt = work.now;
        referral.finishedAt = work.now;
        referral.declineReason = "OUT_OF_SCOPE";
        referral.passedOver = null;
        referral.offeredUntil = null;
        return undefined;
      },
    ),
  );
}
