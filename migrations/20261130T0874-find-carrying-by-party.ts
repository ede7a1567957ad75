// What carries a referral is looked for among the party's own agreements, not asked of every agreement of the centre.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** As agreements/carrying.ts: those that name the service, if there are any; else those that name none. */
const carrying = (inForce: string) => `
  create or replace function carrying_agreements(partner uuid, service uuid, day date) returns setof uuid language sql stable as $$
    with candidate as (
      select a.id, n.names, n.names_any from agreement_party y
      join agreement a on a.centre_id = y.centre_id and a.id = y.agreement_id
      cross join lateral (
        select coalesce(bool_or(s.service_id = service), false) as names, count(*) > 0 as names_any
        from agreement_service s where s.centre_id = a.centre_id and s.agreement_id = a.id) n
      where y.centre_id = actor_centre() and y.partner_id = partner
        and a.kind not in ('LSR_ACCORD', 'LETTER_OF_INTENT', 'DATA_PROCESSING')
        and ${inForce}
        and not exists (select from centre c where c.id = actor_centre() and c.hub_partner_id = partner)
    )
    select id from candidate
    where names or (not names_any and not exists (select from candidate other where other.names)) $$;`;

/** In the words of is_in_force: a function of the agreement alone would be called for each row before the party is looked at. */
const IN_FORCE = `a.status in ('ACTIVE', 'SIGNED') and a.valid_from <= day and (a.valid_to is null or a.valid_to >= day)
        and (y.left_on is null or y.left_on > day)`;

export class FindCarryingByParty20261130087400 implements MigrationInterface {
  name = "FindCarryingByParty20261130087400";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(carrying(IN_FORCE));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(carrying("is_in_force(a.id, partner, day)"));
  }
}
