// The process under a database that fails it in every way: it never falls, says come again, and serves again by itself.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { createClient } from "graphql-ws";
import type { Client } from "pg";
import { WebSocket } from "ws";

import { isRunning } from "../../server/platform/database/data-folder.js";
import { joinEmbedded } from "../../server/platform/database/embedded.js";
import type { Referring } from "../referrals/referring.js";
import { aReferring } from "../referrals/referring.js";
import type { Answer, Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { connectTo } from "../support/database.js";
import {
  freshDataFolder,
  MASTER_KEY,
  type RunningSplot,
  startSplot,
} from "../support/server.js";

/** So few that whatever needs two of them at once would stand still. */
const connections = "3";

const SEND = `mutation ($input: SendReferralInput!) {
  sendReferral(input: $input) { __typename ... on Referral { id number } ... on Problem { message } }
}`;
const READ = `query ($id: ID!) { node(id: $id) { ... on Service { name capacity { available } } } }`;
const FOLLOW = `subscription ($centreId: ID!) { referralChanged(centreId: $centreId) { __typename ... on CaughtUp { cursor }
  ... on ReferralChanged { cursor referral { id } } } }`;

let folder: string;
let splot: RunningSplot;
let api: Api;
let admin: Client;
let adminUrl: string;
let world: Referring;

beforeAll(async () => {
  folder = await freshDataFolder();
  splot = await startSplot({
    DATA_DIR: folder,
    DEMO: "off",
    MASTER_KEY,
    DATABASE_CONNECTIONS: connections,
  });
  const joined = await joinIt();
  api = await openApi({ name: "splot", ...joined });
  api.clock.catchUp();
  world = await aReferring(api, { service: { total: 500 } });
}, 60_000);
afterAll(async () => {
  await admin.end().catch(() => undefined);
  await api.close();
  await splot.stop("SIGKILL");
  const pid = postmaster();
  if (pid && isRunning(pid)) process.kill(pid, "SIGQUIT");
  rmSync(folder, { recursive: true, force: true });
});

/** Survives that its PostgreSQL is killed. */
async function connectAdmin(): Promise<Client> {
  const client = await connectTo(adminUrl);
  client.on("error", () => undefined);
  return client;
}

/** At each start its PostgreSQL may take another port. */
async function joinIt() {
  const joined = await joinEmbedded(folder);
  adminUrl = joined.adminUrl.replace(/postgres$/, "splot");
  admin = await connectAdmin();
  return joined;
}

function postmaster(): number | undefined {
  try {
    const file = readFileSync(join(folder, "postgres/postmaster.pid"), "utf8");
    return Number(file.split("\n")[0]);
  } catch {
    return undefined;
  }
}

interface Answered extends Answer {
  status: number;
  retryAfter: string | null;
  code: string | undefined;
}

async function ask(
  query: string,
  variables: object,
  token = world.kipus.token,
): Promise<Answered> {
  const response = await fetch(`${splot.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  // what comes back is what the query of the test selects
  // oxlint-disable-next-line typescript/consistent-type-assertions
  const answer = (await response.json()) as Answer;
  const code = answer.errors?.[0]?.extensions?.["code"];
  return {
    ...answer,
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    code: typeof code === "string" ? code : undefined,
  };
}

const send = (requestKey: string = randomUUID()) =>
  ask(SEND, { input: { requestKey, serviceId: world.service.globalId } });
const read = () => ask(READ, { id: world.service.globalId });
const status = async (path: string) => (await fetch(splot.url + path)).status;

/** Come again, with when, and nothing of what failed. */
function expectAway(answer: Answered): void {
  expect(answer).toMatchObject({
    status: 503,
    retryAfter: "2",
    code: "UNAVAILABLE",
  });
  expect(JSON.stringify(answer)).not.toMatch(/connect|terminat|relation|disk/i);
}

/** As a caller does: the same key until the outcome is known. */
async function sendUntilKnown(): Promise<Answered> {
  const key = randomUUID();
  let answer = await send(key);
  await until(async () => {
    if (answer.status === 200) return true;
    expectAway(answer);
    answer = await send(key);
    return false;
  });
  return answer;
}

/** Looks until it is so; a test that is over looks no longer. */
async function until(fact: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 25_000;
  while (!(await fact())) {
    if (performance.now() > end) throw new Error(`never: ${fact.toString()}`);
    await pause(20);
  }
}

const serves = () => until(async () => (await status("/readyz")) === 200);

async function terminateAll(): Promise<void> {
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where usename in ('splot_app', 'splot_owner')`,
  );
}

/** Holds what every reader of services needs. */
async function holdServices(): Promise<() => Promise<void>> {
  const holder = await connectAdmin();
  await holder.query("begin; lock table service in access exclusive mode");
  return () => holder.end();
}

/** Whether so many of the application's statements wait for a lock. */
const waiting = (count: number) => async () => {
  const { rowCount } = await admin.query(
    `select from pg_stat_activity where usename = 'splot_app' and wait_event_type = 'Lock'`,
  );
  return rowCount === count;
};

interface Followed {
  isLive: boolean;
  ids: string[];
  reconnected: number;
  leave(): Promise<void>;
}

function followReferrals(): Followed {
  const followed: Followed = {
    isLive: false,
    ids: [],
    reconnected: -1,
    leave: async () => client.dispose(),
  };
  const client = createClient({
    url: `${splot.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${world.kipus.token}` },
    retryAttempts: 0,
    on: { connected: () => (followed.reconnected += 1) },
  });
  client.subscribe<{ referralChanged: { referral?: { id: string } } }>(
    { query: FOLLOW, variables: { centreId: world.centre.globalId } },
    {
      next({ data }) {
        const id = data?.referralChanged.referral?.id;
        if (id) followed.ids.push(id);
        else followed.isLive = true;
      },
      error: () => undefined,
      complete: () => undefined,
    },
  );
  return followed;
}

