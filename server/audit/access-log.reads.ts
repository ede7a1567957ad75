// Reads of the access log: its lines, the latest first, whether its chain holds, and its numbers.
import { partnerById } from "../partners/index.js";
import type { Connection, Page } from "../platform/graphql/connection.js";
import { connection, emptyConnection } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId, toGlobalId } from "../platform/graphql/global-id.js";
import { inOrder, loader } from "../platform/graphql/loader.js";
import { Refusal } from "../platform/graphql/problem.js";
import type { Actor } from "../platform/permission/actor.js";
import { holds } from "../platform/permission/allows.js";
import { render } from "../platform/permission/render.js";
import type { TouchAction, TouchDoor } from "../platform/permission/touch.js";
import type {
  AccessCount,
  AccessOutcome,
  AccessPurpose,
} from "./access-entry.js";
import { AccessLogEntry } from "./access-entry.js";
import { accessLogPolicy } from "./access-log.policy.js";
import type { AccessLogFilter } from "./access-log-filter.js";

/** A statement in somebody's transaction. */
export type Ask = <Row>(sql: string, values: unknown[]) => Promise<Row[]>;

export interface AccessLine {
  centre_id: string;
  position: string;
  at: Date;
  actor_account_id: string | null;
  actor_name: string | null;
  roles: AccessLogEntry["roles"];
  partner_id: string | null;
  action: TouchAction;
  noun: string;
  subject_id: string | null;
  subject_number: string | null;
  case_id: string | null;
  fields: string[];
  change: string | null;
  purpose: AccessPurpose | null;
  outcome: AccessOutcome;
  request_id: string | null;
  door: TouchDoor;
  hash: string;
}

const START = (day: string) =>
  `(${day}::date)::timestamp at time zone 'Europe/Warsaw'`;

/** Some word of the name begins so, whatever its case, accents and hyphens. */
const aWordOf = (name: string, typed: string) =>
  `' ' || translate(folded(${name}), '-,"(', '    ')
     like '% ' || regexp_replace(translate(folded(${typed}), '-,"(', '    '), '([%_\\\\])', '\\\\\\1', 'g') || '%'`;

/** The lines that this actor may read, one more than asked for. */
export async function accessLines(
  ask: Ask,
  actor: Actor,
  filter: AccessLogFilter | null,
  page: Page,
): Promise<AccessLine[]> {
  const { centreId } = actor;
  if (!centreId) return [];
  const values: unknown[] = [centreId];
  const bind = (value: unknown) => `$${String(values.push(value))}`;
  const where = [
    "l.centre_id = $1",
    render(accessLogPolicy.read, actor, bind, "l"),
  ];
  const given = filter ?? {};
  if (given.pseudonym) {
    const [called] = await ask<{ case_id: string }>(
      `select case_id from cases_on_record(null, $1)`,
      [given.pseudonym.trim().toUpperCase()],
    );
    if (!called) return [];
    where.push(`l.case_id = ${bind(called.case_id)}`);
  }
  if (given.referralId)
    where.push(
      `l.subject_id = ${bind(fromGlobalId("Referral", given.referralId))}`,
    );
  if (given.accountId)
    where.push(
      `l.actor_account_id = ${bind(fromGlobalId("Account", given.accountId))}`,
    );
  if (given.by?.trim())
    where.push(aWordOf("l.actor_name", bind(given.by.trim())));
  if (given.organisation?.trim()) {
    const typed = bind(given.organisation.trim());
    where.push(
      `l.partner_id in (select p.id from partner p where p.centre_id = $1
         and (${aWordOf("p.name", typed)} or ${aWordOf("p.short_name", typed)}))`,
    );
  }
  if (given.partnerId)
    where.push(
      `l.partner_id = ${bind(fromGlobalId("Partner", given.partnerId))}`,
    );
  if (given.action) where.push(`l.action = ${bind(given.action)}`);
  if (given.change) where.push(`l.change = ${bind(given.change)}`);
  if (given.outcome) where.push(`l.outcome = ${bind(given.outcome)}`);
  if (given.from) where.push(`l.at >= ${START(bind(given.from))}`);
  if (given.to) where.push(`l.at < ${START(`(${bind(given.to)}::date + 1)`)}`);
  if (page.after) where.push(`l.position < ${bind(page.after[0])}::bigint`);
  return ask<AccessLine>(
    `select l.centre_id, l.position, l.at, l.actor_account_id, l.actor_name, l.roles, l.partner_id, l.action, l.noun,
       l.subject_id, l.subject_number, l.case_id, l.fields, l.change, l.purpose, l.outcome, l.request_id, l.door,
       encode(l.hash, 'hex') as hash
     from access_log l where ${where.join(" and ")}
     order by l.position desc limit ${bind(page.first + 1)}`,
    values,
  );
}

