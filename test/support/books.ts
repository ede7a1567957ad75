// The books of a centre: what must hold of its numbers, ledger, referrals and log whatever anybody did.
import type { TestCentre } from "./world.js";

/** Each statement answers the rows that break a rule; none may. */
const rules = {
  "capacity equals the sum of its ledger": `
    select c.service_id from capacity c join capacity_event e using (centre_id, service_id)
    group by c.centre_id, c.service_id
    having (c.total, c.occupied, c.reserved, c.waiting_referred + c.waiting_outside) is distinct from
      (sum(e.total_change), sum(e.occupied_change), sum(e.reserved_change), sum(e.waiting_change))`,
  "the ledger has every version once": `
    select c.service_id from capacity c join capacity_event e using (centre_id, service_id)
    group by c.centre_id, c.service_id
    having count(*) <> c.version or min(e.version) <> 1 or max(e.version) <> c.version`,
  "each version of a capacity has its event with its numbers": `
    select l.service_id, l.version from (
      select e.*, sum(total_change) over upto as total, sum(occupied_change) over upto as occupied,
        sum(reserved_change) over upto as reserved, sum(waiting_change) over upto as waiting
      from capacity_event e window upto as (partition by centre_id, service_id order by version)) l
    where (select count(*) from event v where v.centre_id = l.centre_id and v.type = 'CapacityChanged'
      and v.subject_id = l.service_id and (v.facts->>'version')::int = l.version
      and (v.facts->>'total')::int = l.total and (v.facts->>'occupied')::int = l.occupied
      and (v.facts->>'reserved')::int = l.reserved
      and (v.facts->>'waitingReferred')::int + (v.facts->>'waitingOutside')::int = l.waiting) <> 1`,
  "no event is overbooked": `
    select position from event where type = 'CapacityChanged'
      and (facts->>'occupied')::int + (facts->>'reserved')::int > (facts->>'total')::int`,
  "what referrals take is what is taken for them": `
    select c.service_id from capacity c left join referral r
      on r.centre_id = c.centre_id and r.service_id = c.service_id
    group by c.centre_id, c.service_id
    having c.reserved <> coalesce(sum(r.units) filter (where r.takes = 'RESERVED'), 0)
      or c.running <> coalesce(sum(r.units) filter (where r.takes = 'OCCUPIED'), 0)
      or c.waiting_referred <> coalesce(sum(r.units) filter (where r.status = 'WAITLISTED'), 0)`,
  "each version of a referral has one event": `
    select r.id from referral r join event v on v.centre_id = r.centre_id and v.subject_id = r.id
      -- what is planned for later leaves it where it is
      and v.type not in ('ContinuationPlanned', 'FallbacksPlanned', 'FallbacksMoved')
      -- what moves nothing claims no version
      and v.facts->>'version' is not null
    group by r.centre_id, r.id
    having count(*) <> r.version or count(distinct v.facts->>'version') <> r.version
      or (array_agg(v.facts->>'status' order by v.position desc))[1] <> r.status`,
  "positions of the log are dense": `
    select l.centre_id from centre_log l left join event v using (centre_id)
    group by l.centre_id, l.position
    having count(v.position) <> l.position or coalesce(max(v.position), 0) <> l.position`,
};

/** The rules that do not hold in this centre, each with its first rows. */
export async function brokenRules(
  centre: Pick<TestCentre, "asSystem">,
): Promise<Record<string, unknown>> {
  const broken: Record<string, unknown> = {};
  for (const [rule, statement] of Object.entries(rules)) {
    const rows = await centre.asSystem((work) => work.rows(statement));
    if (rows.length > 0) broken[rule] = rows.slice(0, 3);
  }
  return broken;
}
