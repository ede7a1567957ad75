// How long an answer may take: the agreement's promise, else the default of the priority (domain 1.10).
import { Agreement, dueAt, dueRule } from "../../server/agreements/index.js";
import { wordsOfRule } from "../../server/agreements/index.js";

const agreement = Object.assign(new Agreement(), {
  number: "A15",
  answerEmergency: "6h",
  answerUrgent: "1d",
  answerStandard: null,
});
/** A Tuesday, in winter time. */
const TUESDAY = new Date("2026-11-24T08:43:00Z");

it.each([
  [null, "EMERGENCY", "2026-11-24T12:43:00.000Z", "zwykły termin, nagłe: 4 h"],
  [null, "URGENT", "2026-11-25T08:43:00.000Z", "zwykły termin, pilne: 24 h"],
  [
    null,
    "STANDARD",
    "2026-12-01T08:43:00.000Z",
    "zwykły termin, zwykłe: 5 dni roboczych",
  ],
  [agreement, "EMERGENCY", "2026-11-24T14:43:00.000Z", "umowa A15, nagłe: 6 h"],
  [
    agreement,
    "URGENT",
    "2026-11-25T08:43:00.000Z",
    "umowa A15, pilne: 1 dzień roboczy",
  ],
  [
    agreement,
    "STANDARD",
    "2026-12-01T08:43:00.000Z",
    "zwykły termin, zwykłe: 5 dni roboczych",
  ],
] as const)("by %j, %s: %s, %s", (given, priority, due, words) => {
  const rule = dueRule(given, priority);
  expect(dueAt(TUESDAY, rule).toISOString()).toBe(due);
  expect(wordsOfRule(rule).pl).toBe(words);
});

it.each([
  ["ACTIVE", "2026-11-24", null, "ACTIVE"],
  ["ACTIVE", "2026-11-25", null, "SIGNED"],
  ["SIGNED", "2026-11-24", null, "ACTIVE"],
  ["ACTIVE", "2026-01-01", "2026-11-24", "ACTIVE"],
  ["ACTIVE", "2026-01-01", "2026-11-23", "EXPIRED"],
  ["AGREED", "2026-01-01", null, "AGREED"],
  ["TERMINATED", "2026-01-01", "2026-11-23", "TERMINATED"],
] as const)(
  "recorded as %s from %s to %s it is %s today",
  (recordedStatus, validFrom, validTo, today) => {
    const one = Object.assign(new Agreement(), {
      recordedStatus,
      validFrom,
      validTo,
    });
    expect(one.statusOn("2026-11-24")).toBe(today);
  },
);
