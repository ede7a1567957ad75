// A missed first meeting asks its coordinator what becomes of the place; after some days of work it is the organisers' to ask her (decision 0076).
import { addWorkingDays, workingDaysBefore } from "../../platform/calendar.js";

const DECIDED_WITHIN = 3;

/** When a place whose meeting was missed now becomes the organisers' to ask about. */
export const undecidedFrom = (missedAt: Date): Date =>
  addWorkingDays(missedAt, DECIDED_WITHIN);

/** What was missed until then is the organisers' to ask about now. */
export const missedUntil = (now: Date): Date =>
  workingDaysBefore(now, DECIDED_WITHIN);
