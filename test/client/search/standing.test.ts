// A live change moves a service in the results only where the rules of the order say so.
import { standing, takesNow } from "../../../client/search/standing.js";

const service = (places: {
  free?: number;
  obstacle?: "AGREEMENT_ENDED";
  availability?: "AVAILABLE" | "SUSPENDED" | "STALE" | "WAITLIST";
  confirmedAt?: string | null;
}) => ({
  offerable: places.free ?? 1,
  referralObstacle: places.obstacle ?? null,
  availability: places.availability ?? ("AVAILABLE" as const),
  capacity: {
    unit: "PLACES" as const,
    total: 13,
    occupied: 12,
    reserved: 0,
    available: places.free ?? 1,
    waiting: 0,
    waitingOutside: 0,
    owedToQueue: 0,
    walkIns: 0,
    kept: 0,
    keptBy: null,
    version: 4,
    status: places.availability ?? ("AVAILABLE" as const),
    confirmedAt:
      places.confirmedAt === undefined
        ? "2026-11-24T08:05:00Z"
        : places.confirmedAt,
    confirmedBy: null,
    confirmedFrom: null,
  },
});

describe("the standing of a service", () => {
  test("stays while a place is free, however many", () => {
    expect(standing(service({ free: 5 }))).toBe(standing(service({ free: 1 })));
  });

  test.each([
    ["the last place goes", service({ free: 0 })],
    ["the agreement ends", service({ obstacle: "AGREEMENT_ENDED" })],
    ["the number grows old", service({ availability: "STALE" })],
    ["it is suspended", service({ availability: "SUSPENDED" })],
  ])("changes when %s", (_, changed) => {
    expect(standing(changed)).not.toBe(standing(service({})));
  });

  test("a number that nobody vouched for is no free place", () => {
    expect(takesNow(service({ confirmedAt: null }))).toBe(false);
  });
});
