// What an offer is: the place is held for the one who waits, and for how long her coordinator may think.
import type { Work } from "../../events/index.js";
import { addWorkingDays } from "../../platform/calendar.js";
import { LAPSE_OFFER, ringAt } from "../expire-referral.js";
import type { RestsOn } from "../grounds.js";
import type { Numbers } from "../move-referral.js";
import type { Referral } from "../referral.js";

/** 48 hours, of days on which people are at work (decision 0078). */
const OFFER_DAYS = 2;

/** @returns false where no place is free for her; then nothing was changed */
export async function offerTo(
  work: Work,
  referral: Referral,
  numbers: Numbers,
  grounds: RestsOn,
): Promise<boolean> {
  const { units } = referral;
  const taken = await numbers.change("RESERVE", (capacity) => {
    if (!capacity.take(units)) return false;
    capacity.unqueue(units);
    return true;
  });
  if (!taken) return false;
  Object.assign(referral, grounds);
  referral.takes = "RESERVED";
  referral.passedOver = null;
  referral.offeredUntil = addWorkingDays(work.now, OFFER_DAYS);
  await ringAt(work, LAPSE_OFFER, referral.id, referral.offeredUntil);
  return true;
}
