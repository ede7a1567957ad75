// What a coordinator is told before she withdraws: that nobody will have seen it, or that the partner will; and the partner's open list keeps to it.
import { hasVanished } from "../../../client/referrals/groups.js";
import { leavesNoTrace } from "../../../client/referring/awaits.js";

const sentAt = "2026-11-24T08:05:00.000Z";

it.each([
  ["unopened, within the minute", "SENT", sentAt, 60, true],
  ["unopened, a second later", "SENT", sentAt, 61, false],
  ["opened within the minute", "RECEIVED", sentAt, 5, false],
  ["waiting in a queue", "WAITLISTED", sentAt, 5, false],
  ["never sent", "SENT", null, 5, false],
] as const)("%s", (_, status, at, seconds, expected) => {
  const now = new Date(new Date(sentAt).getTime() + seconds * 1000);
  expect(leavesNoTrace({ status, sentAt: at }, now)).toBe(expected);
});

it.each([
  ["unopened, within the minute", {}, true],
  ["a second later", { finishedAt: "2026-11-24T08:06:01.000Z" }, false],
  ["opened", { openedAt: "2026-11-24T08:05:20.000Z" }, false],
  ["put into the queue", { between: ["WAITLISTED"] }, false],
  ["declined, not withdrawn", { status: "DECLINED" }, false],
] as const)("leaves the open list: %s", (_, given, expected) => {
  const { between, ...further } = { between: [] as const, ...given };
  const steps = ["SENT", ...between, "WITHDRAWN"] as const;
  expect(
    hasVanished({
      status: "WITHDRAWN",
      sentAt,
      openedAt: null,
      finishedAt: "2026-11-24T08:06:00.000Z",
      timeline: steps.map((status) => ({
        at: sentAt,
        status,
        appointment: null,
        by: "CUS",
        reason: null,
      })),
      ...further,
    }),
  ).toBe(expected);
});