function idOf(answer: Answered): string {
  const sent = answer.data?.["sendReferral"];
  if (typeof sent === "object" && sent && "id" in sent) return String(sent.id);
  throw new Error(JSON.stringify(answer));
}

it("serves many at once on few connections, and each broken one only once more", async () => {
  const asked = Array.from({ length: 20 }, () =>
    Promise.all([sendUntilKnown(), read()]),
  );
  await terminateAll();
  const sent = await Promise.all(asked);
  for (const [, seen] of sent) if (seen.status !== 200) expectAway(seen);
  await serves();
  expect(new Set(sent.map(([answer]) => idOf(answer))).size).toBe(20);
  expect(await brokenRules(world.centre)).toEqual({});
});

it("outlives its PostgreSQL, starts it again, and goes on with subscriptions and timers", async () => {
  const followed = followReferrals();
  await until(async () => followed.isLive);
  const before = idOf(await sendUntilKnown());
  await until(async () => followed.ids.includes(before));

  process.kill(postmaster()!, "SIGKILL");
  const during = [await read(), await send()];
  await until(async () => {
    expect(await status("/livez")).toBe(200);
    during.push(await read(), await send());
    return (await status("/readyz")) === 200;
  });
  const away = during.filter((answer) => answer.status !== 200);
  expect(away.length).toBeGreaterThan(1);
  away.forEach(expectAway);
  expect(splot.told()).toContain("PostgreSQL has ended and is started again");

  admin = await connectAdmin();
  const after = idOf(await sendUntilKnown());
  await until(async () => followed.ids.includes(after));
  // the socket never noticed
  expect(followed.reconnected).toBe(0);
  expect(new Set(followed.ids).size).toBe(followed.ids.length);
  await followed.leave();

  // its answer is long due: the queue that lost its database takes it up
  api.clock.pass({ days: -14 });
  const late = await world.sent();
  const statusOf = () =>
    ask(`query ($id: ID!) { node(id: $id) { ... on Referral { status } } }`, {
      id: late,
    });
  await until(async () => JSON.stringify(await statusOf()).includes("EXPIRED"));
  expect(await brokenRules(world.centre)).toEqual({});
});

it("tells at once when all connections are held, and serves when they are free", async () => {
  const release = await holdServices();
  const held = Array.from({ length: Number(connections) }, read);
  await until(waiting(held.length));
  const [ready, one, other] = await Promise.all([
    status("/readyz"),
    send(),
    read(),
  ]);
  expect([ready, await status("/livez")]).toEqual([503, 200]);
  expectAway(one);
  expectAway(other);
  await release();
  for (const answer of await Promise.all(held)) expect(answer.status).toBe(200);
  await serves();
  expect((await send()).status).toBe(200);
});

it.each([
  [
    "whose disk is full",
    `create function full_disk() returns trigger language plpgsql as
       $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
     create trigger full_disk before insert or update on event execute function full_disk();
     create trigger full_disk before insert or update on session execute function full_disk()`,
    `drop function full_disk cascade`,
  ],
  [
    "that is read-only",
    `alter database splot set default_transaction_read_only = on`,
    `begin read write; alter database splot reset default_transaction_read_only; commit`,
  ],
])("reads on in a database %s, and writes nothing", async (_, fail, mend) => {
  // each use of a session that was quiet for a while is noted
  await admin.query(
    `update session set last_used_at = now() - interval '1 hour'`,
  );
  await admin.query(fail);
  await terminateAll();
  await serves();
  const key = randomUUID();
  const refused = await send(key);
  expectAway(refused);
  expect(refused.errors?.[0]?.message).toContain("Nothing was done");
  const seen = await read();
  expect([seen.status, seen.errors]).toEqual([200, undefined]);
  expect(await status("/readyz")).toBe(200);

  await admin.query(mend);
  await terminateAll();
  await serves();
  idOf(await send(key));
  expect(await brokenRules(world.centre)).toEqual({});
});

it("leaves on SIGTERM: what runs is answered, what comes is sent away, what hangs is left", async () => {
  const socket = new WebSocket(
    `${splot.url.replace("http", "ws")}/graphql`,
    "graphql-transport-ws",
  );
  await once(socket, "open");
  const closed = once(socket, "close");
  const release = await holdServices();
  const running = read();
  await until(waiting(1));

  splot.process.kill("SIGTERM");
  await until(async () => splot.told().includes("stopping"));
  expect(await status("/readyz")).toBe(503);
  expectAway(await send());
  expect((await closed)[0]).toBe(1012);
  await release();
  expect((await running).status).toBe(200);
  expect(await splot.ended).toBe(0);
});

it("leaves on SIGTERM within ten seconds though a statement hangs", async () => {
  splot = await startSplot({ DATA_DIR: folder, DEMO: "off", MASTER_KEY });
  await joinIt();
  const release = await holdServices();
  const hanging = read().catch(() => "cut off");
  await until(waiting(1));
  expect(await splot.stop("SIGTERM")).toBe(0);
  expect(await hanging).toBe("cut off");
  await release();
});
