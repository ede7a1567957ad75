// Who forges a token or borrows a cookie: nobody, at every door; and each sign-in has a token of its own.
import { createHash, randomBytes } from "node:crypto";

import { WebSocket } from "ws";

import { hangUp, Talk } from "../platform/socket-talk.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import { aCentre } from "../support/world.js";

const PASSWORD = "dobre-haslo-1";

let api: Api;
let doors: Doors;
let somebody: () => Promise<Person>;
beforeAll(async () => {
  api = await openApi();
  doors = await openDoors(api);
  const centre = await aCentre(api);
  somebody = () =>
    aPerson(
      api,
      {
        centreId: centre.id,
        partnerId: centre.hub.id,
        roles: ["PARTNER_VIEWER"],
      },
      { password: PASSWORD },
    );
});
afterAll(async () => {
  await hangUp();
  await doors.close();
  await api.close();
});
const outcome = "__typename ... on Problem { message }";
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ${outcome} } }`;

const inputOf = (email: string) => ({ input: { email, password: PASSWORD } });

async function nobodyBy(token: string): Promise<void> {
  const answer = await doors.post(
    { query: "{ viewer { name } }" },
    { authorization: `Bearer ${token}` },
  );
  expect([token, await answer.json()]).toEqual([
    token,
    { data: { viewer: null } },
  ]);
  const cookie = await doors.post(
    { query: "{ viewer { name } }" },
    { cookie: `splot_session=${token}` },
  );
  expect(await cookie.json()).toEqual({ data: { viewer: null } });
  const talk = await Talk.open({ url: doors.socketUrl });
  talk.say({
    type: "connection_init",
    payload: { authorization: `Bearer ${token}` },
  });
  expect((await talk.until(({ closed }) => closed))?.code).toBe(4403);
}

const part = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString("base64url");

it("takes no token but one that it gave, whole and in time", async () => {
  const { token, sessionId, accountId } = await somebody();
  const admin = await connectTo(adminUrlOf(api.database.name));
  const { rows } = await admin.query<{ hash: Buffer }>(
    "select token_hash as hash from session where id = $1",
    [sessionId],
  );
  await admin.end();
  const [{ hash } = { hash: Buffer.alloc(0) }] = rows;
  const claims = part({ sub: accountId, sid: sessionId, exp: 9_999_999_999 });
  const forged = [
    randomBytes(32).toString("base64url"),
    token.slice(0, -1),
    token.slice(1),
    `${token}A`,
    `${token}=`,
    token.toUpperCase(),
    token.split("").reverse().join(""),
    Buffer.from(token, "base64url").toString("hex"),
    Buffer.from(token, "base64url").toString("base64").replace(/=/g, "~"),
    // what a thief of the database has
    hash.toString("hex"),
    hash.toString("base64url"),
    sessionId,
    accountId,
    `${part({ alg: "none" })}.${claims}.`,
    `${part({ alg: "HS256", kid: "../../dev/null" })}.${claims}.${createHash("sha256").update("").digest("base64url")}`,
    "null",
    "undefined",
    "0",
    "__proto__",
    "%",
  ];
  for (const one of forged) await nobodyBy(one);
  const query = "{ viewer { name } }";
  const own = await doors.post({ query }, {}, token);
  expect(await own.text()).not.toContain("null");
});

it("takes no token that has ended or run out, nor another installation's", async () => {
  const [ended, late] = [await somebody(), await somebody()];
  await ended.ask("mutation { signOut }");
  await nobodyBy(ended.token);
  const admin = await connectTo(adminUrlOf(api.database.name));
  await admin.query("update session set expires_at = $2 where id = $1", [
    late.sessionId,
    api.clock.now(),
  ]);
  await admin.end();
  await nobodyBy(late.token);
});

it("gives each sign-in a token of its own, whatever the browser brought along", async () => {
  const [attacker, victim] = [await somebody(), await somebody()];
  const fixed = randomBytes(32).toString("base64url");
  for (const brought of [attacker.token, fixed]) {
    const answer = await doors.post(
      { query: SIGN_IN, variables: inputOf(victim.email) },
      { cookie: `splot_session=${brought}` },
    );
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^splot_session=[\w-]{43};/);
    expect(cookie).not.toContain(brought);
  }
  // what was brought is not worth more than before
  const name = async (token: string) => {
    const answer = await doors.post(
      { query: "{ viewer { name } }" },
      {},
      token,
    );
    return answer.text();
  };
  expect(await name(attacker.token)).toContain(attacker.name);
  expect(await name(fixed)).toContain(`"viewer":null`);
});

describe("a foreign page", () => {
  const origin = "https://evil.example";

  it("signs nobody in and does nothing with a borrowed cookie", async () => {
    const person = await somebody();
    const cookie = `splot_session=${person.token}`;
    const body = { query: SIGN_IN, variables: inputOf(person.email) };
    const form = { "content-type": "application/x-www-form-urlencoded" };
    for (const [sent, headers, status] of [
      [body, { origin }, 403],
      [body, { origin: "null" }, 403],
      [JSON.stringify(body), { "content-type": "text/plain" }, 415],
      [`query=${encodeURIComponent(SIGN_IN)}`, form, 415],
      [{ query: "mutation { signOut }" }, { origin, cookie }, 403],
    ] as const) {
      const answer = await doors.post(sent, headers);
      expect(answer.status).toBe(status);
      expect(answer.headers.get("set-cookie")).toBeNull();
    }
    expect(
      (await person.ask("{ viewer { name } }")).data?.["viewer"],
    ).not.toBeNull();
  });

  it("is not told by a preflight that it may", async () => {
    const answer = await fetch(`${doors.url}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization, content-type",
      },
    });
    expect(answer.ok).toBe(false);
    for (const [name] of answer.headers)
      expect(name).not.toMatch(/^access-control/);
  });

  it("opens no socket with a borrowed cookie", async () => {
    const { token } = await somebody();
    const socket = new WebSocket(doors.socketUrl, "graphql-transport-ws", {
      headers: { origin, cookie: `splot_session=${token}` },
    });
    const failed = await new Promise<Error>((resolve) => {
      socket.once("error", resolve);
    });
    expect(failed.message).toContain("403");
    // and its own page does
    const own = await Talk.open(
      { url: doors.socketUrl },
      { origin: "http://localhost:4000", cookie: `splot_session=${token}` },
    );
    own.say({ type: "connection_init" });
    await own.until(({ heard }) => heard[0]);
    own.ask("who", "{ viewer { name } }");
    await own.until(() => own.to("who")[0]);
    expect(JSON.stringify(own.to("who"))).not.toContain(`"viewer":null`);
  });
});
