// Time that passes: an answer that did not come, an offered place that was not taken; durable jobs of the system.
import { In } from "typeorm";

import { END_SIGHT } from "../cases/index.js";
import type { Desk, Work } from "../events/index.js";
import { transact } from "../events/index.js";
import { lockCapacities, Service } from "../offer/index.js";
import { inOrder } from "../platform/graphql/loader.js";
import { system } from "../platform/permission/expression.js";
import {
  giveBack,
  moveLocked,
  Numbers,
  saveReferral,
} from "./move-referral.js";
import { Referral } from "./referral.js";
import { answerable } from "./transitions.js";
import { endSight } from "./travel/end-sight.js";
import {
  WITHDRAW_RESTING,
  withdrawResting,
} from "./withdrawal/withdraw-resting.js";

export const EXPIRE_REFERRAL = "expire-referral";
export const LAPSE_OFFER = "lapse-offer";

/** One timer of a kind for a referral; a later one replaces it. */
export function ringAt(
  work: Work,
  task: typeof EXPIRE_REFERRAL | typeof LAPSE_OFFER,
  referralId: string,
  at: Date,
): Promise<void> {
  return work.enqueue(task, referralId, at);
}

/** The answer is due and did not come: the hold ends, the coordinator looks on. */
export async function expireReferral(work: Work, id: string): Promise<void> {
  const referral = await find(work, id);
  if (!referral?.dueAt || !referral.canMove("EXPIRED", "SYSTEM")) return;
  // the queue's clock may be ahead of ours
  if (referral.dueAt > work.now) {
    await ringAt(work, EXPIRE_REFERRAL, id, referral.dueAt);
    return;
  }
  await moveLocked(
    work,
    id,
    {
      to: "EXPIRED",
      sides: ["SYSTEM"],
      event: "ReferralExpired",
      permission: system(),
    },
    async (expired, numbers, was) => {
      await giveBack(expired, was, numbers);
      expired.finishedAt = work.now;
      return undefined;
    },
  );
}

/** Of a burst, as at the opening of a Monday, one commit does for so many. */
const MOST_AT_ONCE = 40;

/**
 * What else is due in the centre goes with it; whatever another process has in hand is left to that one.
 * @returns whether nothing is left to be done for the one whose clock rang
 */
export async function expireDue(work: Work, id: string): Promise<boolean> {
  const [own] = await work.rows<{ due_at: Date | null }>(
    `select due_at from referral where centre_id = $1 and id = $2 and status = any($3)`,
    [work.centreId, id, answerable],
  );
  if (!own?.due_at) return true;
  if (own.due_at > work.now) return false;
  const due = await work.rows<{ id: string }>(
    `with picked as (select id, service_id from referral
       where centre_id = $1 and due_at <= $2 and status in ('SENT', 'RECEIVED', 'INFO_REQUESTED')
         -- what may rest on nobody's word takes its basis before its numbers, and goes by itself
         and not (priority = 'EMERGENCY' and disclosure_level = 'L1_CONTACT')
       order by (id = $3) desc, due_at, service_id, id limit ${String(MOST_AT_ONCE)} for update skip locked)
     -- their numbers are locked one after the other, in the same order by everybody
     select id from picked order by service_id, id`,
    [work.centreId, work.now, id],
  );
  await expireTogether(
    work,
    due.map((one) => one.id),
  );
  return due.some((one) => one.id === id);
}

/** As each would by itself, in a few statements for all; they are locked, in the order of their services. */
async function expireTogether(
  work: Work,
  ids: readonly string[],
): Promise<void> {
  const { centreId, manager, now } = work;
  const found = await manager
    .getRepository(Referral)
    .findBy({ centreId, id: In([...ids]) });
  const referrals = inOrder(ids, found, ({ id }) => id).flatMap((one) =>
    one?.canMove("EXPIRED", "SYSTEM") ? [one] : [],
  );
  const serviceIds = [...new Set(referrals.map((one) => one.serviceId))];
  const capacities = await lockCapacities(work, serviceIds);
  const services = await manager
    .getRepository(Service)
    .findBy({ centreId, id: In(serviceIds) });
  for (const referral of referrals) {
    const capacity = capacities.get(referral.serviceId);
    const service = services.find(({ id }) => id === referral.serviceId);
    if (!capacity || !service) throw new Error("the service has no numbers");
    const was = referral.status;
    const numbers = new Numbers(work, referral, { capacity, service });
    referral.move("EXPIRED", "SYSTEM", now);
    await giveBack(referral, was, numbers);
    referral.finishedAt = now;
    await numbers.write();
    await saveReferral(work, referral, "ReferralExpired");
  }
}

/** The offered place was not confirmed in time: back into the queue, at the old place; the place goes past it. */
export async function lapseOffer(work: Work, id: string): Promise<void> {
  const referral = await find(work, id);
  if (!referral?.offeredUntil || !referral.canMove("WAITLISTED", "SYSTEM"))
    return;
  if (referral.offeredUntil > work.now) {
    await ringAt(work, LAPSE_OFFER, id, referral.offeredUntil);
    return;
  }
  await moveLocked(
    work,
    id,
    {
      to: "WAITLISTED",
      from: "OFFERED",
      sides: ["SYSTEM"],
      event: "OfferLapsed",
      permission: system(),
    },
    async (waiting, numbers) => {
      await numbers.change("WAITING", (capacity) => {
        capacity.release(waiting.units);
        capacity.queue(waiting.units);
      });
      waiting.passedOver = "OFFER_LAPSED";
      waiting.passedVersion = numbers.version;
      waiting.takes = "NOTHING";
      waiting.offeredUntil = null;
      return undefined;
    },
  );
}

/** Locked, so that what the clock says is true until the move. */
function find(work: Work, id: string): Promise<Referral | null> {
  return work.manager.getRepository(Referral).findOne({
    where: { centreId: work.centreId, id },
    lock: { mode: "pessimistic_write" },
  });
}

interface TimerPayload {
  centreId: string;
  referralId: string;
}

function isTimerPayload(payload: unknown): payload is TimerPayload {
  return (
    typeof payload === "object" &&
    payload !== null &&
    "centreId" in payload &&
    "referralId" in payload &&
    typeof payload.centreId === "string" &&
    typeof payload.referralId === "string"
  );
}

/** A job of one referral; it may ring more than once and takes effect once. */
export const timerOf =
  (deskOf: (centreId: string) => Desk) =>
  <Outcome>(useCase: (work: Work, id: string) => Promise<Outcome>) =>
  async (payload: unknown): Promise<Outcome> => {
    if (!isTimerPayload(payload)) throw new Error("no payload of a timer");
    const { centreId, referralId } = payload;
    return transact(deskOf(centreId), (work) => useCase(work, referralId));
  };

/** @param onFault hears why several did not expire together, before each is tried by itself */
export function timerTasks(
  deskOf: (centreId: string) => Desk,
  onFault: (failure: unknown) => void,
) {
  const timer = timerOf(deskOf);
  return {
    [EXPIRE_REFERRAL]: async (payload: unknown) => {
      // one that cannot be expired must not hold up the others
      const isDone = await timer(expireDue)(payload).catch(
        (failure: unknown) => {
          onFault(failure);
          return false;
        },
      );
      if (!isDone) await timer(expireReferral)(payload);
    },
    [LAPSE_OFFER]: timer(lapseOffer),
    [END_SIGHT]: timer(endSight),
    [WITHDRAW_RESTING]: timer(withdrawResting),
  };
}
