// Rights that end while a subscription is open: nothing more is delivered, though everything happens in another process.
import {
  lockAccount,
  type Role,
  takeRole,
} from "../../server/identity/index.js";
import { hangUp, Talk } from "../platform/socket-talk.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import type { Offered } from "../support/settling.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre } from "../support/world.js";

/** Two processes on one database: one holds the sockets, in the other everything is done. */
let here: Api;
let there: Api;
let doors: Doors;
let centre: TestCentre;
let partner: TestPartner;
let service: Offered;
let editor: Person;
/** Follows all the time, and keeps every right. */
let witness: Talk;
beforeAll(async () => {
  there = await openApi();
  here = await openApi(there.database);
  doors = await openDoors(here);
  centre = await aCentre(there);
  partner = await centre.aPartner();
  service = await partner.aService({ total: 5 });
  editor = await partner.aPerson("PARTNER_EDITOR");
  witness = await follow(editor.token);
});
afterAll(async () => {
  await hangUp();
  await doors.close();
  await here.close();
  await there.close();
});

const CAPACITY = `subscription ($centreId: ID!) { capacityChanged(centreId: $centreId) {
  __typename ... on CapacityChanged { service { capacity { total } } } } }`;

async function follow(token: string): Promise<Talk> {
  const talk = await Talk.open({ url: doors.socketUrl });
  talk.say({
    type: "connection_init",
    payload: { authorization: `Bearer ${token}` },
  });
  await talk.until(({ heard, closed }) => closed ?? heard[0]);
  talk.ask("changes", CAPACITY, { centreId: centre.globalId });
  await talk.until(() => talk.closed ?? talk.to("changes")[0]);
  expect(JSON.stringify(talk.to("changes"))).toContain("CaughtUp");
  return talk;
}

const saw = (talk: Talk, total: number) =>
  JSON.stringify(talk.heard).includes(`"total":${String(total)}`);

let total = 10;

/** Two changes: when the witness has the second, the first has been offered to everybody. */
async function change(): Promise<number> {
  const first = ++total;
  for (const number of [first, ++total])
    await editor.ask(
      `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }`,
      { input: { serviceId: service.globalId, total: number } },
    );
  await witness.until(() => saw(witness, first + 1));
  return first;
}

const somebody = (roles: readonly Role[] = ["PARTNER_VIEWER"]) =>
  aPerson(there, { centreId: centre.id, partnerId: partner.id, roles });

it("delivers to who keeps her rights", async () => {
  const talk = await follow((await somebody()).token);
  const first = await change();
  await talk.until(() => saw(talk, first + 1));
  expect(saw(talk, first)).toBe(true);
});

it("delivers nothing from the moment on that the role is gone, and lets the socket live", async () => {
  const person = await somebody(["PARTNER_VIEWER", "SYSADMIN"]);
  const talk = await follow(person.token);
  await centre.asSystem((work) =>
    takeRole(work, person.accountId, partner.id, "PARTNER_VIEWER"),
  );
  const first = await change();
  expect(saw(talk, first)).toBe(false);
  // what she may still ask is answered on the same socket, what she may not is not
  talk.ask("who", "{ viewer { roles } }");
  talk.ask("again", CAPACITY, { centreId: centre.globalId });
  await talk.until(() => talk.to("who")[0] && talk.to("again")[0]);
  expect(talk.to("who")[0]?.payload).toEqual({
    data: { viewer: { roles: ["SYSADMIN"] } },
  });
  expect(JSON.stringify(talk.to("again"))).toContain("FORBIDDEN");
  expect(talk.closed).toBeNull();
});

const endings: [string, (person: Person) => Promise<unknown>][] = [
  [
    "the last role is taken",
    ({ accountId }) =>
      centre.asSystem((work) =>
        takeRole(work, accountId, partner.id, "PARTNER_VIEWER"),
      ),
  ],
  [
    "the account is locked",
    ({ accountId }) => centre.asSystem((work) => lockAccount(work, accountId)),
  ],
  [
    "the session runs out",
    ({ sessionId }) =>
      centre.asSystem((work) =>
        work.rows(`update session set expires_at = $2 where id = $1`, [
          sessionId,
          work.now,
        ]),
      ),
  ],
];

it.each(endings)(
  "closes with 4403 and delivers nothing when %s, without a word from the other process",
  async (_name, end) => {
    const person = await somebody();
    const talk = await follow(person.token);
    await end(person);
    const first = await change();
    expect((await talk.until(({ closed }) => closed))?.code).toBe(4403);
    expect(saw(talk, first)).toBe(false);
  },
);

it.each([
  ["she signs out elsewhere", "mutation { signOut }"],
  [
    "she changes her password elsewhere",
    `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }`,
  ],
])(
  "is told by the other process and closes at once when %s, though nothing happens",
  async (_name, mutation) => {
    const password = "dobre-haslo-1";
    const person = await aPerson(
      there,
      {
        centreId: centre.id,
        partnerId: partner.id,
        roles: ["PARTNER_VIEWER"],
      },
      { password },
    );
    const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { token } } }`;
    const { data } = await there.ask<{ signIn: { token: string } }>(
      null,
      SIGN_IN,
      { input: { email: person.email, password } },
    );
    const other = data?.signIn.token ?? "";
    // signing out ends the own session, a new password all others
    const [followed, acting] = mutation.includes("signOut")
      ? [other, other]
      : [person.token, other];
    const talk = await follow(followed);
    const began = performance.now();
    await there.ask(acting, mutation, {
      input: { current: password, new: "jeszcze-lepsze-2" },
    });
    expect((await talk.until(({ closed }) => closed))?.code).toBe(4403);
    console.info(
      `closed after ${(performance.now() - began).toFixed(0)} ms (promised: 5,000)`,
    );
  },
);
