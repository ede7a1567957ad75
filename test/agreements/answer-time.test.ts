// How long an answer may take: the agreement's promise, else the default of the priority (domain 1.10).
import { Agreement, dueAt, dueRule } from "../../server/agreements/index.js";
import { wordsOfRule } from "../../server/agreements/index.js";
import {
  AgreementTermsInput,
  readTerms,
} from "../../server/agreements/terms-input.js";

const agreement = Object.assign(new Agreement(), {
  number: "A15",
  answerEmergency: "6h",
  answerUrgent: "1d",
  answerStandard: null,
});
/** A Tuesday, in winter time. */
const TUESDAY = new Date("2026-11-24T08:43:00Z");

it.each([
  [null, "EMERGENCY", "2026-11-24T12:43:00.000Z", "termin sieci, nagłe: 4 h"],
  [
    null,
    "URGENT",
    "2026-11-25T08:43:00.000Z",
    "termin sieci, pilne: 1 dzień roboczy",
  ],
  [
    null,
    "STANDARD",
    "2026-12-01T08:43:00.000Z",
    "termin sieci, zwykłe: 5 dni roboczych",
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
    "termin sieci, zwykłe: 5 dni roboczych",
  ],
] as const)("by %j, %s: %s, %s", (given, priority, due, words) => {
  const rule = dueRule(given, priority);
  expect(dueAt(TUESDAY, rule).toISOString()).toBe(due);
  expect(wordsOfRule(rule).pl).toBe(words);
});

it.each([
  ["STANDARD", 16, "2 dni robocze"],
  ["STANDARD", 40, "5 dni roboczych"],
  ["URGENT", 8, "1 dzień roboczy"],
  ["URGENT", 4, "4 godziny pracy"],
] as const)(
  "promises %s in %i working hours: %s",
  (priority, amount, words) => {
    const said = Object.assign(new AgreementTermsInput(), {
      ...{ title: "Umowa", services: [], tasks: [], contacts: [] },
      responseTimes: [{ priority, amount, unit: "WORKING_HOURS" as const }],
    });
    const { answerUrgent, answerStandard } = readTerms(said);
    const promised = Object.assign(new Agreement(), {
      ...{ number: "A15", answerUrgent, answerStandard },
    });
    expect(wordsOfRule(dueRule(promised, priority)).pl).toContain(`: ${words}`);
  },
);

it.each([
  // clock hours in an emergency, whatever the day
  [
    "EMERGENCY",
    "4h",
    "2026-11-27T21:00:00Z",
    "2026-11-28T01:00:00.000Z",
    "4 h",
  ],
  // a Friday in the afternoon: nobody is asked over the weekend
  [
    "URGENT",
    "4h",
    "2026-11-27T13:30:00Z",
    "2026-11-30T09:30:00.000Z",
    "4 godziny pracy",
  ],
  [
    "URGENT",
    "24h",
    "2026-11-27T13:30:00Z",
    "2026-11-30T13:30:00.000Z",
    "1 dzień roboczy",
  ],
  [
    "URGENT",
    "8h",
    "2026-11-24T08:43:00Z",
    "2026-11-25T08:43:00.000Z",
    "1 dzień roboczy",
  ],
  [
    "URGENT",
    "12h",
    "2026-11-24T08:43:00Z",
    "2026-11-25T08:43:00.000Z",
    "1 dzień roboczy",
  ],
  [
    "STANDARD",
    "30h",
    "2026-11-24T08:43:00Z",
    "2026-11-25T14:43:00.000Z",
    "14 godzin pracy",
  ],
  // sent in the evening, at night and on Independence Day: from the next opening
  [
    "URGENT",
    "1d",
    "2026-11-24T19:00:00Z",
    "2026-11-26T07:00:00.000Z",
    "1 dzień roboczy",
  ],
  [
    "URGENT",
    "1h",
    "2026-11-24T23:00:00Z",
    "2026-11-25T08:00:00.000Z",
    "1 godzina pracy",
  ],
  [
    "STANDARD",
    "2d",
    "2026-11-11T10:00:00Z",
    "2026-11-16T07:00:00.000Z",
    "2 dni robocze",
  ],
  // to the last minute of work, and one beyond it
  [
    "URGENT",
    "2h",
    "2026-11-24T13:00:00Z",
    "2026-11-24T15:00:00.000Z",
    "2 godziny pracy",
  ],
  [
    "URGENT",
    "2h",
    "2026-11-24T13:01:00Z",
    "2026-11-25T07:01:00.000Z",
    "2 godziny pracy",
  ],
] as const)("%s %s from %s: %s, %s", (priority, promised, from, due, words) => {
  const rule = dueRule(
    Object.assign(new Agreement(), {
      number: "A1",
      answerEmergency: promised,
      answerUrgent: promised,
      answerStandard: promised,
    }),
    priority,
  );
  expect(dueAt(new Date(from), rule).toISOString()).toBe(due);
  expect(wordsOfRule(rule).pl).toContain(`: ${words}`);
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
