// The second wall of accounts, of what an offer may say of itself, and of the doors to numbers that are counted for others.
import { randomUUID } from "node:crypto";

import type { Member } from "../../server/platform/permission/actor.js";
import { send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { Offered } from "../support/settling.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import type { Statement } from "./second-wall.js";
import { attempt, memberOf } from "./second-wall.js";

let api: Api;
let centre: TestCentre;
let other: TestCentre;
let service: Offered;
let editor: Member;
let kipus: Person;

beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  other = await aCentre(api);
  const partner = await centre.aPartner();
  service = await partner.aService({ total: 1, occupied: 1 });
  editor = memberOf(
    await partner.aPerson("PARTNER_EDITOR"),
    centre.id,
    partner.id,
    "PARTNER_EDITOR",
  );
  kipus = await centre.aPerson("KIPUS");
  await send(kipus, service, { waitIfFull: true });
});
afterAll(() => api.close());

it("lets the system of a centre touch accounts and sessions of that centre only", async () => {
  const lock: Statement = [
    `update account set status = 'LOCKED' where id = $1`,
    editor.accountId,
  ];
  const end: Statement = [
    `update session set ended_at = now() where account_id = $1`,
    editor.accountId,
  ];
  const stranger = { kind: "system" as const, centreId: other.id };
  expect(await attempt(api, stranger, lock)).toBe("nothing");
  expect(await attempt(api, stranger, end)).toBe("nothing");
  const own = { kind: "system" as const, centreId: centre.id };
  expect(await attempt(api, own, lock)).toBe("done");
  expect(await attempt(api, own, end)).toBe("done");
});

it.each([
  "referable_from = '2000-01-01'",
  "referable_to = null, referable_from = null",
  "visibility = 'NETWORK'",
  "partner_id = centre_id",
])("lets an organisation not write of its service: %s", async (change) => {
  expect(
    await attempt(api, editor, [
      `update service set ${change} where id = $1`,
      service.id,
    ]),
  ).toBe("refused");
});

it("lets an organisation change the words of its service, and publish none that can be referred to", async () => {
  expect(
    await attempt(api, editor, [
      `update service set description = 'd' where id = $1`,
      service.id,
    ]),
  ).toBe("done");
  const copy: Statement = [
    `insert into service (centre_id, id, partner_id, name, area, service_group, form, referable_from, created_at, updated_at)
     select centre_id, $2, partner_id, name, area, service_group, form, '2000-01-01', now(), now() from service where id = $1`,
    service.id,
    randomUUID(),
  ];
  expect(await attempt(api, editor, copy)).toBe("refused");
});

it("tells places in the queue to who may read the referral only", async () => {
  const asked: Statement = [
    `select from queue_positions(array[$1::uuid])`,
    service.id,
  ];
  const at = (person: Person, ...roles: string[]) =>
    memberOf(person, centre.id, centre.hub.id, ...roles);
  const somebodyElse = await centre.aPerson("KIPUS");
  expect(await attempt(api, at(kipus, "KIPUS"), asked)).toBe("done");
  expect(await attempt(api, at(kipus, "OUS"), asked)).toBe("done");
  expect(await attempt(api, at(kipus, "DIRECTOR"), asked)).toBe("nothing");
  expect(await attempt(api, at(somebodyElse, "KIPUS"), asked)).toBe("nothing");
  expect(await attempt(api, editor, asked)).toBe("nothing");
  expect(
    await attempt(api, { kind: "visitor", centreId: centre.id }, asked),
  ).toBe("nothing");
});

it("tells no visitor when a number was confirmed, in no order and no cursor", async () => {
  expect(
    await attempt(api, { kind: "visitor", centreId: centre.id }, [
      `select from capacity_bands(now()) where confirmed_at is not null`,
    ]),
  ).toBe("nothing");
  const { data } = await api.ask<{
    centre: { services: { edges: { cursor: string }[] } };
  }>(
    null,
    `query ($id: ID!) { centre(id: $id) { services(filter: { order: OLDEST_CONFIRMED }) { edges { cursor } } } }`,
    { id: centre.globalId },
  );
  const [edge] = data?.centre.services.edges ?? [];
  const cursor = Buffer.from(edge?.cursor ?? "", "base64url").toString();
  expect(cursor).toMatch(/^\["/);
});

it("refuses a document that narrows and orders the whole offer over and over", async () => {
  const lists = (many: number) =>
    `query ($id: ID!) { centre(id: $id) { ${Array.from(
      { length: many },
      (_, n) =>
        `a${String(n)}: services(first: ${String(n + 1)}) { totalCount nodes { availability } }`,
    ).join(" ")} } }`;
  const refusalOf = async (many: number) => {
    const answer = await api.ask(null, lists(many), { id: centre.globalId });
    return answer.errors?.[0]?.extensions?.["code"];
  };
  expect(await refusalOf(5)).toBeUndefined();
  expect(await refusalOf(29)).toBe("TOO_COSTLY");
});
