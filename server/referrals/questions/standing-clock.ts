// The clock of the answer stands still while a question waits, three working days at most, in an emergency three hours; then it runs on (domain 1.10).
import { dueAfterPause } from "../../agreements/index.js";
import { addWorkingDays } from "../../platform/calendar.js";
import type { Referral } from "../referral.js";

const LONGEST_DAYS = 3;
const LONGEST_HOURS = 3;

/** What is answered by the clock stands by the clock: danger does not wait for Monday. */
export function standsUntil(
  { dueRule }: Pick<Referral, "dueRule">,
  askedAt: Date,
): Date {
  return dueRule?.unit === "HOURS"
    ? new Date(askedAt.getTime() + LONGEST_HOURS * 3_600_000)
    : addWorkingDays(askedAt, LONGEST_DAYS);
}

/** Due as late as it may be, until somebody answers. */
export function stopClock(referral: Referral, now: Date): void {
  referral.askedAt = now;
  referral.dueWhenAsked = referral.dueAt;
  referral.dueAt = dueAgain(referral, standsUntil(referral, now));
}

/** What was left of the time when it was asked is left from now on, or from when the clock ran on by itself. */
export function startClock(referral: Referral, now: Date): void {
  const { askedAt } = referral;
  if (askedAt) {
    const latest = standsUntil(referral, askedAt);
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
