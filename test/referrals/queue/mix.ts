// A world that is worked at random: two services, people of both sides, a queue of jobs that repeats and loses, and connections that break.
import type pg from "pg";

import { toGlobalId } from "../../../server/platform/graphql/global-id.js";
import { ANNA, openFor } from "../../cases/keeping.js";
import type { Api } from "../../support/api.js";
import type { Person } from "../../support/people.js";
import type { Offered } from "../../support/settling.js";
import { aKey } from "../../support/world.js";
import { coordinators } from "../moves.table.js";
import type { Outcome, Referring, Verb } from "../referring.js";
import { aReferring, furtherOf, move, runTask, send } from "../referring.js";
import {
  type FurtherAct,
  furtherActs,
  recordBasis,
  sayingFurther,
} from "./mix-acts.js";

/** One act: what is done, on which of the known referrals, and how often it is said. */
export interface Act {
  what: "send" | "set" | "walk" | "again" | FurtherAct | Verb;
  on: number;
  amount: number;
  by: number;
  /** Said again, because the answer was lost; at once, or when the first is done. */
  repeat: "no" | "at once" | "afterwards";
}

export interface Round {
  acts: Act[];
  hours: number;
  /** Jobs that are done and not told to the queue, so that they come again. */
  crashes: boolean;
  /** Connections of the application that break meanwhile. */
  breaks: boolean;
}

export interface Mix extends Referring {
  services: Offered[];
  coordinators: Person[];
  team: Person;
  teams: Person[];
  caseId: string;
  /** Recorded for the partner in this case, whether they still work or not. */
  bases: string[];
  known: string[];
  /** It was begun before the mix, so that lists are written of it. */
  begun: string;
  admin: pg.Client;
}

/** All that rings for a referral. */
const TIMERS = [
  ...["expire-referral", "lapse-offer", "offer-freed-place"],
  ...["move-on", "end-sight", "withdraw-resting"],
] as const;

/** Due at once, by the database's clock, which is not the test's. */
const AT_ONCE = ["offer-freed-place", "move-on", "withdraw-resting"] as const;

const SET = `mutation ($input: SetCapacityInput!) { outcome: setCapacity(input: $input) { __typename } }`;
const WALK = `mutation ($input: RecordWalkInInput!) { outcome: recordWalkIn(input: $input) { __typename } }`;

export async function aMix(api: Api, admin: pg.Client): Promise<Mix> {
  const world = await aReferring(api, {
    service: { total: 2, unit: "PLACES" },
  });
  const { centre, partner, kipus, team, service } = world;
  const hours = await partner.aService({ total: 8, unit: "HOURS_WEEK" });
  const { id: caseId = "" } = await openFor(kipus, ANNA);
  const mix = {
    ...world,
    services: [service, hours],
    coordinators: [kipus, await centre.aPerson("KIPUS")],
    teams: [team, await partner.aPerson("PARTNER_REFERRALS")],
    caseId,
    bases: [],
    known: [],
    begun: "",
    admin,
  };
  await recordBasis(api, mix, aKey(), 9);
  // who may be looked at, and is on the list of today
  const { id: begun = "" } = await send(kipus, hours, {
    ...{ caseId, disclosureLevel: "L1_CONTACT", units: 1 },
  });
  await move(team, "acceptReferral", begun);
  await move(team, "startReferral", begun);
  return { ...mix, begun, known: [begun] };
}

/** What went out by itself is acted on like all else. */
export async function learnOf(mix: Mix): Promise<void> {
  const rows = await mix.centre.asSystem((job) =>
    job.rows<{ id: string }>(`select id from referral where centre_id = $1`, [
      mix.centre.id,
    ]),
  );
  for (const { id } of rows) {
    const known = toGlobalId("Referral", id);
    if (!mix.known.includes(known)) mix.known.push(known);
  }
}

/** What is said and has no effect, or is not known to have had one, is as good as what has. */
export const EXPECTED = new Set([
  ...["Referral", "ReferralMoved", "NoFreePlace", "Service", "CapacityInUse"],
  ...["InvalidInput", "BasisMissing", "AgreementMissing", "TooManyHeld"],
  ...["UNAVAILABLE", "nothing", "NoFallbackLeft", "AttendanceRecorded"],
  ...["AttendanceMoved", "DisclosureBasis", "RequestKeyReused"],
]);

export async function work(api: Api, mix: Mix, act: Act): Promise<string[]> {
  const say = saying(api, mix, act);
  if (act.repeat === "no") return [await say()];
  if (act.repeat === "at once") return Promise.all([say(), say()]);
  return [await say(), await say()];
}

