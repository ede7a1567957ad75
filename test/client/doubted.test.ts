// A number contradicts an answer: "nie mamy miejsca" beside free places that nobody has vouched for since.
import { isDoubted } from "../../client/app/live/doubted.js";

const answered = (given: {
  declineReason?: "NO_CAPACITY" | "SAFETY";
  available?: number;
  confirmedAt?: string | null;
}) =>
  isDoubted({
    status: "DECLINED",
    declineReason: given.declineReason ?? "NO_CAPACITY",
    decidedAt: "2026-11-24T09:00:00.000Z",
    service: {
      capacity: {
        available: given.available ?? 2,
        confirmedAt:
          given.confirmedAt === undefined
            ? "2026-11-20T09:00:00.000Z"
            : given.confirmedAt,
      },
    },
  });

it("doubts a number that says free after somebody said that nothing is", () => {
  expect(answered({})).toBe(true);
  expect(answered({ confirmedAt: null })).toBe(true);
  // corrected, vouched for since, or answered for another reason
  expect(answered({ available: 0 })).toBe(false);
  expect(answered({ confirmedAt: "2026-11-24T09:05:00.000Z" })).toBe(false);
  expect(answered({ declineReason: "SAFETY" })).toBe(false);
});
