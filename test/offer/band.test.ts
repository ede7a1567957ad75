// The band of a capacity, as a table of rules (domain 1.6).
import { Capacity } from "../../server/offer/index.js";

const NOW = new Date("2026-11-24T08:43:00Z");

/** total, occupied, reserved, waiting; days since confirmation (null: never), the agreement's duty, suspended. */
type Given = [
  total: number,
  occupied: number,
  reserved: number,
  waiting: number,
  daysAgo: number | null,
  duty: number | null,
  suspended: boolean,
];

function capacityOf([
  total,
  occupied,
  reserved,
  waiting,
  daysAgo,
  duty,
  suspended,
]: Given): Capacity {
  return Object.assign(new Capacity(), {
    total,
    occupied,
    reserved,
    waitingReferred: 0,
    waitingOutside: waiting,
    confirmEveryDays: duty,
    confirmedAt:
      daysAgo === null ? null : new Date(NOW.getTime() - daysAgo * 86_400_000),
    suspended,
  });
}

it.each<[why: string, given: Given, band: string]>([
  ["paused before all else", [10, 0, 0, 0, 1, null, true], "SUSPENDED"],
  ["paused and full", [10, 10, 0, 5, null, null, true], "SUSPENDED"],
  ["nothing free, nobody waits", [10, 8, 2, 0, 1, null, false], "FULL"],
  ["nothing free, somebody waits", [10, 8, 2, 1, 1, null, false], "WAITLIST"],
  ["no place at all", [0, 0, 0, 0, 1, null, false], "FULL"],
  [
    "full stays full when never confirmed",
    [10, 10, 0, 0, null, null, false],
    "FULL",
  ],
  ["never confirmed", [10, 0, 0, 0, null, null, false], "STALE"],
  ["30 days are still fresh", [10, 0, 0, 0, 30, null, false], "AVAILABLE"],
  ["30 days and a bit are not", [10, 0, 0, 0, 30.001, null, false], "STALE"],
  ["7 days while somebody waits", [10, 0, 0, 1, 7, null, false], "AVAILABLE"],
  [
    "more than 7 days while somebody waits",
    [10, 0, 0, 1, 7.001, null, false],
    "STALE",
  ],
  [
    "the agreement's duty before the default",
    [10, 0, 0, 0, 15, 14, false],
    "STALE",
  ],
  ["a longer duty of the agreement", [10, 0, 0, 1, 40, 60, false], "AVAILABLE"],
  ["stale before the queue", [10, 8, 0, 2, 31, null, false], "STALE"],
  [
    "all free places owed to the queue",
    [10, 8, 0, 2, 1, null, false],
    "WAITLIST",
  ],
  ["more wait than are free", [10, 8, 0, 9, 1, null, false], "WAITLIST"],
  ["one free of ten", [10, 9, 0, 0, 1, null, false], "LIMITED"],
  ["two free of ten: 15 % are one", [10, 8, 0, 0, 1, null, false], "AVAILABLE"],
  [
    "three free of twenty: 15 % are three",
    [20, 17, 0, 0, 1, null, false],
    "LIMITED",
  ],
  ["four free of twenty", [20, 16, 0, 0, 1, null, false], "AVAILABLE"],
  ["one free of one", [1, 0, 0, 0, 1, null, false], "LIMITED"],
  [
    "one free, one held, one waits of three",
    [3, 1, 1, 1, 1, null, false],
    "WAITLIST",
  ],
])("%s", (_, given, band) => {
  expect(capacityOf(given).bandAt(NOW)).toBe(band);
});
