// Keeping the numbers: setting, confirming and counting in by hand.
import { move, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { aKey } from "../support/world.js";
import { anOffering, change } from "./offering.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

describe("setCapacity", () => {
  it("sets the number, and with it vouches for it", async () => {
    const { editor, serviceId, centre } = await anOffering(api, {
      total: 10,
      confirmedDaysAgo: 90,
    });
    const outcome = await change(editor, "setCapacity", {
      serviceId,
      total: 12,
      waitingOutside: 3,
    });
    expect(outcome).toMatchObject({
      __typename: "Service",
      availability: "AVAILABLE",
      capacity: {
        total: 12,
        waiting: 3,
        version: 2,
        confirmedAt: api.clock.now().toISOString(),
        confirmedBy: editor.name,
        confirmedFrom: "PROVIDER",
      },
    });
    const lines = await centre.asSystem((work) =>
      work.rows(
        `select kind, total_change, waiting_change, actor_partner_id, on_behalf_of from capacity_event where version = 2`,
      ),
    );
    expect(lines).toMatchObject([
      {
        kind: "SET_TOTAL",
        total_change: 2,
        waiting_change: 3,
        on_behalf_of: null,
      },
    ]);
    expect(await brokenRules(centre)).toEqual({});
  });

  it("leaves who waits outside where it is not said", async () => {
    const { editor, serviceId } = await anOffering(api, { waitingOutside: 4 });
    const outcome = await change(editor, "setCapacity", {
      serviceId,
      total: 11,
    });
    expect(outcome.capacity).toMatchObject({ total: 11, waitingOutside: 4 });
  });

  it("is moved by a change of numbers, not by a confirmation alone", async () => {
    const { editor, serviceId } = await anOffering(api);
    const colleague = { serviceId, ifVersion: 1 };
    await change(editor, "confirmCapacity", { serviceId });
    const after = await change(editor, "setCapacity", {
      ...colleague,
      total: 11,
    });
    expect(after).toMatchObject({
      __typename: "Service",
      capacity: { version: 3 },
    });
    const late = await change(editor, "setCapacity", {
      ...colleague,
      total: 15,
    });
    expect(late).toMatchObject({
      __typename: "CapacityMoved",
      service: { capacity: { total: 11, version: 3 } },
    });
  });

  it("never falls below what is taken and held, and says both", async () => {
    const { editor, serviceId, service, centre } = await anOffering(api, {
      total: 10,
      occupied: 4,
    });
    await send(await centre.aPerson("KIPUS"), service, { units: 2 });
    const outcome = await change(editor, "setCapacity", {
      serviceId,
      total: 5,
    });
    expect(outcome).toMatchObject({
      __typename: "CapacityInUse",
      occupied: 4,
      reserved: 2,
    });
    const exact = await change(editor, "setCapacity", { serviceId, total: 6 });
    expect(exact).toMatchObject({ availability: "FULL" });
  });

  it("of the hub is on behalf: with a reason, and it vouches for nothing", async () => {
    const { ous, serviceId, partner, centre } = await anOffering(api, {
      confirmedDaysAgo: 40,
    });
    for (const reason of [undefined, "  "])
      expect(
        await change(ous, "setCapacity", { serviceId, total: 7, reason }),
      ).toMatchObject({
        __typename: "InvalidInput",
        fields: [{ path: "reason" }],
      });
    const outcome = await change(ous, "setCapacity", {
      serviceId,
      total: 7,
      reason: "telefonicznie",
    });
    expect(outcome).toMatchObject({
      availability: "STALE",
      capacity: { total: 7 },
    });
    const lines = await centre.asSystem((work) =>
      work.rows(
        `select reason, on_behalf_of from capacity_event where version = 2`,
      ),
    );
    expect(lines).toEqual([
      { reason: "telefonicznie", on_behalf_of: partner.id },
    ]);
  });

  it.each([
    [{ total: -1 }, ["total"]],
    [{ total: 100_001, waitingOutside: -1 }, ["total", "waitingOutside"]],
    [{ total: 5, reason: "x".repeat(501) }, ["reason"]],
  ])("tells all faults at once: %j", async (input, paths) => {
    const { editor, serviceId } = await anOffering(api);
    const outcome = await change(editor, "setCapacity", {
      serviceId,
      ...input,
    });
    expect(outcome.fields?.map(({ path }) => path)).toEqual(paths);
  });
});

describe("confirmCapacity", () => {
  it("changes the date and nothing else", async () => {
    const { editor, serviceId, centre } = await anOffering(api, {
      total: 10,
      occupied: 3,
      confirmedDaysAgo: null,
    });
    expect(
      await change(editor, "confirmCapacity", { serviceId }),
    ).toMatchObject({
      availability: "AVAILABLE",
      capacity: {
        total: 10,
        occupied: 3,
        version: 2,
        confirmedBy: editor.name,
      },
    });
    expect(await brokenRules(centre)).toEqual({});
  });
});

describe("confirmServices", () => {
  it("confirms what stood on the screen, and names what had moved", async () => {
    const { editor, partner, serviceId } = await anOffering(api);
    const moved = await partner.aService();
    const confirmedMeanwhile = await partner.aService();
    await change(editor, "setCapacity", {
      serviceId: moved.globalId,
      total: 99,
    });
    await change(editor, "confirmCapacity", {
      serviceId: confirmedMeanwhile.globalId,
    });
    const outcome = await change(editor, "confirmServices", {
      services: [
        { serviceId, version: 1 },
        { serviceId: moved.globalId, version: 1 },
        { serviceId: confirmedMeanwhile.globalId, version: 1 },
      ],
    });
    expect(outcome.confirmed?.map(({ id }) => id)).toEqual([
      serviceId,
      confirmedMeanwhile.globalId,
    ]);
    expect(outcome.moved).toMatchObject([
      { id: moved.globalId, capacity: { total: 99, version: 2 } },
    ]);
  });

  it("does all or nothing where one is not the own", async () => {
    const { editor, centre, serviceId } = await anOffering(api);
    const foreign = await (await centre.aPartner()).aService();
    const outcome = await change(editor, "confirmServices", {
      services: [
        { serviceId, version: 1 },
        { serviceId: foreign.globalId, version: 1 },
      ],
    });
    expect(outcome.__typename).toBe("FORBIDDEN");
    const rows = await centre.asSystem((work) =>
      work.rows(`select from capacity where version > 1`),
    );
    expect(rows).toEqual([]);
  });

  it("refuses none, more than a hundred, and one twice", async () => {
    const { editor, serviceId } = await anOffering(api);
    const seen = { serviceId, version: 1 };
    for (const services of [[], [seen, seen], Array(101).fill(seen)])
      expect(
        (await change(editor, "confirmServices", { services })).__typename,
      ).toBe("InvalidInput");
  });
});

describe("recordWalkIn", () => {
  it("counts once for one key, however often it is said", async () => {
    const { editor, serviceId, centre } = await anOffering(api);
    const input = { requestKey: aKey(), serviceId, change: 2 };
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => change(editor, "recordWalkIn", input)),
    );
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({
        capacity: { occupied: 2, walkIns: 2, version: 2 },
      });
    const other = await change(editor, "recordWalkIn", { ...input, change: 3 });
    expect(other.__typename).toBe("RequestKeyReused");
    expect(await brokenRules(centre)).toEqual({});
  });

  it("never falls below who came by a referral, nor rises above what is free", async () => {
    const { editor, partner, serviceId, service, centre } = await anOffering(
      api,
      { total: 3, occupied: 1 },
    );
    const id = (await send(await centre.aPerson("KIPUS"), service)).id ?? "";
    const team = await partner.aPerson("PARTNER_REFERRALS");
    await move(team, "acceptReferral", id);
    await move(team, "startReferral", id);
    const walk = (by: number) =>
      change(editor, "recordWalkIn", {
        requestKey: aKey(),
        serviceId,
        change: by,
      });
    expect((await walk(2)).__typename).toBe("NoFreePlace");
    expect(await walk(1)).toMatchObject({ capacity: { occupied: 3 } });
    expect(await walk(-3)).toMatchObject({
      __typename: "InvalidInput",
      fields: [{ path: "change" }],
    });
    expect(await walk(-2)).toMatchObject({
      capacity: { occupied: 1, walkIns: 0 },
    });
    expect((await walk(0)).__typename).toBe("InvalidInput");
    expect(await brokenRules(centre)).toEqual({});
  });

  it("keeps a held place held", async () => {
    const { editor, serviceId, service, centre } = await anOffering(api, {
      total: 1,
    });
    await send(await centre.aPerson("KIPUS"), service);
    const outcome = await change(editor, "recordWalkIn", {
      requestKey: aKey(),
      serviceId,
      change: 1,
    });
    expect(outcome.__typename).toBe("NoFreePlace");
  });

  it("is moved by a number that changed since", async () => {
    const { editor, serviceId } = await anOffering(api);
    await change(editor, "setCapacity", { serviceId, total: 20 });
    const outcome = await change(editor, "recordWalkIn", {
      requestKey: aKey(),
      serviceId,
      change: 1,
      ifVersion: 1,
    });
    expect(outcome).toMatchObject({
      __typename: "CapacityMoved",
      service: { capacity: { total: 20 } },
    });
  });
});

