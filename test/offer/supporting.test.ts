// L1: the organiser of the community keeps what needs nobody's referral, among the centre's own services, and nothing besides.
import { attempt, memberOf } from "../permission/second-wall.js";
import type { Api, Told } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { aCentre, aKey } from "../support/world.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const WORDS = {
  name: "Pomoc sąsiedzka",
  area: "CIVIC",
  group: "B1",
  form: "INDIVIDUAL",
};

interface Outcome extends Told {
  id?: string;
  version?: number;
  entryMode?: string;
  capacity?: { available: number; confirmedBy: string | null };
}

async function say(
  person: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<Outcome> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const { data, errors } = await person.ask<{ outcome: Outcome }>(
    `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) { __typename
       ... on Service { id version entryMode capacity { available confirmedBy } } ... on InvalidInput { fields { path } } } }`,
    { input },
  );
  return (
    data?.outcome ?? {
      __typename: String(errors?.[0]?.extensions?.["code"]),
    }
  );
}

it("registers it, keeps its places, says it anew, lets it rest and withdraws it", async () => {
  const centre = await aCentre(api);
  const osl = await centre.aPerson("OSL");
  const kipus = await centre.aPerson("KIPUS");
  const made = await say(osl, "publishService", {
    ...{ ...WORDS, requestKey: aKey(), entryMode: "OPEN", supporting: true },
    ...{ capacityUnit: "PLACES", capacityTotal: 8 },
  });
  expect(made).toMatchObject({
    entryMode: "OPEN",
    capacity: { available: 8, confirmedBy: osl.name },
  });
  const serviceId = made.id ?? "";
  expect(await say(osl, "setCapacity", { serviceId, total: 5 })).toMatchObject({
    capacity: { available: 5 },
  });
  expect(
    await say(osl, "recordWalkIn", {
      ...{ requestKey: aKey(), serviceId, change: 1 },
    }),
  ).toMatchObject({ capacity: { available: 4 } });
  expect(await say(osl, "confirmCapacity", { serviceId })).toMatchObject({
    __typename: "Service",
  });
  const token = { ...WORDS, entryMode: "TOKEN", feeGrosze: 0 };
  const changed = await say(osl, "changeService", {
    ...{ serviceId, ifVersion: 1, words: token },
  });
  expect(changed).toMatchObject({ version: 2, entryMode: "TOKEN" });
  const found = await kipus.ask<{
    centre: { services: { nodes: { id: string }[] } };
  }>(
    `query ($id: ID!) { centre(id: $id) { services(filter: { text: "sąsiedzka", entryModes: [TOKEN] }) { nodes { id } } } }`,
    { id: centre.globalId },
  );
  expect(found.data?.centre.services.nodes).toEqual([{ id: serviceId }]);
  for (const [at, verb] of [
    "pauseService",
    "resumeService",
    "withdrawService",
    "restoreService",
  ].entries())
    expect(
      await say(osl, verb, {
        ...{ serviceId, ifVersion: at + 2 },
        ...(verb === "withdrawService" ? { plans: [] } : {}),
      }),
    ).toMatchObject({ __typename: "Service", version: at + 3 });
});

it("is none of hers where people are referred, or where another organisation offers it, also by the database alone", async () => {
  const centre = await aCentre(api);
  const osl = await centre.aPerson("OSL");
  // open to everybody as well, and yet the work of the centre's team
  const referred = await centre.hub.aService({ entryMode: "OPEN" });
  const open = await centre.hub.aService({
    ...{ entryMode: "OPEN", supporting: true },
  });
  const partner = await centre.aPartner();
  const others = await partner.aService({ entryMode: "OPEN" });
  const words = { ...WORDS, feeGrosze: 0 };
  for (const [{ globalId: serviceId }, entryMode] of [
    [referred, "OPEN"],
    [others, "OPEN"],
  ] as const)
    expect(
      await say(osl, "changeService", {
        ...{ serviceId, ifVersion: 1, words: { ...words, entryMode } },
      }),
    ).toEqual({ __typename: "FORBIDDEN" });
  // what it is, it stays
  for (const by of [osl, await centre.aPerson("PARTNER_EDITOR")])
    expect(
      await say(by, "changeService", {
        ...{ serviceId: open.globalId, ifVersion: 1 },
        words: { ...words, entryMode: "REFERRAL" },
      }),
    ).toMatchObject({ fields: [{ path: "words.entryMode" }] });
  expect(
    await say(osl, "publishService", {
      ...{ ...WORDS, requestKey: aKey(), supporting: true },
      ...{ capacityUnit: "PLACES", capacityTotal: 8 },
    }),
  ).toMatchObject({ fields: [{ path: "entryMode" }] });
  const editor = await partner.aPerson("PARTNER_EDITOR");
  expect(
    await say(editor, "publishService", {
      ...{ ...WORDS, requestKey: aKey(), entryMode: "OPEN", supporting: true },
      ...{ capacityUnit: "PLACES", capacityTotal: 8 },
    }),
  ).toEqual({ __typename: "FORBIDDEN" });
  expect(
    await attempt(
      api,
      memberOf(editor, centre.id, partner.id, "PARTNER_EDITOR"),
      [
        "update service set supporting = true, version = version + 1 where id = $1",
        others.id,
      ],
    ),
  ).toBe("refused");
  const door = memberOf(osl, centre.id, centre.hub.id, "OSL");
  const change = (id: string, what: string) =>
    attempt(api, door, [
      `update service set ${what}, version = version + 1 where id = $1`,
      id,
    ]);
  expect(await change(open.id, "name = 'Sąsiedzi'")).toBe("done");
  for (const { id } of [referred, others])
    expect(await change(id, "name = 'Sąsiedzi'")).toBe("nothing");
  expect(await change(open.id, "entry_mode = 'REFERRAL'")).toBe("refused");
});
