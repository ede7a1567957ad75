// The clock of the answer stands still while a question waits, three working days at most; then it runs on (domain 1.10).
import { dueAfterPause } from "../../agreements/index.js";
import { addWorkingDays } from "../../platform/calendar.js";
import type { Referral } from "../referral.js";

const LONGEST_DAYS = 3;

export function standsUntil(askedAt: Date): Date {
  return addWorkingDays(askedAt, LONGEST_DAYS);
}

/** Due as late as it may be, until somebody answers. */
export function stopClock(referral: Referral, now: Date): void {
  referral.askedAt = now;
  referral.dueWhenAsked = referral.dueAt;
  referral.dueAt = dueAgain(referral, standsUntil(now));
}

/** What was left of the time when it was asked is left from now on, or from when the clock ran on by itself. */
export function startClock(referral: Referral, now: Date): void {
  const { askedAt } = referral;
  if (askedAt) {
    const latest = standsUntil(askedAt);
    referral.dueAt = dueAgain(referral, now < latest ? now : latest);
  }
  referral.clockFrom = now;
  referral.askedAt = null;
  referral.dueWhenAsked = null;
}

/** Never before it was due: outside the hours of work no time passes, and a question costs none. */
function dueAgain(
  { askedAt, dueWhenAsked, dueRule }: Referral,
  resumesAt: Date,
): Date | null {
  if (!askedAt || !dueWhenAsked) return null;
  const again = dueAfterPause(dueRule, {
    from: askedAt,
    due: dueWhenAsked,
    resumesAt,
  });
  return again > dueWhenAsked ? again : dueWhenAsked;
}
