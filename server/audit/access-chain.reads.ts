// Whether the chain of a centre's access log holds: at a reading from the last night on, for the operator from its first line.
import type { Context } from "../platform/graphql/context.js";
import { holds } from "../platform/permission/allows.js";
import type { AccessFault, AccessLogChain } from "./access-entry.js";
import { accessLogPolicy } from "./access-log.policy.js";
import type { Ask } from "./access-log.reads.js";

/** So much is followed at a reading; the rest is followed at night. */
const AT_ONCE = 2_000;

interface ChainRow {
  position: string;
  intact_to: string;
  hash: string;
  broken_at: string | null;
  fault: AccessFault | null;
  checked_at: Date | null;
}

export async function accessLogChain(
  context: Context,
): Promise<AccessLogChain | null> {
  const { actor } = context;
  const { centreId } = actor;
  if (!centreId || !holds(accessLogPolicy.chain, actor, { centreId }))
    return null;
  const [row] = await context.reads.rows<ChainRow>(
    `select h.position, c.intact_to, encode(c.intact_hash, 'hex') as hash, h.checked_at,
       coalesce(h.broken_at, c.broken_at) as broken_at, coalesce(h.fault, c.fault) as fault
     from access_log_head h, check_access_log(h.centre_id, coalesce(h.checked_position, h.base_position),
       coalesce(h.checked_hash, h.base_hash), $2) c
     where h.centre_id = $1`,
    [centreId, AT_ONCE],
  );
  return row
    ? {
        position: Number(row.position),
        intactTo: Number(row.intact_to),
        anchor: `${row.intact_to}:${row.hash}`,
        brokenAt: row.broken_at === null ? null : Number(row.broken_at),
        fault: row.fault,
        checkedAt: row.checked_at,
      }
    : null;
}

const EVERY_LINE = 2_147_483_647;

export interface FollowedChain {
  base_position: string;
  intact_to: string;
  hash: string;
  broken_at: string | null;
  fault: AccessFault | null;
  /** Of the line that was asked for; null where it is not there. */
  kept_hash: string | null;
}

/** From the first line that is kept to the last; null where nothing is on record yet. */
export async function followChain(
  ask: Ask,
  centreId: string,
  keptPosition: string | null,
): Promise<FollowedChain | null> {
  const [followed] = await ask<FollowedChain>(
    `select h.base_position, c.intact_to, encode(c.intact_hash, 'hex') as hash, c.broken_at, c.fault,
       case $3::bigint when h.base_position then encode(h.base_hash, 'hex') else (select encode(l.hash, 'hex')
         from access_log l where l.centre_id = h.centre_id and l.position = $3::bigint) end as kept_hash
     from access_log_head h, check_access_log(h.centre_id, h.base_position, h.base_hash, $2) c
     where h.centre_id = $1`,
    [centreId, EVERY_LINE, keptPosition],
  );
  return followed ?? null;
}