export async function accessLogVisibleTo(
  context: Context,
  filter: AccessLogFilter | null,
  page: Page,
): Promise<Connection<AccessLogEntry>> {
  if (!context.actor.centreId) return emptyConnection();
  if (filter?.from && filter.to && filter.from > filter.to)
    throw new Refusal(
      "BAD_USER_INPUT",
      context.say({
        pl: "Koniec okresu jest przed jego początkiem.",
        en: "The period ends before it begins.",
      }),
    );
  const rows = await accessLines(
    (sql, values) => context.reads.rows(sql, values),
    context.actor,
    filter,
    page,
  );
  return connection(rows, page, (row) => [row.position], entryOf);
}

function entryOf(row: AccessLine): AccessLogEntry {
  return Object.assign(new AccessLogEntry(), {
    id: toGlobalId("AccessLogEntry", `${row.centre_id}:${row.position}`),
    position: Number(row.position),
    at: row.at,
    accountId:
      row.actor_account_id && toGlobalId("Account", row.actor_account_id),
    by: row.actor_name ?? "Splot",
    roles: row.roles,
    action: row.action,
    noun: row.noun,
    number: row.subject_number,
    fields: row.fields,
    change: row.change,
    purpose: row.purpose,
    outcome: row.outcome,
    door: row.door,
    requestId: row.request_id,
    hash: row.hash,
    partnerId: row.partner_id,
    caseId: row.case_id,
    subjectId: row.subject_id,
  } satisfies AccessLogEntry);
}

/** For the data protection officer, and for who keeps the case. */
export const pseudonymById = loader<string, string | null>(
  async (context, ids) => {
    const rows = await context.reads.rows<{
      case_id: string;
      pseudonym: string;
    }>(`select * from cases_on_record($1, null)`, [ids]);
    return inOrder(ids, rows, (row) => row.case_id).map(
      (row) => row?.pseudonym ?? null,
    );
  },
);

export const organisationOf = (context: Context, entry: AccessLogEntry) =>
  entry.partnerId ? context.load(partnerById, entry.partnerId) : null;

/** Whose names the viewer may read, she reads here as well; of others the line says no more than what was done. */
const nameOfAccount = loader<string, string | null>(async (context, ids) => {
  const rows = await context.reads.rows<{ id: string; name: string }>(
    `select id, name from account where id = any($1)`,
    [ids],
  );
  return inOrder(ids, rows, (row) => row.id).map((row) => row?.name ?? null);
});

export async function aboutWhom(
  context: Context,
  { noun, subjectId }: AccessLogEntry,
): Promise<string | null> {
  if (!subjectId) return null;
  if (noun === "Account") return context.load(nameOfAccount, subjectId);
  if (noun !== "Partner") return null;
  const partner = await context.load(partnerById, subjectId);
  return partner?.shortName ?? null;
}

/** Twelve months back, by kind and end; no line of it is told. */
export async function accessCounts(context: Context): Promise<AccessCount[]> {
  const { actor } = context;
  const { centreId } = actor;
  if (!centreId || !holds(accessLogPolicy.count, actor, { centreId }))
    return [];
  return context.reads.rows<AccessCount>(
    `select * from access_by_month($1::timestamptz - interval '12 months')`,
    [context.now],
  );
}
