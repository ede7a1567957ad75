// Whose turn it is: the order of the queue, and whom a place goes past (decision 0078).
import type { Capacity } from "../../offer/index.js";
import type { Referral } from "../referral.js";

export type Waiting = Pick<
  Referral,
  "id" | "units" | "queuedVersion" | "passedVersion" | "passedOver"
>;

/** No place has come free since this one went past her, or since the partner queued her beside it. */
function sawItPass(one: Waiting, { freedVersion }: Capacity): boolean {
  return one.passedVersion !== null && one.passedVersion >= freedVersion;
}

function letItLapse(one: Waiting, capacity: Capacity): boolean {
  return one.passedVersion !== one.queuedVersion && sawItPass(one, capacity);
}

/** Who waits outside keeps what was free when she joined; what comes free later is offered to who was referred first. */
function fits(one: Waiting, capacity: Capacity): boolean {
  const owed =
    capacity.freedVersion > (one.queuedVersion ?? 0) ? 0 : capacity.owedOutside;
  return capacity.available - owed >= one.units;
}

/**
 * To whom the system offers, of who waits in order: the first who has not let this place lapse and is not blocked.
 * Nobody goes before her because fewer units are enough.
 */
export function nextInTurn(
  queue: readonly Waiting[],
  capacity: Capacity,
  blocked: ReadonlySet<string> = new Set(),
): Waiting | null {
  if (capacity.suspended || capacity.confirmedAt === null) return null;
  const next = queue.find(
    (one) => !blocked.has(one.id) && !letItLapse(one, capacity),
  );
  if (!next || sawItPass(next, capacity)) return null;
  return fits(next, capacity) ? next : null;
}

/** It is on record why a place went past her. */
function isPassed(one: Waiting, capacity: Capacity): boolean {
  return (
    letItLapse(one, capacity) ||
    one.passedOver === "AGREEMENT" ||
    one.passedOver === "BASIS"
  );
}

/** A partner needs no reason where a place went past everybody before her. */
export function isTurnOf(
  id: string,
  queue: readonly Waiting[],
  capacity: Capacity,
): boolean {
  const place = queue.findIndex((one) => one.id === id);
  return (
    place >= 0 && queue.slice(0, place).every((one) => isPassed(one, capacity))
  );
}

/** To whom a partner offers by hand, where it does not choose: whom the place has not gone past, else the first. */
export function turnByHand<One extends Waiting>(
  queue: readonly One[],
  capacity: Capacity | undefined,
): One | undefined {
  return queue.find((one) => capacity && !isPassed(one, capacity)) ?? queue[0];
}
