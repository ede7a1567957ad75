// When an answer is due whose clock stood still for a while: as much later as there was left, in the same kind of time.
import { addWorkingTime, workingTimeBetween } from "../platform/calendar.js";
import type { DueRule } from "./answer-time.js";

export function dueAfterPause(
  rule: DueRule | null,
  { from, due, resumesAt }: { from: Date; due: Date; resumesAt: Date },
): Date {
  return rule?.unit === "HOURS"
    ? new Date(
        resumesAt.getTime() + Math.max(0, due.getTime() - from.getTime()),
      )
    : addWorkingTime(resumesAt, workingTimeBetween(from, due));
}
