// `npm run lateness`: ten thousand open referrals whose answers fall due, in a burst and spread, on one process and PostgreSQL; how late each expires, while an inbox is asked all the time.
import "reflect-metadata";

import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";

import pg from "pg";

import { chooseDataFolder } from "../../server/platform/database/data-folder.js";
import { makeDurablePostgres } from "../chaos/durable-postgres.js";
import { FleetProcess } from "../chaos/fleet.js";
import { withApi } from "../chaos/town.js";
import type { Person } from "../support/people.js";
import { freePort, settingsFor } from "../support/server.js";
import type { Offered } from "../support/settling.js";
import { aCentre, type TestCentre } from "../support/world.js";

const help = `npm run lateness -- [--referrals N] [--due N] [--burst N] [--seconds S] [--folder F]

N open referrals with their clocks. Of them --due fall due meanwhile: so many of these (--burst) at one
moment, the others spread over S seconds before it. The rest is due in days. Exit: 0 each expired within 5 s of its time, 1 not, 2 mistyped.`;

interface Words {
  referrals: number;
  due: number;
  burst: number;
  seconds: number;
  folder: string;
}

function readWords(): Words | null {
  const { values } = parseArgs({
    options: {
      referrals: { type: "string", default: "10000" },
      due: { type: "string", default: "2000" },
      burst: { type: "string", default: "500" },
      seconds: { type: "string", default: "120" },
      folder: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  const number = (name: "referrals" | "due" | "burst" | "seconds") => {
    const given = Number(values[name]);
    if (Number.isInteger(given) && given > 0) return given;
    throw new Error(`--${name} is "${values[name]}"; it must be a number.`);
  };
  return {
    referrals: number("referrals"),
    due: number("due"),
    burst: number("burst"),
    seconds: number("seconds"),
    folder: chooseDataFolder(
      resolve(values.folder ?? ".data/lateness"),
      values.folder !== undefined,
      process.getuid?.() === 0,
    ),
  };
}

/** What an organisation's inbox asks when it is opened. */
const INBOX = `query ($id: ID!) { centre(id: $id) {
  referrals(filter: { statuses: [SENT, RECEIVED, INFO_REQUESTED] }, first: 50) {
    nodes { id number status priority dueAt dueReason units sender ownReference holdsPlace queuePosition
      service { id name capacity { total occupied reserved available waiting version } }
      timeline { at status by reason } viewerCanAccept viewerCanDecline }
    pageInfo { hasNextPage endCursor } } } }`;

/** Between two of its questions, in ms: faster than anybody presses. */
const BETWEEN = 50;

interface Town {
  centre: TestCentre;
  services: Offered[];
  senders: Person[];
  team: Person;
}

const PARTNERS = 20;
const SERVICES_EACH = 5;
const SENDERS = 10;

async function main(): Promise<number> {
  const words = readWords();
  if (!words) {
    say(help);
    return 0;
  }
  rmSync(words.folder, { recursive: true, force: true });
  const postgres = await makeDurablePostgres(words.folder, await freePort(), {
    track_commit_timestamp: "on",
  });
  const splot = new FleetProcess(
    await freePort(),
    { ...settingsFor(postgres.database), DEMO: "off", LOG_LEVEL: "warn" },
    (line) => say(line),
    (fall) => say(fall),
  );
  const owner = new pg.Client({
    connectionString: postgres.database.ownerUrl,
  });
  try {
    await splot.ready();
    await owner.connect();
    return await withApi(postgres.database, async (api) => {
      const each = Math.ceil(words.referrals / (PARTNERS * SERVICES_EACH));
      const town = await aTown(await aCentre(api), each);
      // time to be written, and to be measured in peace
      const from = new Date(Date.now() + 60_000);
      await sendAll(town, words, from);
      await owner.query("analyze");
      const idle = await ask(splot.url, town, () => Date.now() < +from - 5_000);
      const left = countOpen(owner, town.centre.id);
      const busy = ask(splot.url, town, async () => (await left()) > 0);
      return tell(words, idle, await busy, await lateness(owner, town));
    });
  } finally {
    await owner.end();
    await splot.close();
    await postgres.stop();
  }
}

async function aTown(centre: TestCentre, places: number): Promise<Town> {
  const services: Offered[] = [];
  let team: Person | null = null;
  for (let n = 0; n < PARTNERS; n += 1) {
    const partner = await centre.aPartner();
    team ??= await partner.aPerson("PARTNER_REFERRALS");
    for (let m = 0; m < SERVICES_EACH; m += 1)
      services.push(
        await partner.aService({ total: places, reserved: places }),
      );
  }
  if (!team) throw new Error("nobody answers");
  await centre.aPerson("OUS");
  const senders: Person[] = [];
  for (let n = 0; n < SENDERS; n += 1)
    senders.push(await centre.aPerson("KIPUS"));
  return { centre, services, senders, team };
}

/** As they stand when they were sent some days ago: with their holds, events and timers. */
async function sendAll(
  { centre, services, senders }: Town,
  { referrals, due, burst, seconds }: Words,
  from: Date,
): Promise<void> {
  const end = +from + seconds * 1000;
  const sent = Array.from({ length: referrals }, (_, n) => ({
    id: randomUUID(),
    number: `SK/2026/${String(n + 1).padStart(5, "0")}`,
    service: services[n % services.length]?.id,
    sender: senders[n % senders.length]?.accountId,
    due: new Date(
      n < burst
        ? end
        : n < due
          ? +from + ((n - burst) / (due - burst)) * seconds * 1000
          : end + 3 * 86_400_000,
    ).toISOString(),
  }));
  await centre.asSystem(async (work) => {
    await work.rows(
      `insert into referral (centre_id, id, number, token_code, service_id, partner_id, sender_account_id, sender_name,
         priority, status, disclosure_level, units, takes, sent_at, due_at, due_rule, created_at, updated_at)
       select s.centre_id, g.id, g.number, left(g.id::text, 8), s.id, s.partner_id, g.sender, 'Koordynatorka',
         'STANDARD', 'SENT', 'L0_TOKEN', 1, 'RESERVED', now() - interval '5 days', g.due,
         '{"agreement":null,"priority":"STANDARD","amount":5,"unit":"WORKING_DAYS"}', now() - interval '5 days', now() - interval '5 days'
       from jsonb_to_recordset($1::jsonb) as g(id uuid, number text, service uuid, sender uuid, due timestamptz)
       join service s on s.id = g.service`,
      [JSON.stringify(sent)],
    );
    await work.rows(
      `select enqueue_job('expire-referral', id, due_at) from referral where centre_id = $1`,
      [centre.id],
    );
  });
}

/** Reads how many are still open, at most once a second. */
function countOpen(owner: pg.Client, centreId: string): () => Promise<number> {
  let at = 0;
  let open = 1;
  return async () => {
    if (Date.now() - at < 1000) return open;
    at = Date.now();
    await owner.query("begin");
    await owner.query(
      `select set_config('splot.kind', 'system', true), set_config('splot.centre', $1, true)`,
      [centreId],
    );
    const { rows } = await owner.query<{ open: number }>(
      `select count(*)::integer as open from referral where centre_id = $1 and status = 'SENT' and due_at < now() + interval '1 day'`,
      [centreId],
    );
    await owner.query("commit");
    return (open = rows[0]?.open ?? 0);
  };
}

/** An inbox that is opened again and again. */
async function ask(
  url: string,
  { centre, team }: Town,
  goesOn: () => boolean | Promise<boolean>,
): Promise<number[]> {
  const took: number[] = [];
  const body = JSON.stringify({
    query: INBOX,
    variables: { id: centre.globalId },
  });
  while (await goesOn()) {
    const began = performance.now();
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${team.token}`,
      },
      body,
    });
    const text = await answer.text();
    took.push(performance.now() - began);
    if (!answer.ok || text.includes('"errors"'))
      throw new Error(`the inbox did not answer: ${text.slice(0, 300)}`);
    await pause(BETWEEN);
  }
  return took;
}

/** From the due time to the commit that says so, in seconds. */
async function lateness(
  owner: pg.Client,
  { centre }: Town,
): Promise<{ all: number[]; burst: number[]; spread: number[] }> {
  await owner.query("begin");
  await owner.query(
    `select set_config('splot.kind', 'system', true), set_config('splot.centre', $1, true)`,
    [centre.id],
  );
  const { rows } = await owner.query<{ late: number; is_burst: boolean }>(
    `select extract(epoch from pg_xact_commit_timestamp(e.xmin) - r.due_at)::float8 as late,
       r.due_at = max(r.due_at) over () as is_burst
     from event e join referral r on r.centre_id = e.centre_id and r.id = e.subject_id
     where e.centre_id = $1 and e.type = 'ReferralExpired'`,
    [centre.id],
  );
  await owner.query("commit");
  const late = (which: (row: { is_burst: boolean }) => boolean) =>
    rows.filter(which).map((row) => row.late);
  return {
    all: late(() => true),
    burst: late((row) => row.is_burst),
    spread: late((row) => !row.is_burst),
  };
}

function tell(
  words: Words,
  idle: number[],
  busy: number[],
  late: Awaited<ReturnType<typeof lateness>>,
): number {
  const [cpu] = cpus();
  say(`machine: ${String(cpus().length)} × ${cpu?.model ?? "?"}`);
  say(
    `referrals: ${String(words.referrals)}; due meanwhile: ${String(words.due)}, of them ${String(words.burst)} at once, the others within ${String(words.seconds)} s`,
  );
  const seconds = (values: number[]) =>
    [0.5, 0.99, 1].map((part) => `${at(values, part).toFixed(2)} s`).join(", ");
  say(`late, p50, p99, most: ${seconds(late.all)}`);
  say(`  spread: ${seconds(late.spread)}`);
  say(`  at once: ${seconds(late.burst)}`);
  const ms = (part: number) =>
    `${at(idle, part).toFixed(1)} → ${at(busy, part).toFixed(1)} ms (× ${(at(busy, part) / at(idle, part)).toFixed(2)})`;
  say(`inbox, idle → busy, p50: ${ms(0.5)}, p99: ${ms(0.99)}`);
  const isComplete = late.all.length === words.due;
  if (!isComplete) say(`expired: ${String(late.all.length)}`);
  return isComplete && at(late.all, 1) <= 5 ? 0 : 1;
}

function at(values: number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = Math.ceil(part * sorted.length) - 1;
  return sorted[Math.max(0, place)] ?? NaN;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  process.exitCode = await main();
} catch (failure) {
  say(failure instanceof Error ? (failure.stack ?? failure.message) : "?");
  process.exitCode = 2;
}
