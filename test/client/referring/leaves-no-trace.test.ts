// What a coordinator is told before she withdraws: that nobody will have seen it, or that the partner will.
import { leavesNoTrace } from "../../../client/referring/awaits.js";

it.each([
  ["unopened", "SENT", true],
  ["opened", "RECEIVED", false],
  ["waiting in a queue", "WAITLISTED", false],
] as const)("%s", (_, status, expected) => {
  expect(leavesNoTrace({ status })).toBe(expected);
});
