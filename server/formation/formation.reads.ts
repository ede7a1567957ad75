// Reads of forming: the facts that answer the steps, in one statement, and the history.
import { In } from "typeorm";

import { localDate } from "../platform/calendar.js";
import { ofEach } from "../platform/database/of-each.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { holds } from "../platform/permission/allows.js";
import type { NetworkFacts } from "./criterion.js";
import { formationPolicy } from "./formation.policy.js";
import { NetworkAnalysis } from "./network-analysis.js";
import { StepTaken } from "./step-taken.js";

/** Reads rows of a statement, inside a work or outside of one. */
export type Ask = <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>;

/**
 * Counts nothing that only some of those inside could see, so that all are told the same.
 * $1 centre, $2 networks, $3 now, $4 today
 */
const FACTS = `
  select n.id,
    (select count(*)::integer from need d where d.centre_id = n.centre_id and d.network_id = n.id) as needs,
    (select count(*)::integer from meeting g where g.centre_id = n.centre_id and g.network_id = n.id
      and g.kind = 'FIRST' and g.status = 'HELD') as first_meetings,
    cardinality(n.goals) as goals,
    (select count(*)::integer from network_analysis a where a.centre_id = n.centre_id and a.network_id = n.id) as analyses,
    n.cadence_days,
    (select count(*)::integer from joint_action j join joint_action_part p
        on p.centre_id = j.centre_id and p.joint_action_id = j.id and p.part = 'RESPONSIBLE'
      where j.centre_id = n.centre_id and j.network_id = n.id and (j.ended_on is null or j.until_closing)) as owned_actions,
    (select coalesce(array_agg(j.title order by j.created_at, j.id), '{}') from joint_action j
      where j.centre_id = n.centre_id and j.network_id = n.id and (j.ended_on is null or j.until_closing)
        and not exists (select from joint_action_part p where p.centre_id = j.centre_id and p.joint_action_id = j.id
          and p.part = 'RESPONSIBLE')) as unowned_actions,
    (select count(*)::integer from agreement r where r.centre_id = n.centre_id and r.status in ('ACTIVE', 'SIGNED')
      and r.kind in ('LSR_ACCORD', 'PROGRAMME_PARTNERSHIP', 'COOPERATION')
      and r.valid_from <= $4::date and (r.valid_to is null or r.valid_to >= $4::date)
      and (r.network_id = n.id or (r.network_id is null and m.inside @> (select array_agg(y.partner_id) from agreement_party y
        where y.centre_id = r.centre_id and y.agreement_id = r.id)))) as agreements,
    m.*, g.*
  from network n
  cross join lateral (
    select count(*) filter (where g.status = 'HELD')::integer as held,
      max(g.starts_at) filter (where g.status = 'HELD') as last_held,
      min(g.starts_at) filter (where g.status = 'PLANNED' and g.starts_at > $3) as next_planned
    from meeting g where g.centre_id = n.centre_id and g.network_id = n.id
  ) g
  cross join lateral (
    select
      count(*) filter (where o.role = 'MEMBER')::integer as members,
      count(*)::integer as asked,
      count(*) filter (where o.role in ('HUB', 'MEMBER'))::integer as voices,
      coalesce(array_agg(p.short_name order by folded(p.short_name)) filter (where o.role <> 'INVITED' and (
        not exists (select from contact_person c where c.centre_id = o.centre_id and c.partner_id = o.partner_id
          and c.active and c.is_primary and c.willing_confirmed_at is not null)
        or not exists (select from contact_person c where c.centre_id = o.centre_id and c.partner_id = o.partner_id
          and c.active and (c.away_from is null or $4::date not between c.away_from and c.away_to)))), '{}') as unreachable,
      coalesce(array_agg(o.partner_id) filter (where o.role in ('HUB', 'MEMBER')), '{}') as inside,
      coalesce(array_agg(p.short_name order by folded(p.short_name)) filter (where o.role = 'INVITED'), '{}') as undecided,
      coalesce(array_agg(p.short_name order by folded(p.short_name)) filter (
        where o.role = 'MEMBER' and o.role_description is null), '{}') as without_role,
      coalesce(array_agg(p.short_name order by folded(p.short_name)) filter (
        where not exists (select from contact_person c where c.centre_id = o.centre_id and c.partner_id = o.partner_id
          and c.active and coalesce(c.work_email, c.work_phone) is not null)), '{}') as without_contact,
      coalesce(array_agg(p.short_name order by folded(p.short_name)) filter (
        where not exists (select from service s where s.centre_id = o.centre_id and s.partner_id = o.partner_id
          and s.status in ('ACTIVE', 'PAUSED') and s.visibility <> 'HUB_ONLY')
          and not exists (select from resource e where e.centre_id = o.centre_id and e.partner_id = o.partner_id
          and e.state <> 'WITHDRAWN')), '{}') as without_offer
    from network_membership o join partner p on p.centre_id = o.centre_id and p.id = o.partner_id
    where o.centre_id = n.centre_id and o.network_id = n.id and (o.left_on is null or o.until_closing) and o.role <> 'OBSERVER'
  ) m
  where n.centre_id = $1 and n.id = any($2)`;

export async function factsOf(
  ask: Ask,
  centreId: string,
  networkIds: readonly string[],
  now: Date,
  today: string,
): Promise<(NetworkFacts & { id: string })[]> {
  return ask(FACTS, [centreId, networkIds, now, today]);
}

function readableCentre(context: Context): string | null {
  const { centreId } = context.actor;
  return centreId && holds(formationPolicy.read, context.actor, { centreId })
    ? centreId
    : null;
}

/** Null where they are not the viewer's. */
export const factsOfNetwork = loader<string, NetworkFacts | null>(
  async (context, networkIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return networkIds.map(() => null);
    const facts = await factsOf(
      (sql, parameters) => context.reads.rows(sql, parameters),
      centreId,
      networkIds,
      context.now,
      localDate(context.now),
    );
    return inOrder(networkIds, facts, ({ id }) => id);
  },
);

/** What happened to its steps, the latest first. */
export const stepsTaken = loader<string, StepTaken[]>(
  async (context, networkIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return networkIds.map(() => []);
    const rows = await context.reads.ask((manager) =>
      ofEach(manager, StepTaken, {
        centreId,
        of: "networkId",
        ids: networkIds,
        order: { at: "DESC", id: "ASC" },
        most: 100,
      }),
    );
    return grouped(networkIds, rows, (row) => row.networkId);
  },
);

export const analysisOfNetwork = loader<string, NetworkAnalysis | null>(
  async (context, networkIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return networkIds.map(() => null);
    const rows = await context.reads.ask((manager) =>
      manager
        .getRepository(NetworkAnalysis)
        .findBy({ centreId, networkId: In([...networkIds]) }),
    );
    return inOrder(networkIds, rows, (row) => row.networkId);
  },
);
