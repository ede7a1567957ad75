// Reads of the desk: its terms, what waits to be erased, and the runs with what they prove.
import type { Work } from "../../events/index.js";
import type { Connection, Page } from "../../platform/graphql/connection.js";
import {
  connection,
  emptyConnection,
} from "../../platform/graphql/connection.js";
import type { Context } from "../../platform/graphql/context.js";
import { toGlobalId } from "../../platform/graphql/global-id.js";
import { grouped, loader } from "../../platform/graphql/loader.js";
import { holds } from "../../platform/permission/allows.js";
import { protectionPolicy } from "../protection.policy.js";
import { KeepingTimes, nextNight } from "./keeping-times.js";
import { ProtectionRules, usualRules } from "./protection-rules.js";
import type { DueErasure, ProtectionMark } from "./protection-run.js";
import { ProtectionRun } from "./protection-run.js";

const sitsAtDesk = ({ actor }: Context) =>
  actor.centreId !== null &&
  holds(protectionPolicy.read, actor, { centreId: actor.centreId });

/** Null where the desk is not the viewer's. */
export async function rulesOfCentre(
  context: Context,
): Promise<ProtectionRules | null> {
  const { centreId } = context.actor;
  if (!centreId || !sitsAtDesk(context)) return null;
  // whose it is not, the database does not tell either that there is none
  const [row] = await context.reads.rows<RulesRow>(
    `select r.mask_after_days, r.erase_after_months, r.erases_by_itself, r.version, r.changed_at, r.changed_by_name
     from (select actor_is('IOD', 'DIRECTOR') as may) a left join protection_rules r on r.centre_id = $1 where a.may`,
    [centreId],
  );
  if (!row) return null;
  if (row.version === null) return usualRules(centreId);
  return Object.assign(new ProtectionRules(), {
    centreId,
    maskAfterDays: row.mask_after_days,
    eraseAfterMonths: row.erase_after_months,
    erasesByItself: row.erases_by_itself,
    version: row.version,
    changedAt: row.changed_at,
    changedByName: row.changed_by_name,
  } satisfies ProtectionRules);
}

interface RulesRow {
  mask_after_days: number;
  erase_after_months: number;
  erases_by_itself: boolean;
  /** Null: the centre has set none. */
  version: number | null;
  changed_at: Date;
  changed_by_name: string;
}

interface DueRow {
  case_id: string;
  pseudonym: string;
  closed_on: string;
  due_on: string;
  kept: number;
  kept_for: DueErasure["keptFor"];
}

const DUE = `select case_id, pseudonym, closed_on::text, due_on::text, kept, kept_for from cases_to_erase($1)`;

export async function dueErasures(context: Context): Promise<DueErasure[]> {
  if (!sitsAtDesk(context)) return [];
  const rows = await context.reads.rows<DueRow>(DUE, [context.now]);
  return rows.map(({ pseudonym, closed_on, due_on, kept, kept_for }) => ({
    pseudonym,
    closedOn: closed_on,
    dueOn: due_on,
    kept,
    keptFor: kept_for,
  }));
}

export function casesToErase(work: Work): Promise<DueRow[]> {
  return work.rows(DUE, [work.now]);
}

interface RunRow {
  centre_id: string;
  id: string;
  rule: ProtectionRun["rule"];
  at: Date;
  moment: string;
  by_name: string | null;
  done: number;
}

/** The latest first; those that found nothing are left out where that is asked for. */
export async function runsOfCentre(
  context: Context,
  onlyDone: boolean,
  page: Page,
): Promise<Connection<ProtectionRun>> {
  const { centreId } = context.actor;
  if (!centreId || !sitsAtDesk(context)) return emptyConnection();
  const rows = await context.reads.rows<RunRow>(
    `select r.centre_id, r.id, r.rule, r.at, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment, r.by_name, r.done from protection_run r
     where r.centre_id = $1 and (r.done > 0 or not $2::boolean)
       and ($3::text is null or (r.at, r.id) < ($3::timestamptz, $4::uuid))
     order by r.at desc, r.id desc limit $5`,
    [
      centreId,
      onlyDone,
      page.after?.[0] ?? null,
      page.after?.[1] ?? null,
      page.first + 1,
    ],
  );
  return connection(
    rows,
    page,
    (row) => [row.moment, row.id],
    (row) =>
      Object.assign(new ProtectionRun(), {
        id: toGlobalId("ProtectionRun", row.id),
        rule: row.rule,
        at: row.at,
        by: row.by_name,
        done: row.done,
        runId: row.id,
      } satisfies ProtectionRun),
  );
}

const MOST_MARKS = 200;

/** Of each run at most so many; the file holds all. */
export const marksOfRun = loader<string, ProtectionMark[]>(
  async (context, runIds) => {
    const rows = await context.reads.rows<ProtectionMark & { run_id: string }>(
      `select m.run_id, m.subject, m.before, m.after from protection_mark m
       where m.centre_id = $1 and m.run_id = any($2) and m.nth <= $3 order by m.run_id, m.nth`,
      [context.actor.centreId, runIds, MOST_MARKS],
    );
    return grouped(runIds, rows, (row) => row.run_id);
  },
);

const TIMES = `select keeping_waits() as waits, (select max(r.at) from protection_run r where r.centre_id = $1
   and r.by_name is null and r.rule in ('MASK', 'ERASE', 'PROPOSE')) as last`;

interface TimesRow {
  last: Date | null;
  waits: boolean | null;
}

/** Null where the desk is not the viewer's. */
export async function keepingTimes(
  context: Context,
): Promise<KeepingTimes | null> {
  if (!sitsAtDesk(context)) return null;
  const { actor, now, reads } = context;
  return timesOf(await reads.rows<TimesRow>(TIMES, [actor.centreId]), now);
}

/** The same for who has just asked for it. */
export async function keepingTimesOf(work: Work): Promise<KeepingTimes> {
  return timesOf(await work.rows<TimesRow>(TIMES, [work.centreId]), work.now);
}

function timesOf([row]: readonly TimesRow[], now: Date): KeepingTimes {
  return Object.assign(new KeepingTimes(), {
    lastAt: row?.last ?? null,
    nextAt: nextNight(now),
    isRunning: row?.waits ?? false,
  } satisfies KeepingTimes);
}
