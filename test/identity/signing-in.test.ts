// Signing in and out: one answer for every way to fail, tries that are counted, sessions that end at once.
import { throttleOf } from "../../server/identity/throttle.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import { aPerson, assign } from "../support/people.js";
import { testKeys } from "../support/server.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import type { Entering, Outcome } from "./entering.js";
import { enteringBy, PASSWORD, someoneWithPassword } from "./entering.js";

let api: Api;
let centre: TestCentre;
let entering: Entering;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  entering = enteringBy(api);
});
afterAll(() => api.close());
// all that is tried here comes from one address
beforeEach(async () => {
  const admin = await connectTo(adminUrlOf(api.database.name));
  await admin.query("truncate sign_in_attempt");
  await admin.end();
});

const somebody = () => someoneWithPassword(api, centre);
const signIn: Entering["signIn"] = (...asked) => entering.signIn(...asked);
const run: Entering["run"] = (...asked) => entering.run(...asked);
const isSignedIn: Entering["isSignedIn"] = (token) =>
  entering.isSignedIn(token);

it("opens a session for e-mail and password, however the e-mail is typed", async () => {
  const person = await somebody();
  const { token, viewer } = await signIn(`  ${person.email.toUpperCase()} `);
  expect(viewer).toEqual({
    name: person.name,
    roles: ["OSL"],
    mustChangePassword: false,
  });
  expect(await isSignedIn(token)).toBe(true);
});

it("answers a wrong password, an unknown, a locked and an idle account with the same words", async () => {
  const [known, locked, idle] = await Promise.all([
    somebody(),
    somebody(),
    somebody(),
  ]);
  await centre.asSystem(async (work) => {
    await work.rows(`update account set status = 'LOCKED' where id = $1`, [
      locked.accountId,
    ]);
    await work.rows(
      `update assignment set ended_at = $2 where account_id = $1`,
      [idle.accountId, work.now],
    );
  });
  const outcomes = await Promise.all([
    signIn(known.email, "zupelnie-inne"),
    signIn("nikt@splot.example"),
    signIn(locked.email),
    signIn(idle.email),
  ]);
  for (const outcome of outcomes)
    expect(outcome).toEqual({
      __typename: "SignInRefused",
      message: "E-mail lub hasło się nie zgadza. Sprawdź oba.",
    });
  // and who was signed in is so no more
  expect(await isSignedIn(locked.token)).toBe(false);
  expect(await isSignedIn(idle.token)).toBe(false);
});

it("takes the same work for an unknown account as for a wrong password", async () => {
  const { email } = await aPerson(
    api,
    { centreId: centre.id, partnerId: centre.hub.id, roles: ["OSL"] },
    { password: PASSWORD, isDear: true },
  );
  const time = async (address: string) => {
    const start = performance.now();
    await signIn(address, "zupelnie-inne");
    return performance.now() - start;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    known.push(await time(email));
    unknown.push(await time(`nikt-${n}@splot.example`));
  }
  const middle = (times: number[]) => [...times].sort((a, b) => a - b)[2] ?? 0;
  // the hash is by far the most of it; without it an answer takes a tenth
  expect(middle(unknown)).toBeGreaterThan(middle(known) / 3);
});

it("counts tries for an account, refuses the eleventh, even the right one, and nobody else", async () => {
  const { email } = await somebody();
  for (let tries = 0; tries < 10; tries += 1)
    await signIn(email, "zupelnie-inne");
  expect(await signIn(email)).toMatchObject({
    __typename: "SignInRefused",
    message:
      "Za dużo prób. Spróbuj później albo ustaw nowe hasło przez link z e-maila.",
  });
  const other = await somebody();
  expect((await signIn(other.email)).__typename).toBe("SignedIn");
});

it("writes nothing more for tries that are refused", async () => {
  const throttle = throttleOf({ dataSource: api.dataSource, keys: testKeys });
  const count = (email: string, address: string) =>
    throttle.count(email, address);
  const rows = async () => {
    const admin = await connectTo(adminUrlOf(api.database.name));
    const found = await admin.query<object>(
      "select key, points, xmin from sign_in_attempt order by key",
    );
    await admin.end();
    return found.rows;
  };
  for (let tries = 0; tries < 10; tries += 1)
    expect(await count("a@splot.example", "192.0.2.1")).toBe(true);
  for (let tries = 0; tries < 100; tries += 1)
    expect(await count(`${String(tries)}@splot.example`, "192.0.2.2")).toBe(
      true,
    );
  const before = await rows();
  expect(before).toHaveLength(3 + 201);
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await count("a@splot.example", "192.0.2.1")).toBe(false);
    expect(await count(`new-${String(tries)}`, "192.0.2.2")).toBe(false);
  }
  expect(await rows()).toEqual(before);
});

it("slows down who guesses from many networks, but not the owner where she signed in before, nor for good", async () => {
  const throttle = throttleOf({ dataSource: api.dataSource, keys: testKeys });
  const email = `${String(Math.random())}@splot.example`;
  await throttle.forgive(email, "198.51.100.7");
  const from = (n: number) => throttle.count(email, `203.0.113.${String(n)}`);
  for (let n = 0; n < 50; n += 1) expect(await from(n)).toBe(true);
  expect(await from(60)).toBe(false);
  expect(await throttle.count(email, "198.51.100.7")).toBe(true);
  // by the link of a mail she sets a new password, and is known from where she did
  await throttle.forgive(email, "203.0.113.60");
  expect(await from(60)).toBe(true);
  expect(await from(61)).toBe(false);
  const admin = await connectTo(adminUrlOf(api.database.name));
  await admin.query(
    "update sign_in_attempt set expire = expire - 3600000 where key like 'anywhere:%'",
  );
  await admin.end();
  expect(await from(61)).toBe(true);
});

