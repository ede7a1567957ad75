// The hub is a party of every agreement, and its own services stand under none; what is kept and asked for by several agreements is set anew.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** As agreements/carrying.ts: those that name the service, if there are any; else those that name none. */
const carrying = (further: string) => `
  create or replace function carrying_agreements(partner uuid, service uuid, day date) returns setof uuid language sql stable as $$
    with candidate as (
      select a.id, n.names, n.names_any from agreement_party y
      join agreement a on a.centre_id = y.centre_id and a.id = y.agreement_id
      cross join lateral (
        select coalesce(bool_or(s.service_id = service), false) as names, count(*) > 0 as names_any
        from agreement_service s where s.centre_id = a.centre_id and s.agreement_id = a.id) n
      where y.centre_id = actor_centre() and y.partner_id = partner
        and a.kind not in ('LSR_ACCORD', 'LETTER_OF_INTENT', 'DATA_PROCESSING')
        and is_in_force(a.id, partner, day)${further}
    )
    select id from candidate
    where names or (not names_any and not exists (select from candidate other where other.names)) $$;`;

const NEEDS_NONE = `
        and not exists (select from centre c where c.id = actor_centre() and c.hub_partner_id = partner)`;

/** As agreements/scope.ts: the most places that one keeps, the shortest time. */
const MENDED = `
  update referral r set agreement_id = null, agreement_revision = null from centre c
    where r.centre_id = actor_centre() and c.id = r.centre_id and r.partner_id = c.hub_partner_id and r.agreement_id is not null;
  update capacity c set confirm_every_days = p.duty, kept = p.kept, kept_by = p.kept_by
    from (select o.service_id, coalesce(most.places_kept, 0) as kept, most.number as kept_by,
        (select min(a.offer_update_duty_days) from carrying_agreements(o.partner_id, o.service_id, today) one(id)
          join agreement a on a.centre_id = o.centre_id and a.id = one.id) as duty
      from capacity o left join lateral (select s.places_kept, a.number from agreement_service s
        join agreement a on a.centre_id = s.centre_id and a.id = s.agreement_id
        where s.centre_id = o.centre_id and s.service_id = o.service_id and s.places_kept > 0
          and a.kind not in ('LSR_ACCORD', 'LETTER_OF_INTENT', 'DATA_PROCESSING') and is_in_force(a.id, o.partner_id, today)
        order by s.places_kept desc, a.valid_to desc nulls first limit 1) most on true
      where o.centre_id = actor_centre()) p
    where c.centre_id = actor_centre() and c.service_id = p.service_id
      and (c.confirm_every_days, c.kept, c.kept_by) is distinct from (p.duty, p.kept, p.kept_by);`;

export class LetTheHubNeedNone20261130064000 implements MigrationInterface {
  name = "LetTheHubNeedNone20261130064000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(carrying(NEEDS_NONE));
    await runner.query(`
      alter table centre no force row level security;
      alter table referral disable trigger user;
      alter table capacity disable trigger user;
      do $mending$
        declare
          town uuid;
          today date := (now() at time zone 'Europe/Warsaw')::date;
        begin
          perform set_config('splot.kind', 'system', true);
          for town in select id from centre loop
            perform set_config('splot.centre', town::text, true);
            ${MENDED}
          end loop;
          perform set_config('splot.kind', '', true);
          perform set_config('splot.centre', '', true);
        end $mending$;
      alter table capacity enable trigger user;
      alter table referral enable trigger user;
      alter table centre force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(carrying(""));
  }
}
