// Many organisations share few connections: whatever broke before on a connection, nobody finds herself in another's place.
import type pg from "pg";

import { isOutage } from "../../server/platform/database/outage.js";
import { inTransaction } from "../../server/platform/database/session.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Person } from "../support/people.js";
import type { Offered } from "../support/settling.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import { memberOf } from "./second-wall.js";

const CENTRES = 8;
const ORGANISATIONS = 5;
const REQUESTS = 2000;
const AT_ONCE = 40;

interface Place {
  person: Person;
  centre: TestCentre;
  partnerId: string;
  service: Offered;
  /** Nobody else sees it; its name is the word. */
  draft: Offered;
  word: string;
}

let api: Api;
let admin: pg.Client;
const places: Place[] = [];
beforeAll(async () => {
  api = await openApi(undefined, { connections: 5 });
  admin = await connectTo(adminUrlOf(api.database.name));
  for (let n = 0; n < CENTRES; n += 1) {
    const centre = await aCentre(api);
    for (let m = 0; m < ORGANISATIONS; m += 1)
      places.push(await aPlace(centre, `zz${String(n)}x${String(m)}y`));
  }
});
afterAll(async () => {
  await admin.end();
  await api.close();
});

async function aPlace(centre: TestCentre, word: string): Promise<Place> {
  const partner = await centre.aPartner();
  const draft = await partner.aService({ name: word });
  await centre.asSystem((work) =>
    work.rows(`update service set status = 'DRAFT' where id = $1`, [draft.id]),
  );
  return {
    centre,
    word,
    draft,
    partnerId: partner.id,
    service: await partner.aService(),
    person: await partner.aPerson("PARTNER_EDITOR"),
  };
}

const DRAFT = "... on Service { name partner { name } }";
const LOOK = `query ($own: ID!, $near: ID!, $far: ID!) { viewer { email partner { id } }
  own: node(id: $own) { ${DRAFT} } near: node(id: $near) { ${DRAFT} } far: node(id: $far) { ${DRAFT} } }`;
const SET = `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename ... on Service { name partner { services { name } } } } }`;
const SEND = `mutation ($input: SendReferralInput!) { sendReferral(input: $input) { __typename } }`;

/** What somebody does, and how it ends: the answer, or nothing where it was to break. */
const doings: ((place: Place) => Promise<string>)[] = [
  look,
  look,
  ({ person, service }) =>
    said(person, SET, { input: { serviceId: service.globalId, total: 20 } }),
  // a problem rolls back
  ({ person, service }) =>
    said(person, SET, { input: { serviceId: service.globalId, total: -1 } }),
  // a refusal throws
  ({ person, service }) =>
    said(person, SEND, {
      input: { requestKey: "k", serviceId: service.globalId },
    }),
  // what is not there
  ({ person }) => said(person, LOOK, { own: "eA", near: "eA", far: "eA" }),
  // the transaction is aborted by PostgreSQL
  async (place) => {
    await inTransaction(api.dataSource, memberIn(place), async (manager) => {
      await manager.query("select from partner");
      await manager.query("select 1 / 0");
    }).catch(() => undefined);
    return "";
  },
  // the asker goes away in the middle of her question
  async ({ person }) => {
    const context = await api.app.contextFor({
      headers: { authorization: `Bearer ${person.token}` },
      cookies: new Map(),
      remoteAddress: "127.0.0.1",
      requestId: "gone",
      setCookie: () => undefined,
    });
    const rows = context.reads.rows("select name from service");
    const further = context.reads.rows("select name from partner");
    further.catch(() => undefined);
    const answer = JSON.stringify(await rows.catch(() => []));
    await context.close();
    return answer;
  },
];

/** Asks for the own draft, a neighbour's, and one of another centre. */
function look(place: Place): Promise<string> {
  const at = places.indexOf(place);
  const draft = (ahead: number) =>
    places[(at + ahead) % places.length]?.draft.globalId;
  return said(place.person, LOOK, {
    own: draft(0),
    near: draft(at % ORGANISATIONS === 0 ? 1 : places.length - 1),
    far: draft(ORGANISATIONS),
  });
}

async function said(
  person: Person,
  query: string,
  variables: Record<string, unknown>,
): Promise<string> {
  return JSON.stringify(await person.ask(query, variables));
}

function memberIn({ person, centre, partnerId }: Place) {
  return memberOf(person, centre.id, partnerId, "PARTNER_EDITOR");
}

/** What a connection of the pool still says of whoever had it before. */
async function leftBehind(): Promise<{ kind: string; seen: string }[]> {
  return api.dataSource
    .query<{ kind: string; seen: string }[]>(
      `select coalesce(current_setting('splot.kind', true), '') as kind, (select count(*) from partner) as seen`,
    )
    .catch((error: unknown) => {
      // the pool has not yet heard that the last one was killed
      if (isOutage(error)) return leftBehind();
      throw error;
    });
}

it("tells nobody what is another's, and leaves nobody's settings behind", async () => {
  const strange: string[] = [];
  let [asked, own] = [0, 0];
  const work = async () => {
    while (asked < REQUESTS) {
      const n = (asked += 1);
      const place = places[(n * 7) % places.length];
      const doing = doings[n % doings.length];
      if (!place || !doing) return;
      const answer = await doing(place).catch((error: unknown) => {
        // hers was the connection that died
        if (isOutage(error)) return "";
        throw error;
      });
      const words = answer.match(/zz\d+x\d+y/g) ?? [];
      own += words.length;
      if (words.some((word) => word !== place.word)) strange.push(answer);
      if (/"email":"/.test(answer) && !answer.includes(place.person.email))
        strange.push(answer);
      if (answer.includes("INTERNAL_SERVER_ERROR")) strange.push(answer);
      // now and then a connection dies under somebody
      if (n % 400 === 0)
        await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'splot' and datname = current_database() and usename = 'splot_app' limit 1`,
        );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(strange).toEqual([]);
  expect(own).toBeGreaterThan(REQUESTS / 4);

  const left = await Promise.all(Array.from({ length: 20 }, leftBehind));
  expect(left.flat()).toEqual(
    Array.from({ length: 20 }, () => ({ kind: "", seen: "0" })),
  );
  console.log(
    `${String(asked)} requests of ${String(places.length)} organisations over 5 connections, ${String(own)} own words, none of others`,
  );
}, 90_000);
