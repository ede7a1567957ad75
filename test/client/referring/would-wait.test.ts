// Where a referral would stand in the queue instead of holding a place.
import { wouldWait } from "../../../client/referring/would-wait.js";

const service = (offerable: number, confirmedAt: string | null) => ({
  offerable,
  availability: "AVAILABLE" as const,
  capacity: {
    unit: "PLACES" as const,
    total: 164,
    occupied: 0,
    reserved: 0,
    available: offerable,
    waiting: 0,
    waitingOutside: 0,
    owedToQueue: 0,
    walkIns: 0,
    kept: 0,
    keptBy: null,
    version: 1,
    status: "AVAILABLE" as const,
    confirmedAt,
    confirmedBy: null,
    confirmedFrom: null,
  },
});
const MORNING = "2026-11-24T08:05:00Z";

it.each([
  ["a free place is held", service(164, MORNING), 1, false],
  ["more than is free waits", service(2, MORNING), 3, true],
  ["nobody vouched for the number", service(164, null), 1, true],
  [
    "without numbers the band says it",
    { offerable: null, availability: "FULL" as const, capacity: null },
    1,
    true,
  ],
])("%s", (_, places, units, waits) => {
  expect(wouldWait(places, units)).toBe(waits);
});
