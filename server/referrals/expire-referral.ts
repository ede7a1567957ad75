// Time that passes: an answer that did not come, an offered place that was not taken; durable jobs of the system.
import { END_SIGHT } from "../cases/index.js";
import type { Desk, Work } from "../events/index.js";
import { system } from "../platform/permission/expression.js";
import { giveBack, moveLocked } from "./move-referral.js";
import { moveDue, type Timed } from "./move-together.js";
import { Referral } from "./referral.js";
import { timerOf, togetherOr } from "./timers.js";
import { answerable } from "./transitions.js";
import { endSight, endSightsDue } from "./travel/end-sight.js";
import {
  WITHDRAW_RESTING,
  withdrawResting,
} from "./withdrawal/withdraw-resting.js";

export const EXPIRE_REFERRAL = "expire-referral";
export const LAPSE_OFFER = "lapse-offer";

/** One timer of a kind for a referral; a later one replaces it. */
export function ringAt(
  work: Work,
  task: Timed["task"],
  referralId: string,
  at: Date,
): Promise<void> {
  return work.enqueue(task, referralId, at);
}

/** The answer is due and did not come: the hold ends, the coordinator looks on. */
const EXPIRY: Timed = {
  task: EXPIRE_REFERRAL,
  due: "dueAt",
  from: answerable,
  to: "EXPIRED",
  event: "ReferralExpired",
  effect: async (expired, numbers, was) => {
    await giveBack(expired, was, numbers);
    expired.finishedAt = expired.updatedAt;
  },
};

/** The offered place was not confirmed in time: back into the queue, at the old place; the place goes past it. */
const LAPSE: Timed = {
  task: LAPSE_OFFER,
  due: "offeredUntil",
  from: ["OFFERED"],
  to: "WAITLISTED",
  event: "OfferLapsed",
  effect: async (waiting, numbers) => {
    await numbers.change("WAITING", (capacity) => {
      capacity.release(waiting.units);
      capacity.queue(waiting.units);
    });
    waiting.passedOver = "OFFER_LAPSED";
    waiting.passedVersion = numbers.version;
    waiting.takes = "NOTHING";
    waiting.offeredUntil = null;
  },
};

/** By itself; what may rest on nobody's word takes its basis along. */
async function moveAlone(
  work: Work,
  id: string,
  { task, due, from, to, event, effect }: Timed,
): Promise<void> {
  const referral = await find(work, id);
  const at = referral && from.includes(referral.status) && referral[due];
  if (!at) return;
  // the queue's clock may be ahead of ours
  if (at > work.now) return ringAt(work, task, id, at);
  await moveLocked(
    work,
    id,
    {
      ...{ to, from: referral.status, event },
      sides: ["SYSTEM"],
      permission: system(),
    },
    async (moved, numbers, was) => {
      await effect(moved, numbers, was);
      return undefined;
    },
  );
}

export const expireReferral = (work: Work, id: string): Promise<void> =>
  moveAlone(work, id, EXPIRY);

/** Locked, so that what the clock says is true until the move. */
function find(work: Work, id: string): Promise<Referral | null> {
  return work.manager.getRepository(Referral).findOne({
    where: { centreId: work.centreId, id },
    lock: { mode: "pessimistic_write" },
  });
}

/** @param onFault hears why several did not move together, before each is tried by itself */
export function timerTasks(
  deskOf: (centreId: string) => Desk,
  onFault: (failure: unknown) => void,
) {
  const timer = timerOf(deskOf);
  const due = togetherOr(timer, onFault);
  const together = (timed: Timed) =>
    due(
      (work, id) => moveDue(work, id, timed),
      (work, id) => moveAlone(work, id, timed),
    );
  return {
    [EXPIRE_REFERRAL]: together(EXPIRY),
    [LAPSE_OFFER]: together(LAPSE),
    [END_SIGHT]: due(endSightsDue, endSight),
    [WITHDRAW_RESTING]: timer(withdrawResting),
  };
}
