// From a token to the member who acts: asked at each operation and again at each delivery.
import type { DataSource, EntityManager } from "typeorm";

import { isOutage } from "../platform/database/outage.js";
import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import type { Language } from "../platform/graphql/words.js";
import type { Member } from "../platform/permission/actor.js";
import { needsSecondFactor } from "./role.js";
import { expiryFrom, hashOf, Session } from "./session.js";

interface SessionRow {
  session_id: string;
  account_id: string;
  name: string;
  language: Language;
  must_change_password: boolean;
  centre_id: string | null;
  assignment_id: string | null;
  partner_id: string | null;
  roles: string[] | null;
  is_demo: boolean | null;
  has_two_factors: boolean;
  has_left: boolean | null;
  started_at: Date;
  idle: boolean;
}

const signedInBy = (assignment: string) => `
  select s.id as session_id, a.id as account_id, a.name, a.language, a.must_change_password,
         g.centre_id, g.id as assignment_id, g.partner_id, g.roles, s.started_at,
         c.is_demo, p.status = 'FORMER' as has_left, s.second_factor_at is not null as has_two_factors,
         s.last_used_at < $2::timestamptz - interval '1 minute' as idle
  from session s
  join account a on a.id = s.account_id and a.status = 'ACTIVE'
  left join assignment g on ${assignment} and g.ended_at is null
    and g.locked_at is null
  left join centre c on c.id = g.centre_id
  left join partner p on p.centre_id = g.centre_id and p.id = g.partner_id
  where s.ended_at is null and s.expires_at > $2 and not s.half_open`;

const SIGNED_IN = signedInBy(
  "g.centre_id = s.centre_id and g.id = s.assignment_id",
);

/** More than any organisation works with. */
const MOST_CENTRES = 50;

function memberOf(row: SessionRow): Member | null {
  if (!row.centre_id || !row.assignment_id || !row.partner_id) return null;
  const roles = row.roles ?? [];
  const mustSetUpSecondFactor =
    !row.has_two_factors &&
    needsSecondFactor(roles, { isDemo: row.is_demo ?? false });
  const isHeld = row.must_change_password || mustSetUpSecondFactor;
  return {
    kind: "member",
    accountId: row.account_id,
    sessionId: row.session_id,
    assignmentId: row.assignment_id,
    centreId: row.centre_id,
    partnerId: row.partner_id,
    roles: new Set(isHeld ? [] : roles),
    name: row.name,
    language: row.language,
    mustChangePassword: row.must_change_password,
    mustSetUpSecondFactor,
    // what is not known is not trusted
    hasLeft: row.has_left ?? true,
  };
}

/** The member behind a token; null where it is unknown, ended, expired, locked or without an assignment. */
export async function authenticate(
  dataSource: DataSource,
  token: string,
  now: Date,
): Promise<Member | null> {
  const [row] = await inTransaction(
    dataSource,
    { kind: "authentication" },
    (manager) =>
      manager.query<SessionRow[]>(`${SIGNED_IN} and s.token_hash = $1`, [
        hashOf(token),
        now,
      ]),
  );
  if (row?.idle) await noteUse(dataSource, row, now);
  return row ? memberOf(row) : null;
}

/** A database that is full or read-only still lets people read. */
async function noteUse(
  dataSource: DataSource,
  { session_id, started_at }: SessionRow,
  now: Date,
): Promise<void> {
  try {
    await inTransaction(dataSource, { kind: "authentication" }, (manager) =>
      manager
        .getRepository(Session)
        .update(
          { id: session_id },
          { lastUsedAt: now, expiresAt: expiryFrom(started_at, now) },
        ),
    );
  } catch (error) {
    if (!isOutage(error)) throw error;
  }
}

/** The members of many sessions as they are now; a session that ended is absent. */
export async function authenticateAgain(
  dataSource: DataSource,
  sessionIds: readonly string[],
  now: Date,
): Promise<Map<string, Member>> {
  const rows = await inTransaction(
    dataSource,
    { kind: "authentication" },
    (manager) =>
      manager.query<SessionRow[]>(`${SIGNED_IN} and s.id = any($1)`, [
        sessionIds,
        now,
      ]),
  );
  const members = new Map<string, Member>();
  for (const row of rows) {
    const member = memberOf(row);
    if (member) members.set(row.session_id, member);
  }
  return members;
}

/** Where the account works now, else where it worked last, else its oldest assignment. */
export async function lastAssignment(
  manager: EntityManager,
  accountId: string,
): Promise<{ centre_id: string; id: string } | undefined> {
  const [assignment] = await manager.query<{ centre_id: string; id: string }[]>(
    `select g.centre_id, g.id from assignment g
     where g.account_id = $1 and g.ended_at is null and g.locked_at is null
     order by (select max(s.last_used_at) from session s where s.centre_id = g.centre_id and s.assignment_id = g.id
                 and s.ended_at is null) desc nulls last,
       (select max(s.last_used_at) from session s
         where s.centre_id = g.centre_id and s.assignment_id = g.id) desc nulls last, g.started_at, g.id
     limit 1`,
    [accountId],
  );
  return assignment;
}

/**
 * Who the same session is in each centre where its account acts for the same organisation, whichever of its units:
 * with the roles that she has there (domain 0.1 (1)).
 */
export async function membersOfOrganisation(
  context: Context,
  member: Member,
): Promise<Member[]> {
  const rows = await context.reads.rows<SessionRow>(
    `${signedInBy("g.account_id = a.id")} and s.id = $1 and exists (
       select from partner own join partner there on left(there.regon, 9) = left(own.regon, 9)
       where own.centre_id = $3 and own.id = $4 and there.centre_id = g.centre_id and there.id = g.partner_id)
     order by c.name, g.centre_id, g.id limit ${String(MOST_CENTRES)}`,
    [member.sessionId, context.now, member.centreId, member.partnerId],
  );
  return rows.map(memberOf).filter((there) => there !== null);
}
