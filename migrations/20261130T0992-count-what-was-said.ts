// What was delivered has one truth: a number that somebody gave at the end counts in the accounts as on the screen, less what earlier periods counted.
import type { MigrationInterface, QueryRunner } from "typeorm";

const attendedUnder = (body: string) => `
  create or replace function attended_under(of_agreement uuid, of_partner uuid, since timestamptz, until timestamptz)
    returns table (service_id uuid, units integer)
    language plpgsql stable security definer set search_path = public, pg_temp
    as $$
    declare
      kind text := actor_kind();
      first_day date := (since at time zone 'Europe/Warsaw')::date;
      day_after date := (until at time zone 'Europe/Warsaw')::date;
    begin
      if not (kind = 'system' or sees_accounts(of_partner)) then
        return;
      end if;
      -- a function's own SET of such a setting is for superusers only
      perform set_config('splot.kind', 'band', true);
      return query
        ${body}
      perform set_config('splot.kind', kind, true);
    end $$;`;

const BY_LISTS = `
        select r.service_id, sum(case when l.state is null then l.quantity when l.state = 'PRESENT' then 1 else 0 end)::integer
        from referral r
        cross join lateral (select distinct on (a.day) a.state, a.quantity from attendance a
          where a.centre_id = r.centre_id and a.referral_id = r.id
            and a.until >= first_day and a.until < day_after
          order by a.day, a.revision desc) l
        where r.centre_id = actor_centre() and r.agreement_id = of_agreement and r.partner_id = of_partner
        group by r.service_id;`;

/** Whoever gave a number at the end has spoken: lists of that period and later ones say nothing beside it. */
const AS_WAS_SAID = `
        select counted.of_service, sum(counted.delivered)::integer
        from (
          select r.service_id as of_service, case
              when r.delivered_units is null or r.finished_at >= attended_under.until then sum(l.units) filter (where l.last >= first_day)
              when r.finished_at >= since then
                greatest(0, r.delivered_units - coalesce(sum(l.units) filter (where l.last < first_day), 0))
            end as delivered
          from referral r
          left join lateral (select distinct on (a.day) a.until as last,
              case when a.state is null then a.quantity when a.state = 'PRESENT' then 1 else 0 end as units
            from attendance a
            where a.centre_id = r.centre_id and a.referral_id = r.id and a.until < day_after
              and (r.delivered_units is not null or a.until >= first_day)
            order by a.day, a.revision desc) l on true
          where r.centre_id = actor_centre() and r.agreement_id = of_agreement and r.partner_id = of_partner
          group by r.id, r.service_id, r.delivered_units, r.finished_at) counted
        where counted.delivered is not null
        group by counted.of_service;`;

export class CountWhatWasSaid20261130099200 implements MigrationInterface {
  name = "CountWhatWasSaid20261130099200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(attendedUnder(AS_WAS_SAID));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(attendedUnder(BY_LISTS));
  }
}
