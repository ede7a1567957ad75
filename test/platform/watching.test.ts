// What the process tells of itself: a line and a number for each thing done, one id for each request, and nobody's data.
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

import type { Client } from "pg";
import { WebSocket } from "ws";

import type { Referring } from "../referrals/referring.js";
import { aReferring, send } from "../referrals/referring.js";
import type { Answer, Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import {
  adminUrlOf,
  connectTo,
  dropDatabase,
  freshDatabase,
} from "../support/database.js";
import {
  freePort,
  type RunningSplot,
  settingsFor,
  startSplot,
} from "../support/server.js";

/** In every place where people write. */
const canary = "Kanarkowska";

const SEND = `mutation Refer($input: SendReferralInput!) {
  sendReferral(input: $input) { __typename ... on Problem { message } } }`;

let api: Api;
let admin: Client;
let splot: RunningSplot;
let world: Referring;
let metricsUrl: string;
beforeAll(async () => {
  const database = await freshDatabase();
  api = await openApi(database);
  api.clock.catchUp();
  admin = await connectTo(adminUrlOf(database.name));
  world = await aReferring(api, { service: { total: 2 } });
  const port = await freePort();
  metricsUrl = `http://127.0.0.1:${port}/metrics`;
  splot = await startSplot({
    ...settingsFor(database),
    METRICS_PORT: String(port),
    LOG_LEVEL: "info",
  });
}, 60_000);
afterAll(async () => {
  await splot.stop("SIGTERM");
  await admin.end();
  await api.close();
  await dropDatabase(api.database);
});

interface Answered extends Answer {
  status: number;
  requestId: string | null;
}

async function ask(
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await fetch(`${splot.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${world.kipus.token}`,
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  // what comes back is what the query of the test selects
  // oxlint-disable-next-line typescript/consistent-type-assertions
  const answer = (await response.json()) as Answer;
  const requestId = response.headers.get("x-request-id");
  return { ...answer, status: response.status, requestId };
}

const refer = (ownReference?: string, headers = {}) =>
  ask(
    SEND,
    {
      input: {
        requestKey: `${canary}-${String(Math.random())}`,
        serviceId: world.service.globalId,
        ownReference,
      },
    },
    headers,
  );

/** The lines that one request caused, as soon as there is one. */
async function linesOf(
  requestId: string | null,
): Promise<Record<string, unknown>[]> {
  for (;;) {
    const lines = splot
      .told()
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line): unknown => JSON.parse(line))
      .filter((line) => typeof line === "object" && line !== null)
      .map((line) => ({ ...line }) satisfies Record<string, unknown>)
      .filter((line) => "requestId" in line && line.requestId === requestId);
    if (lines.length > 0) return lines;
    await pause(10);
  }
}

it("gives each request one id: the caller's where it is harmless", async () => {
  const own = await ask(
    "query Mine { viewer { name } }",
    {},
    { "x-request-id": "trace-17" },
  );
  expect(own.requestId).toBe("trace-17");
  expect(await linesOf("trace-17")).toMatchObject([
    {
      msg: "operation",
      door: "HTTP",
      kind: "query",
      operationName: "Mine",
      field: "viewer",
      outcome: "ok",
      codes: [],
    },
  ]);
  const odd = await ask(
    "{ nothing }",
    {},
    { "x-request-id": `${canary} jan@example.pl` },
  );
  expect(odd.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(await linesOf(odd.requestId)).toMatchObject([
    { kind: "none", outcome: "refused" },
  ]);
  const refused = await ask(
    "{ viewer { name } }",
    {},
    { "content-type": "text/plain" },
  );
  expect(await linesOf(refused.requestId)).toMatchObject([
    { msg: "request refused", status: 415 },
  ]);
});

it("keeps every word that people wrote to itself, when things fail too", async () => {
  const fail = (table: string, code: string) =>
    admin.query(
      `create or replace function fail() returns trigger language plpgsql as
         $$ begin raise exception 'no % here for ${canary}', new using errcode = '${code}', detail = 'row ' || new; end $$;
       create or replace trigger fail before insert or update on ${table} for each row execute function fail()`,
    );
  const mend = () => admin.query("drop function fail cascade");
  await ask(
    `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`,
    { input: { email: `${canary}@example.pl`, password: `${canary}1234567` } },
    { authorization: "" },
  );
  await ask(
    `{ viewer { name } }`,
    {},
    {
      authorization: `Bearer ${canary}`,
      cookie: `splot_session=${canary}`,
      "user-agent": canary,
      referer: `https://example.pl/${canary}`,
    },
  );
  await ask(`{ node(id: "${canary}") { id } ${canary} }`);
  await ask(
    `query ($f: ServiceFilter) { viewer { centre { services(filter: $f) { nodes { name } } } } }`,
    {
      f: { text: canary, areas: [canary] },
    },
  );
  await fetch(`${splot.url}/${canary}?q=${canary}`);

  await fail("referral_subject", "XX001");
  const failed = await refer(canary);
  expect(failed.errors?.[0]?.extensions).toEqual({
    code: "INTERNAL_SERVER_ERROR",
    requestId: failed.requestId,
  });
  expect(await linesOf(failed.requestId)).toMatchObject([
    { msg: "operation failed", err: { cause: { code: "XX001" } } },
    { msg: "operation", outcome: "failed" },
  ]);
  await fail("referral_subject", "53100");
  const away = await refer(canary);
  expect(away.status).toBe(503);
  await mend();

  // a job that fails with somebody's words
  api.clock.pass({ days: -30 });
  const late = await send(world.kipus, world.service, { ownReference: canary });
  expect(late.__typename).toBe("Referral");
  await fail("referral", "XX002");
  await until(() =>
    /"task":"expire-referral".*"msg":"job failed"/.test(splot.told()),
  );
  await mend();

  expect(splot.told()).not.toContain(canary);
  expect(splot.told()).not.toMatch(/@example|splot_session|Bearer/);
});

async function until(fact: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await fact())) await pause(20);
}

