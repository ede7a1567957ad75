// What makes no sense at the doors of the real graph: refused or absent, and never a fault of ours.
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import { aCentre } from "../support/world.js";

let api: Api;
let person: Person;
beforeAll(async () => {
  api = await openApi();
  const centre = await aCentre(api);
  const partner = await centre.aPartner();
  await partner.aService();
  await partner.aService();
  person = await aPerson(api, {
    centreId: centre.id,
    partnerId: centre.hub.id,
    roles: ["OUS"],
  });
});
afterAll(() => api.close());

const uuid = "00000000-0000-4000-8000-000000000000";

it.each(["constructor", "toString", "__proto__", "hasOwnProperty", "Nothing"])(
  "finds no noun of the type %s",
  async (type) => {
    expect(
      await person.ask(`query ($id: ID!) { node(id: $id) { id } }`, {
        id: toGlobalId(type, uuid),
      }),
    ).toEqual({ data: { node: null } });
  },
);

const lists = {
  partners: "partners(first: 1, after: $after)",
  services: "services(first: 1, after: $after)",
  "services by name":
    "services(first: 1, after: $after, filter: { order: NAME })",
  "services by confirmation":
    "services(first: 1, after: $after, filter: { order: OLDEST_CONFIRMED })",
  referrals: "referrals(first: 1, after: $after)",
  cases: "cases(first: 1, after: $after)",
  activity: "activity(first: 1, after: $after)",
};

const ask = (list: string, after: string | null) =>
  person.ask<{
    viewer: { centre: { list: { pageInfo: { endCursor: string | null } } } };
  }>(
    `query ($after: String) { viewer { centre { list: ${list} { pageInfo { endCursor } } } } }`,
    { after },
  );

it.each(Object.entries(lists))(
  "takes its own cursors of %s and no others",
  async (_name, list) => {
    const wrong: unknown[] = [
      [],
      {},
      ["zz"],
      ["\0"],
      ["-1"],
      ["x", "nouuid"],
      ["\0", uuid],
      [null, uuid],
      [1, "x", true],
      [1, "x", "nouuid"],
      [0, 0, 0, 1e300, "x", uuid],
      [0, 0, 0, 0.5, "x", uuid],
    ];
    for (const values of wrong) {
      const after = Buffer.from(JSON.stringify(values)).toString("base64url");
      const { errors } = await ask(list, after);
      expect([values, errors?.[0]?.extensions?.["code"]]).toEqual([
        values,
        "BAD_USER_INPUT",
      ]);
    }
    const days = ["2026-02-31", "2026-02-31T10:00:00Z", "2026-02-20T10:00+99"];
    for (const day of days) {
      const values = JSON.stringify([day, uuid]);
      const { errors } = await ask(
        list,
        Buffer.from(values).toString("base64url"),
      );
      // a list by name begins after any name
      if (errors)
        expect(errors[0]?.extensions?.["code"]).toBe("BAD_USER_INPUT");
    }
    const { data } = await ask(list, null);
    const own = data?.viewer.centre.list.pageInfo.endCursor;
    if (own) expect((await ask(list, own)).errors).toBeUndefined();
  },
);
