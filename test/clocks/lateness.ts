// `npm run lateness`: ten thousand open referrals whose clocks ring, in a burst and spread, on one process and PostgreSQL; how late each rings, by its kind, while an inbox is asked all the time.
import "reflect-metadata";

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
import { openMailbox } from "../support/mailbox.js";
import { freePort, settingsFor } from "../support/server.js";
import { aCentre } from "../support/world.js";
import {
  aTown,
  ringOthers,
  sendAll,
  type Town,
  type Words,
} from "./lateness-town.js";

const help = `npm run lateness -- [--referrals N] [--due N] [--burst N] [--others N] [--seconds S] [--folder F]

N open referrals with their clocks. Of them --due fall due meanwhile: so many of these (--burst) at one
moment, the others spread over S seconds before it. The rest is due in days. With the burst ring --others
of each other kind: offers that lapse, sights that end, letters, lists of fallbacks that move on.
Exit: 0 each rang within 5 s of its time and the inbox answered 99 of 100 within half a second, 1 not, 2 mistyped.`;

/** Of the town that is measured. */
const SIZE = { partners: 20, services: 5, senders: 20 };

function readWords(): (Words & { folder: string }) | null {
  const { values } = parseArgs({
    options: {
      referrals: { type: "string", default: "10000" },
      due: { type: "string", default: "2000" },
      burst: { type: "string", default: "500" },
      others: { type: "string", default: "50" },
      seconds: { type: "string", default: "120" },
      folder: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  const number = (
    name: "referrals" | "due" | "burst" | "others" | "seconds",
  ) => {
    const given = Number(values[name]);
    if (Number.isInteger(given) && given > 0) return given;
    throw new Error(`--${name} is "${values[name]}"; it must be a number.`);
  };
  return {
    referrals: number("referrals"),
    due: number("due"),
    burst: number("burst"),
    others: number("others"),
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
  const mailbox = await openMailbox();
  const splot = new FleetProcess(
    await freePort(),
    {
      ...settingsFor(postgres.database),
      ...{ DEMO: "off", LOG_LEVEL: "warn" },
      ...{ SMTP_URL: mailbox.url, MAIL_FROM: "Splot <splot@splot.example>" },
    },
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
      const town = await aTown(await aCentre(api), words.referrals, SIZE);
      // time to be written, and to be measured in peace
      const from = new Date(Date.now() + 60_000);
      await sendAll(town, words, from);
      await ringOthers(town, words, from);
      await owner.query("analyze");
      const idle = await ask(splot.url, town, () => Date.now() < +from - 5_000);
      const left = countLeft(owner, town.centre.id);
      const busy = ask(splot.url, town, async () => (await left()) > 0);
      return tell(words, idle, await busy, await lateness(owner, town));
    });
  } finally {
    await owner.end();
    await splot.close();
    await mailbox.close();
    await postgres.stop();
  }
}

/** Reads how many jobs are to ring yet, at most once a second. */
function countLeft(owner: pg.Client, centreId: string): () => Promise<number> {
  let at = 0;
  let left = 1;
  return async () => {
    if (Date.now() - at < 1000) return left;
    at = Date.now();
    const { rows } = await owner.query<{ left: number }>(
      `select count(*)::integer as left from graphile_worker._private_jobs
       where payload->>'centreId' = $1 and run_at < now() + interval '5 minutes'`,
      [centreId],
    );
    return (left = rows[0]?.left ?? 0);
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
): Promise<Map<string, number[]>> {
  await owner.query("begin");
  await owner.query(
    `select set_config('splot.kind', 'system', true), set_config('splot.centre', $1, true)`,
    [centre.id],
  );
  const { rows } = await owner.query<{ kind: string; late: number }>(
    `with rung as (
       select case when r.due_at = max(r.due_at) over () then 'expired, at once' else 'expired, spread' end as kind,
         r.due_at as due, e.xmin as by from event e join referral r on r.centre_id = e.centre_id and r.id = e.subject_id
         where e.centre_id = $1 and e.type = 'ReferralExpired'
       union all select 'offers that lapsed', r.sent_at + interval '7 days', e.xmin from event e
         join referral r on r.centre_id = e.centre_id and r.id = e.subject_id
         where e.centre_id = $1 and e.type = 'OfferLapsed'
       union all select 'sights that ended', b.valid_to, e.xmin from event e
         join referral_scope p on p.centre_id = e.centre_id and p.referral_id = e.subject_id
         join disclosure_basis b on b.centre_id = p.centre_id and b.id = p.basis_id
         where e.centre_id = $1 and e.type = 'SightEnded'
       union all select 'lists that moved on', f.due_at, e.xmin from event e
         join referral r on r.centre_id = e.centre_id and r.id = e.subject_id
         join referral f on f.centre_id = r.centre_id and f.id = r.follows_id
         where e.centre_id = $1 and e.type = 'ReferralSent'
       union all select 'reminders', send_at, xmin from letter
         where centre_id = $1 and kind = 'referral-reminder' and coalesce(sent_at, dropped_at) is not null
     ) select kind, extract(epoch from pg_xact_commit_timestamp(by) - due)::float8 as late from rung`,
    [centre.id],
  );
  await owner.query("commit");
  const late = new Map<string, number[]>();
  for (const { kind, late: by } of rows)
    late.set(kind, [...(late.get(kind) ?? []), by]);
  return late;
}

function tell(
  words: Words,
  idle: number[],
  busy: number[],
  late: Map<string, number[]>,
): number {
  const [cpu] = cpus();
  say(`machine: ${String(cpus().length)} × ${cpu?.model ?? "?"}`);
  say(
    `referrals: ${String(words.referrals)}; due meanwhile: ${String(words.due)}, of them ${String(words.burst)} at once, the others within ${String(words.seconds)} s; of each other kind ${String(words.others)} at once`,
  );
  const { due, burst, others } = words;
  const rung = new Map([
    ["expired, spread", due - burst],
    ["expired, at once", burst],
    ["offers that lapsed", others],
    ["sights that ended", others],
    ["lists that moved on", others],
    ["reminders", others],
  ]);
  let isOnTime = true;
  for (const [kind, many] of rung) {
    if (many === 0) continue;
    const values = late.get(kind) ?? [];
    const parts = [0.5, 0.99, 1].map((part) => at(values, part));
    say(
      `${kind} (${String(values.length)} of ${String(many)}), late p50, p99, most: ${parts.map((part) => `${part.toFixed(2)} s`).join(", ")}`,
    );
    isOnTime &&= values.length === many && at(values, 1) <= 5;
  }
  const ms = (part: number) =>
    `${at(idle, part).toFixed(1)} → ${at(busy, part).toFixed(1)} ms (× ${(at(busy, part) / at(idle, part)).toFixed(2)})`;
  say(`inbox, idle → busy, p50: ${ms(0.5)}, p99: ${ms(0.99)}`);
  return isOnTime && at(busy, 0.99) <= QUICK ? 0 : 1;
}

/** Nobody notices that she waited: ms. */
const QUICK = 500;

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
