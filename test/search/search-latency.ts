// `npm run search-latency`: how long a search takes over 15,000 and 500,000 services at 16 connections, beside PostgreSQL's own means, with the rows read.
import "reflect-metadata";

import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import pg from "pg";

import { migrations } from "../../migrations/index.js";
import { migrateUp } from "../../server/platform/database/migrate.js";
import { makeDurablePostgres } from "../chaos/durable-postgres.js";
import { openApi } from "../support/api.js";
import type { Person } from "../support/people.js";
import { freePort } from "../support/server.js";
import { aCentre, type TestCentre } from "../support/world.js";
import { askSplot, PEER_TABLE, peers } from "./asking.js";
import { openBank } from "./bank.js";
import { COUNTRY, fillCentres, makeCentres } from "./country.js";
import { judgedQueries } from "./judged.js";

const folder = resolve(".data/search-latency");
const say = (line: string) => process.stdout.write(`${line}\n`);
const CONNECTIONS = 16;
const SECONDS = 8;
/** In so long a connection tells what it read. */
const TOLD_AFTER = 11_000;
const LARGE = 15_000;
const onlyLarge = process.argv.includes("--one-centre");

interface Asked {
  centre: TestCentre;
  kipus: Person;
}

async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const postgres = await makeDurablePostgres(folder, await freePort());
  await migrateUp(postgres.database, migrations);
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  const api = await openApi(postgres.database);
  try {
    await admin.connect();
    const large = await aCentre(api);
    const asked = { centre: large, kipus: await large.aPerson("KIPUS") };
    const codes = await openBank(large);
    await fillCentres(admin, large.id, [large.id], LARGE - codes.size);
    await settled(admin);
    await measure(admin, postgres.adminUrl, "in the one centre", asked);
    if (onlyLarge) return;
    const small = await aCentre(api);
    const there = { centre: small, kipus: await small.aPerson("KIPUS") };
    for (const [centres, each] of COUNTRY)
      await fillCentres(
        admin,
        large.id,
        await makeCentres(admin, large.id, centres),
        each,
      );
    await fillCentres(admin, large.id, [small.id], 133);
    await settled(admin);
    await measure(admin, postgres.adminUrl, "in the largest centre", asked);
    await measure(admin, postgres.adminUrl, "in one of the smallest", there);
  } finally {
    await api.close();
    await admin.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function settled(admin: pg.Client): Promise<void> {
  await admin.query("drop table if exists peer_service");
  await admin.query(PEER_TABLE);
  await admin.query("vacuum analyze");
}

async function measure(
  admin: pg.Client,
  url: string,
  where: string,
  { centre, kipus }: Asked,
): Promise<void> {
  const { rows } = await admin.query<{ all: string; here: string }>(
    `select count(*) as all, count(*) filter (where centre_id = $1) as here from service`,
    [centre.id],
  );
  const [{ all, here } = { all: "", here: "" }] = rows;
  const texts = judgedQueries().map(({ text }) => text);
  say(
    `\n${all} services, asked ${where} (${here}), ${String(CONNECTIONS)} connections, ${String(texts.length)} judged queries in turn, ${String(SECONDS)} s each`,
  );
  say(
    `${"".padEnd(20)}${["searches/s", "p50 ms", "p95 ms", "p99 ms", "rows read"].map((one) => one.padStart(11)).join("")}`,
  );
  const tell = async (
    name: string,
    ask: (text: string) => Promise<unknown>,
    done: () => Promise<unknown>,
  ) => {
    const before = await rowsRead(admin);
    const times = await load(texts, ask);
    await done();
    const read = ((await rowsRead(admin)) - before) / times.length;
    const at = (share: number) =>
      times[Math.floor(times.length * share)]?.toFixed(1) ?? "";
    say(
      `${name.padEnd(20)}${[(times.length / SECONDS).toFixed(1), at(0.5), at(0.95), at(0.99), read.toFixed(0)].map((one) => one.padStart(11)).join("")}`,
    );
  };
  // once for the caches of all
  await Promise.all(
    texts.slice(0, CONNECTIONS).map((text) => askSplot(kipus, centre, text)),
  );
  await tell(
    "splot (whole graph)",
    (text) => askSplot(kipus, centre, text),
    () => pause(TOLD_AFTER),
  );
  for (const [peer, statement] of peers) {
    const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
    await tell(
      peer,
      (text) =>
        pool.query({ name: peer, text: statement, values: [centre.id, text] }),
      () => pool.end(),
    );
  }
}

/** Sorted milliseconds of all searches that were asked in time. */
async function load(
  texts: readonly string[],
  ask: (text: string) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  const ending = performance.now() + SECONDS * 1000;
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < ending) {
        const text = texts[next++ % texts.length] ?? "";
        const began = performance.now();
        await ask(text);
        times.push(performance.now() - began);
      }
    }),
  );
  return times.sort((one, other) => one - other);
}

/** Of the tables that a search looks at, by whichever way. */
async function rowsRead(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ read: string }>(
    `select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) as read from pg_stat_user_tables
     where relname in ('service', 'partner', 'capacity', 'offer_text', 'peer_service')`,
  );
  return Number(rows[0]?.read ?? 0);
}

await main();