/** The same words, with the same key, each time. */
function saying(api: Api, mix: Mix, act: Act): () => Promise<string> {
  const { what, on, amount, by } = act;
  const service = one(mix.services, on);
  const person = one(mix.coordinators, by);
  const requestKey = aKey();
  const id = mix.known.length > 0 ? one(mix.known, on) : null;
  const serviceId = service.globalId;
  switch (what) {
    case "send": {
      const level =
        by === 0 && amount === 2
          ? { caseId: mix.caseId, disclosureLevel: "L1_CONTACT" }
          : {};
      const input = {
        ...{
          requestKey,
          units: 1 + (amount % 3),
          waitIfFull: amount !== 1,
          ...level,
        },
        priority: one(["EMERGENCY", "URGENT", "STANDARD"], amount + on),
      };
      return async () => {
        const sent = await send(person, service, input);
        if (sent.id && !mix.known.includes(sent.id)) mix.known.push(sent.id);
        return nameOf(sent);
      };
    }
    case "set":
      return () =>
        change(one(mix.teams, by), SET, {
          serviceId,
          total: amount + 1,
          waitingOutside: on % 2,
        });
    case "walk":
      return () =>
        change(one(mix.teams, by), WALK, {
          requestKey,
          serviceId,
          change: amount % 2 ? 1 : -1,
        });
    case "again":
      // a new day: who is at work stays signed in, and time has passed
      return async () => {
        await Promise.all(
          [...mix.coordinators, ...mix.teams].map((who) =>
            who.ask("{ viewer { name } }"),
          ),
        );
        return "nothing";
      };
    default: {
      if (!id) return async () => "nothing";
      if (isFurther(what))
        return sayingFurther(api, mix, {
          ...{ what, id, amount, coordinator: person },
          team: one(mix.teams, by),
          otherId: one(mix.services, on + 1).globalId,
        });
      const further = {
        ...furtherOf(what),
        ...(what === "offerPlace" && amount % 2 ? { reason: null } : {}),
      };
      const mine = coordinators.has(what) || (BOTH.has(what) && by === 1);
      const mover = one(mine ? mix.coordinators : mix.teams, by);
      return async () => nameOf(await move(mover, what, id, further));
    }
  }
}

const isFurther = (what: Act["what"]): what is FurtherAct =>
  furtherActs.some((one) => one === what);

const BOTH: ReadonlySet<Verb> = new Set<Verb>([
  "discontinueReferral",
  "suspendReferral",
  "resumeReferral",
]);

function one<Entry>(entries: readonly Entry[], place: number): Entry {
  const entry = entries[place % entries.length];
  if (entry === undefined) throw new Error("there is nothing to choose from");
  return entry;
}

const nameOf = ({ __typename, message, fields }: Outcome): string =>
  __typename === "INTERNAL_SERVER_ERROR"
    ? `${__typename} ${message ?? ""} ${JSON.stringify(fields)}`
    : __typename;

async function change(
  person: Person,
  document: string,
  input: Record<string, unknown>,
): Promise<string> {
  const { data, errors } = await person.ask<{
    outcome: { __typename: string };
  }>(document, { input });
  return data?.outcome.__typename ?? String(errors?.[0]?.extensions?.["code"]);
}

/**
 * The queue: what is due is taken, done, and told to it; some is done and not told, so that it comes again.
 * What follows a change of numbers is always due: it is queued by the database's clock, which is not the test's.
 */
export async function ring(
  api: Api,
  mix: Mix,
  crashes: boolean,
): Promise<number> {
  const { admin, centre } = mix;
  const { rows } = await admin.query<{
    id: string;
    task: string;
    payload: Record<string, unknown>;
  }>(
    `update graphile_worker._private_jobs j set locked_at = now(), locked_by = 'mix'
     from graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = any($3) and j.payload->>'centreId' = $1
       and (j.run_at <= $2 or t.identifier = any($4)) and j.locked_at is null
     returning j.id, t.identifier as task, j.payload`,
    [centre.id, api.clock.now(), TIMERS, AT_ONCE],
  );
  await Promise.all(
    rows.map(async ({ id, task, payload }, place) => {
      const told = await runTask(api, task, payload).then(
        () => !(crashes && place % 3 === 0),
        () => false,
      );
      await admin.query(
        told
          ? `delete from graphile_worker._private_jobs where id = $1`
          : `update graphile_worker._private_jobs set locked_at = null, locked_by = null where id = $1`,
        [id],
      );
    }),
  );
  return rows.length;
}

/** Some of the connections that the application works on at this moment. */
export async function breakConnections({ admin }: Mix): Promise<void> {
  await admin.query(
    `select pg_terminate_backend(pid) from (select pid from pg_stat_activity
       where datname = current_database() and usename = 'splot_app' order by random() limit 1) one`,
  );
}