describe("publishService", () => {
  const wanted = {
    name: "Klub filmowy",
    area: "CULTURE",
    group: "B1",
    form: "GROUP",
    capacityUnit: "PLACES",
    capacityTotal: 12,
  };

  it("puts it on offer with its number vouched for, once for one key", async () => {
    const { editor, centre } = await anOffering(api);
    const input = { ...wanted, requestKey: aKey() };
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => change(editor, "publishService", input)),
    );
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    expect(outcomes[0]).toMatchObject({
      name: "Klub filmowy",
      availability: "AVAILABLE",
      capacity: { total: 12, version: 1, confirmedBy: editor.name },
    });
    const other = await change(editor, "publishService", {
      ...input,
      name: "Inny klub",
    });
    expect(other.__typename).toBe("RequestKeyReused");
    expect(await brokenRules(centre)).toEqual({});
    // the agreement of its partner stands behind it at once
    const kipus = await centre.aPerson("KIPUS");
    const service = { id: "", globalId: outcomes[0]?.id ?? "" };
    expect((await send(kipus, service)).__typename).toBe("Referral");
  });

  it("shows the offer of one who has not joined to the hub alone", async () => {
    const { centre, ous } = await anOffering(api);
    const invited = await centre.aPartner({
      membership: "INVITED",
      agreement: null,
    });
    const editor = await invited.aPerson("PARTNER_EDITOR");
    const { id } = await change(editor, "publishService", {
      ...wanted,
      requestKey: aKey(),
    });
    const see = `query ($id: ID!) { node(id: $id) { ... on Service { visibility } } }`;
    expect((await ous.ask(see, { id })).data?.["node"]).toEqual({
      visibility: "HUB_ONLY",
    });
    const foreign = await (await centre.aPartner()).aPerson("PARTNER_VIEWER");
    expect((await foreign.ask(see, { id })).data?.["node"]).toBeNull();
  });

  it("tells all faults at once", async () => {
    const { editor } = await anOffering(api);
    const outcome = await change(editor, "publishService", {
      ...wanted,
      requestKey: "",
      name: "x",
      description: "y".repeat(2001),
      capacityTotal: -1,
      capacityUnit: "TICKETS_EVENT",
    });
    expect(outcome.fields?.map(({ path }) => path)).toEqual([
      "requestKey",
      "name",
      "description",
      "capacityTotal",
      "eventOn",
    ]);
  });
});
