// Places that an agreement keeps for the network: who comes without a referral and a lower total leave them alone.
import { refreshScope } from "../../server/agreements/index.js";
import { inTransaction } from "../../server/platform/database/session.js";
import { memberOf } from "../permission/second-wall.js";
import { move, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { insertAgreement } from "../support/settling.js";
import { aCentre, aKey } from "../support/world.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface Outcome {
  __typename: string;
  message?: string;
  capacity?: Record<string, unknown>;
}

async function aKept(total: number, kept: number) {
  const centre = await aCentre(api);
  const partner = await centre.aPartner({ agreement: null });
  const service = await partner.aService({ total });
  const { number, id } = await centre.asSystem(async (work) => {
    const made = await insertAgreement(work, centre.hub.id, partner.id, {
      names: { [service.id]: kept },
    });
    await refreshScope(work, partner.id);
    return made;
  });
  const team = await partner.aPerson("PARTNER_EDITOR");
  const ask = async (
    person: typeof team,
    verb: "recordWalkIn" | "setCapacity",
    input: Record<string, unknown>,
  ): Promise<Outcome> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const { data } = await person.ask<{ outcome: Outcome }>(
      `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) { __typename
         ... on Service { capacity { total occupied reserved kept keptBy } } ... on Problem { message } } }`,
      { input: { serviceId: service.globalId, ...input } },
    );
    if (!data) throw new Error("no answer");
    return data.outcome;
  };
  return {
    ...{ centre, partner, service, team, number, agreementId: id },
    walkIn: (change: number) =>
      ask(team, "recordWalkIn", { requestKey: aKey(), change }),
    setTotal: (total: number, person = team, reason: string | null = null) =>
      ask(person, "setCapacity", { total, reason }),
    waitOutside: (waitingOutside: number) =>
      ask(team, "setCapacity", { total, waitingOutside }),
  };
}

interface Shown {
  availability: string;
  offerable: number | null;
  capacity: { owedToQueue: number } | null;
}

/** The service as somebody finds it, and how many are found to take somebody at once. */
async function found(centreId: string, person: { token: string } | null) {
  const { data } = await api.ask<{
    centre: {
      services: { nodes: Shown[] };
      takingNow: { totalCount: number };
    };
  }>(
    person?.token ?? null,
    `query ($id: ID!) { centre(id: $id) {
       services(first: 5) { nodes { availability offerable capacity { owedToQueue } } }
       takingNow: services(first: 5, filter: { availableNow: true }) { totalCount } } }`,
    { id: centreId },
  );
  const [service] = data?.centre.services.nodes ?? [];
  return {
    band: service?.availability,
    offerable: service?.offerable,
    owed: service?.capacity?.owedToQueue,
    takesNow: data?.centre.takingNow.totalCount === 1,
  };
}

it("lets exactly as many in without a referral as are not kept, and the network into the rest", async () => {
  const { centre, service, number, walkIn, setTotal } = await aKept(10, 4);
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, () => walkIn(1)),
  );
  expect(
    outcomes.filter(({ __typename }) => __typename === "Service"),
  ).toHaveLength(6);
  expect(
    outcomes.find(({ __typename }) => __typename === "NoFreePlace")?.message,
  ).toBe(
    `Pozostałe miejsca są zatrzymane dla sieci (umowa ${number}). O zmianę umowy poproś organizatorkę usług.`,
  );
  const kipus = await centre.aPerson("KIPUS");
  for (let sent = 0; sent < 4; sent += 1)
    expect((await send(kipus, service)).__typename).toBe("Referral");
  expect((await send(kipus, service)).__typename).toBe("NoFreePlace");
  // one leaves, one comes
  expect((await walkIn(-1)).__typename).toBe("Service");
  expect(await walkIn(1)).toMatchObject({
    capacity: { occupied: 6, reserved: 4, kept: 4, keptBy: number },
  });
  expect((await setTotal(11)).__typename).toBe("Service");
  expect(await brokenRules(centre)).toEqual({});
});

it("owes none of them to who waits without a referral, and shows none to who has none", async () => {
  const { centre, walkIn, waitOutside } = await aKept(10, 4);
  const kipus = await centre.aPerson("KIPUS");
  const seen = async () => [
    await found(centre.globalId, kipus),
    await found(centre.globalId, null),
  ];
  await walkIn(6);
  await waitOutside(3);
  expect(await seen()).toMatchObject([
    { band: "AVAILABLE", offerable: 4, owed: 0, takesNow: true },
    { band: "WAITLIST", offerable: null, takesNow: false },
  ]);
  // one of them leaves, and her place is owed to who waits as she did
  await walkIn(-1);
  expect(await seen()).toMatchObject([
    { band: "AVAILABLE", offerable: 4, owed: 1, takesNow: true },
    { band: "WAITLIST", takesNow: false },
  ]);
  await waitOutside(0);
  expect(await seen()).toMatchObject([
    { offerable: 5, owed: 0, takesNow: true },
    { band: "LIMITED", takesNow: true },
  ]);
});

