// What of the emergencies was not taken: for how long it counts, and how each went on.
import {
  lately,
  saidFullLately,
  wentOn,
} from "../../../client/emergency/not-taken.js";

const now = new Date("2026-11-24T22:00:00Z");
const ended = (id: string, finishedAt: string) => ({
  ...{ id, finishedAt, decidedAt: null },
  ...{ followedBy: null, fallbackPlan: null },
});
const next = {
  id: "next",
  number: "SK/2026/00002",
  service: { id: "s", name: "Streetworking" },
  partner: { id: "p", shortName: "FMO" },
};

test("counts for a night, the latest first", () => {
  const shown = lately(
    [
      ended("older", "2026-11-24T18:00:00Z"),
      ended("latest", "2026-11-24T21:59:00Z"),
      ended("yesterday", "2026-11-24T09:00:00Z"),
    ],
    now,
  );
  expect(shown.map(({ id }) => id)).toEqual(["latest", "older"]);
});

test("counts what was said to others as long", () => {
  const lately = "2026-11-24T21:59:00Z";
  expect(saidFullLately(lately, now)).toEqual(new Date(lately));
  expect(saidFullLately("2026-11-24T09:00:00Z", now)).toBeNull();
  expect(saidFullLately(null, now)).toBeNull();
});

test("says whether the list sent it on, the coordinator did, or nobody", () => {
  const plan = (id: string | null) => ({
    fallbacks: [{ referral: null }, { referral: id === null ? null : { id } }],
  });
  expect(wentOn({ followedBy: null, fallbackPlan: plan("next") })).toBe("no");
  expect(wentOn({ followedBy: next, fallbackPlan: plan("next") })).toBe("plan");
  expect(wentOn({ followedBy: next, fallbackPlan: plan(null) })).toBe("hand");
  expect(wentOn({ followedBy: next, fallbackPlan: null })).toBe("hand");
});