it("counts what was done, by what came of it, for Prometheus alone", async () => {
  // two places, and the late one may still hold one
  const outcomes = [];
  for (let sends = 0; sends < 3; sends += 1) outcomes.push(await refer());
  expect(JSON.stringify(outcomes.at(-1))).toContain("NoFreePlace");
  const socket = new WebSocket(
    `${splot.url.replace("http", "ws")}/graphql`,
    "graphql-transport-ws",
  );
  const heard: string[] = [];
  socket.on("message", (data: Buffer) => heard.push(data.toString()));
  await once(socket, "open");
  const say = (message: object) => socket.send(JSON.stringify(message));
  say({
    type: "connection_init",
    payload: { authorization: `Bearer ${world.kipus.token}` },
  });
  await until(() => heard.length > 0);
  say({
    id: "1",
    type: "subscribe",
    payload: {
      query: `subscription { referralChanged(centreId: "${world.centre.globalId}") { __typename } }`,
    },
  });
  say({
    id: "2",
    type: "subscribe",
    payload: { query: "query Two { viewer { name } }" },
  });
  await until(() => heard.filter((text) => text.includes('"next"')).length > 1);
  expect(splot.told()).toMatch(
    /"door":"SOCKET","kind":"query","operationName":"Two"/,
  );

  const read = async () => (await fetch(metricsUrl)).text();
  let text = await read();
  // the job that fails has an hour of its own
  while (!/expire-referral",outcome="failed"\} [1-9]/.test(text))
    text = await read();
  const numberOf = (line: string) =>
    Number(
      text
        .split("\n")
        .find((one) => one.startsWith(`${line} `))
        ?.split(" ")
        .at(-1),
    );
  expect(
    numberOf(
      `splot_mutations_total{field="sendReferral",outcome="NoFreePlace"}`,
    ),
  ).toBeGreaterThan(0);
  expect(
    numberOf(`splot_mutations_total{field="sendReferral",outcome="done"}`),
  ).toBeGreaterThan(0);
  expect(
    numberOf(
      `splot_mutations_total{field="sendReferral",outcome="UNAVAILABLE"}`,
    ),
  ).toBe(1);
  expect(
    numberOf(
      `splot_operations_total{door="HTTP",kind="mutation",outcome="failed"}`,
    ),
  ).toBe(1);
  expect(
    numberOf(
      `splot_operations_total{door="SOCKET",kind="subscription",outcome="ok"}`,
    ),
  ).toBe(1);
  expect(numberOf(`splot_refused_requests_total{status="415"}`)).toBe(1);
  expect(numberOf("splot_sockets")).toBe(1);
  expect(numberOf("splot_subscriptions")).toBe(1);
  expect(numberOf("splot_deliveries_total")).toBeGreaterThan(0);
  expect(numberOf("splot_log_lag_events")).toBe(0);
  expect(numberOf("splot_database_up")).toBe(1);
  expect(numberOf("splot_database_connections_most")).toBe(40);
  expect(numberOf(`splot_jobs_given_up{task="expire-referral"}`)).toBe(0);
  expect(
    numberOf(`splot_jobs_total{task="expire-referral",outcome="failed"}`),
  ).toBeGreaterThan(0);
  expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
  expect(text).toContain(
    'splot_operation_seconds_bucket{le="0.01",kind="query",field="viewer"}',
  );
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|@|Kanarkowska/);

  socket.close();
  await until(async () =>
    (await read()).includes(`splot_socket_closes_total{code="1005"} 1`),
  );
  const strangers = await fetch(`${splot.url}/metrics`);
  expect(await strangers.text()).not.toContain("splot_");
  expect((await fetch(metricsUrl.replace("/metrics", "/"))).status).toBe(404);
});