it("gives one that comes free to the queue of the network", async () => {
  const { centre, partner, service, walkIn, waitOutside } = await aKept(6, 2);
  const kipus = await centre.aPerson("KIPUS");
  const team = await partner.aPerson("PARTNER_REFERRALS");
  await walkIn(4);
  const inside = await Promise.all([
    send(kipus, service),
    send(kipus, service),
  ]);
  const first = await send(kipus, service, { waitIfFull: true });
  expect(first.status).toBe("WAITLISTED");
  await waitOutside(5);
  expect(await found(centre.globalId, kipus)).toMatchObject({
    band: "WAITLIST",
    owed: 1,
  });
  await move(kipus, "withdrawReferral", inside[0].id ?? "");
  // free, and neither a newcomer's nor theirs who wait outside
  expect((await send(kipus, service)).__typename).toBe("NoFreePlace");
  expect((await walkIn(1)).message).toMatch(/zatrzymane dla sieci/);
  expect(await move(team, "offerPlace", first.id ?? "", {})).toMatchObject({
    status: "OFFERED",
  });
  expect(await brokenRules(centre)).toEqual({});
});

it("lets no lower total eat them, whoever sets it, and names the agreement", async () => {
  const { centre, partner, number, agreementId, walkIn, setTotal, ...at } =
    await aKept(10, 4);
  const { service, team } = at;
  await walkIn(3);
  const ous = await centre.aPerson("OUS");
  const refused = {
    __typename: "CapacityInUse",
    message: `Umowa ${number} zatrzymuje dla sieci tyle miejsc: 4. Liczba nie może być mniejsza niż 7. O zmianę umowy poproś organizatorkę usług.`,
  };
  expect(await setTotal(6)).toEqual(refused);
  expect(await setTotal(6, ous, "telefonicznie")).toEqual(refused);
  expect((await setTotal(7)).__typename).toBe("Service");
  // what is taken is told as before
  expect((await setTotal(2)).message).toMatch(/^Zajęte: 3, zatrzymane: 0/);
  await centre.asSystem(async (work) => {
    await work.rows(`update agreement set status = 'SUSPENDED' where id = $1`, [
      agreementId,
    ]);
    await refreshScope(work, partner.id);
  });
  expect(await setTotal(6)).toMatchObject({
    capacity: { total: 6, kept: 0, keptBy: null },
  });
  // though it is not in force today, what it promises is there when it is
  const promised = `Umowa ${number} zatrzyma dla sieci tyle miejsc: 4, gdy zacznie albo znów zacznie obowiązywać.`;
  expect((await setTotal(3)).message).toContain(promised);
  await centre.asSystem(async (work) => {
    await work.rows(
      `update agreement set status = 'SIGNED', valid_from = current_date + 9 where id = $1`,
      [agreementId],
    );
    await refreshScope(work, partner.id);
  });
  expect((await setTotal(3)).message).toContain(promised);
  const somebody = memberOf(team, centre.id, partner.id, "PARTNER_EDITOR");
  await expect(
    inTransaction(api.dataSource, somebody, async (manager) => {
      await manager.query(
        `update capacity set total = 3, version = version + 1, numbers_version = version + 1 where service_id = $1`,
        [service.id],
      );
    }),
  ).rejects.toThrow("these places are promised to the network");
  expect((await setTotal(4)).__typename).toBe("Service");
});

it("keeps what every agreement in force promises: the most places of one, the shortest time of all", async () => {
  const { centre, partner, service, number } = await aKept(12, 10);
  const numbers = () =>
    centre.asSystem(async (work) => {
      await refreshScope(work, partner.id);
      const [row] = await work.rows(
        `select kept, kept_by, confirm_every_days from capacity where service_id = $1`,
        [service.id],
      );
      return row;
    });
  const promise = (kept: number, dutyDays: number | null, status = "ACTIVE") =>
    centre.asSystem((work) =>
      insertAgreement(work, centre.hub.id, partner.id, {
        ...{ dutyDays, status, names: { [service.id]: kept } },
        // it lets more travel and lasts longer: the one that carries referrals
        ...{ sensitive: true, toDays: 900 },
      }),
    );
  await promise(0, 14);
  await promise(11, 3, "SUSPENDED");
  await promise(4, 7);
  await promise(6, null);
  expect(await numbers()).toEqual({
    kept: 10,
    kept_by: number,
    confirm_every_days: 7,
  });
  const more = await promise(11, 30);
  expect(await numbers()).toEqual({
    kept: 11,
    kept_by: more.number,
    confirm_every_days: 7,
  });
});

it("is held by the database as well, with the application's checks off", async () => {
  const { centre, partner, service, team } = await aKept(5, 5);
  const somebody = memberOf(team, centre.id, partner.id, "PARTNER_EDITOR");
  const change = (what: string) =>
    inTransaction(api.dataSource, somebody, async (manager) => {
      await manager.query(
        `update capacity set ${what}, version = version + 1, numbers_version = version + 1 where service_id = $1`,
        [service.id],
      );
    });
  for (const what of ["walk_ins = 1, occupied = 1", "total = 4"])
    await expect(change(what)).rejects.toThrow(
      "these places are kept for the network",
    );
  for (const what of ["kept = 0, kept_by = null", "kept_by = 'X'"])
    await expect(change(what)).rejects.toThrow("set with the agreements");
});