it.each([
  ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true],
  ["2001:db8::1", "2001:0DB8:0:0:9::", true],
  ["2001:db8:1:2::1", "2001:db8:1:3::1", false],
  ["::ffff:192.0.2.1", "192.0.2.1", true],
  ["192.0.2.1", "192.0.2.2", false],
])("counts %s and %s as one place: %s", async (one, other, isSame) => {
  const { count } = throttleOf({ dataSource: api.dataSource, keys: testKeys });
  for (let tries = 0; tries < 10; tries += 1)
    expect(await count("v6@splot.example", one)).toBe(true);
  expect(await count("v6@splot.example", other)).toBe(!isSame);
});

it("leaves one line of who was slowed down in the access log, not one for each try", async () => {
  const person = await somebody();
  for (let tries = 0; tries < 14; tries += 1)
    await signIn(person.email, "zupelnie-inne");
  const lines = await centre.asSystem((work) =>
    work.rows<{ change: string | null }>(
      `select change from access_log where centre_id = $1 and actor_account_id = $2 and action = 'LOGIN_FAILED'`,
      [centre.id, person.accountId],
    ),
  );
  expect(lines).toHaveLength(11);
  expect(lines.filter(({ change }) => change === "SignInSlowedDown")).toEqual([
    { change: "SignInSlowedDown" },
  ]);
});

it("starts the count anew with the right password", async () => {
  const { email } = await somebody();
  for (let round = 0; round < 2; round += 1) {
    for (let tries = 0; tries < 9; tries += 1)
      await signIn(email, "zupelnie-inne");
    expect((await signIn(email)).__typename).toBe("SignedIn");
  }
});

it("keeps neither the token nor an e-mail in clear", async () => {
  const { email } = await somebody();
  const { token } = await signIn(email);
  const admin = await connectTo(adminUrlOf(api.database.name));
  const { rows } = await admin.query<{ text: string }>(
    `select s::text as text from session s union all select t::text from sign_in_attempt t`,
  );
  await admin.end();
  const all = rows.map(({ text }) => text).join("\n");
  expect(all).not.toContain(token);
  expect(all).not.toContain(email);
});

it("changes the own password for who knows the old one, and signs all others out", async () => {
  const person = await somebody();
  const { token } = await signIn(person.email);
  const faulty = await run(person.token, "changePassword", {
    current: "nie-to-haslo",
    new: "krotkie",
  });
  expect(faulty.fields?.map(({ path }) => path)).toEqual(["current", "new"]);
  const changed = await run(person.token, "changePassword", {
    current: PASSWORD,
    new: "jeszcze-lepsze-2",
  });
  expect(changed.__typename).toBe("PasswordChanged");
  expect(await isSignedIn(token)).toBe(false);
  expect(await isSignedIn(person.token)).toBe(true);
  expect((await signIn(person.email)).__typename).toBe("SignInRefused");
  const again = await signIn(person.email, "jeszcze-lepsze-2");
  expect(again.__typename).toBe("SignedIn");
});

it("acts for another organisation after a switch; the old token is worth nothing", async () => {
  const person = await somebody();
  const partner = await centre.aPartner();
  const elsewhere = await aCentre(api);
  await assign(api, person.accountId, {
    centreId: centre.id,
    partnerId: partner.id,
    roles: ["PARTNER_VIEWER"],
  });
  await assign(api, person.accountId, {
    centreId: elsewhere.id,
    partnerId: elsewhere.hub.id,
    roles: ["KIPUS"],
  });
  interface Viewer {
    viewer: {
      centre: { id: string };
      partner: { id: string };
      memberships: {
        id: string;
        current: boolean;
        centre: { id: string };
        partner: { id: string };
      }[];
    };
  }
  const ask = `{ viewer { centre { id } partner { id }
    memberships { id current centre { id } partner { id } } } }`;
  const { data } = await person.ask<Viewer>(ask);
  const memberships = data?.viewer.memberships ?? [];
  expect(memberships.filter(({ current }) => current)).toMatchObject([
    { partner: { id: centre.hub.globalId } },
  ]);
  expect(memberships).toHaveLength(3);
  let token: string | undefined = person.token;
  for (const target of [partner, elsewhere.hub]) {
    const membership = memberships.find(
      (one) => one.partner.id === target.globalId,
    );
    const before: string = token ?? "";
    const switched: Outcome = await run(before, "switchMembership", {
      membershipId: membership?.id,
    });
    token = switched.token;
    expect(await isSignedIn(before)).toBe(false);
    const now = await api.ask<Viewer>(token ?? null, ask);
    expect(now.data?.viewer.partner.id).toBe(target.globalId);
    expect(now.data?.viewer.centre.id).toBe(membership?.centre.id);
  }
  // the next sign-in goes on where she was
  const { token: later } = await signIn(person.email);
  const there = await api.ask<Viewer>(later ?? null, ask);
  expect(there.data?.viewer.centre.id).toBe(elsewhere.globalId);
});
