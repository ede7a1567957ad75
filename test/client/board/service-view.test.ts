// Which services each saved view of the hub's board shows, and when it says that the order would change.
import {
  arranged,
  countMoves,
  fits,
  type View,
} from "../../../client/board/service-view.js";
import type { ServiceRow_ServiceFragment as Service } from "../../../client/graphql/generated/graphql.js";

interface Given {
  id?: string;
  name?: string;
  available?: number;
  waiting?: number;
  owedToQueue?: number;
  kept?: number;
  confirmedAt?: string | null;
  availability?: Service["availability"];
}

function aService(given: Given = {}): Service {
  const { id = "s", name = "Zajęcia", available = 1, waiting = 0 } = given;
  const { confirmedAt = "2026-11-24T08:00:00Z", availability } = given;
  const { owedToQueue = waiting, kept = 0 } = given;
  return {
    id,
    name,
    area: "HEALTH",
    group: "B2",
    form: "GROUP",
    sphere: null,
    entryMode: "REFERRAL",
    place: null,
    feeGrosze: 0,
    accessibility: [],
    careDuringActivity: false,
    transportProvided: false,
    scheduleInWords: { pl: [], en: [] },
    status: "ACTIVE",
    availability: availability ?? "AVAILABLE",
    suspendedUntil: null,
    staleAfterDays: 30,
    stakeholderType: "A",
    viewerCanSetCapacity: true,
    capacity: {
      unit: "PLACES",
      total: 10,
      occupied: 10 - available,
      reserved: 0,
      available,
      waiting,
      waitingOutside: waiting,
      owedToQueue,
      kept,
      keptBy: kept > 0 ? "A1" : null,
      version: 1,
      confirmedAt,
      confirmedBy: null,
      confirmedFrom: null,
    },
    partner: {
      id: "p",
      name: "Klub Integracji Społecznej",
      shortName: "KIS",
      code: "KIS",
      isHub: false,
    },
  };
}

const everything = {
  area: null,
  group: null,
  form: null,
  sphere: null,
  text: "",
  sorting: "nazwa",
};

function isIn(view: View, service: Service): boolean {
  return fits(service, { ...everything, view });
}

describe("a saved view", () => {
  it("shows what is free although somebody waits", () => {
    const owed = aService({ available: 1, waiting: 2 });
    expect(isIn("wolne-mimo-kolejki", owed)).toBe(true);
    expect(isIn("wolne-mimo-kolejki", aService({ waiting: 0 }))).toBe(false);
    const full = aService({ available: 0, waiting: 2 });
    expect(isIn("wolne-mimo-kolejki", full)).toBe(false);
    expect(isIn("bez-wolnych", full)).toBe(true);
  });

  it("shows what agreements keep more of than there is", () => {
    expect(isIn("za-duzo-zatrzymane", aService({ kept: 11 }))).toBe(true);
    expect(isIn("za-duzo-zatrzymane", aService({ kept: 10 }))).toBe(false);
  });

  it("tells a number that grew old from one that nobody ever vouched for", () => {
    // full, and old all the same
    const old = aService({ available: 0, confirmedAt: "2020-11-24T08:00:00Z" });
    const never = aService({ availability: "STALE", confirmedAt: null });
    expect([isIn("nieswieze", old), isIn("niepotwierdzone", old)]).toEqual([
      true,
      false,
    ]);
    expect([isIn("nieswieze", never), isIn("niepotwierdzone", never)]).toEqual([
      false,
      true,
    ]);
  });

  it("finds words without Polish marks, in the service and its partner", () => {
    const wanted = { ...everything, view: "wszystkie" as const };
    expect(fits(aService(), { ...wanted, text: "zajecia kis" })).toBe(true);
    expect(fits(aService(), { ...wanted, text: "basen" })).toBe(false);
    for (const other of [
      { area: "CULTURE" },
      { group: "A" },
      { form: "MIXED" },
      { sphere: "SOCIAL" },
    ] as const)
      expect(fits(aService(), { ...wanted, ...other })).toBe(false);
    expect(fits(aService(), { ...wanted, group: "B2", form: "GROUP" })).toBe(
      true,
    );
  });

  it("orders by a number both ways, and by name among equals", () => {
    const services = [
      aService({ id: "two", name: "Żagle", available: 2 }),
      aService({ id: "b", name: "Basen", available: 1 }),
      aService({ id: "c", name: "Ćwiczenia", available: 1 }),
    ];
    const ids = (sorting: string) =>
      arranged(services, { ...everything, view: "wszystkie", sorting }).map(
        ({ id }) => id,
      );
    expect(ids("wolne")).toEqual(["b", "c", "two"]);
    expect(ids("-wolne")).toEqual(["two", "b", "c"]);
    expect(ids("nazwa")).toEqual(["b", "c", "two"]);
  });
});

describe("the order that stays", () => {
  it("counts rows that would come, go or move, and nothing else", () => {
    const kept = ["a", "b", "c"];
    expect(countMoves(kept, ["a", "b", "c"], new Set(["b"]))).toBe(0);
    expect(countMoves(kept, ["a", "c"], new Set(["b"]))).toBe(1);
    expect(countMoves(kept, ["d", "a", "b", "c"], new Set(["d"]))).toBe(1);
    expect(countMoves(kept, ["c", "a", "b"], new Set(["c"]))).toBe(1);
  });
});
