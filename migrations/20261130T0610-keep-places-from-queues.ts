// What an agreement keeps for the network is owed to nobody who waits without a referral, and free to nobody who has none.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who sees exact numbers. */
const COUNTING = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP', 'AUTHORITY'`;

const bands = (columns: string, from: string) => `
      create or replace function capacity_bands(at timestamptz, services uuid[] default null)
        returns table (service_id uuid, status text, takes_now boolean, confirmed_at timestamptz, never_confirmed boolean,
                       offerable integer)
        language plpgsql stable security definer set search_path = public, pg_temp
        as $$
        declare
          kind text := actor_kind();
          counts boolean := kind = 'system' or actor_is(${COUNTING});
        begin
          -- a function's own SET of such a setting is for superusers only
          perform set_config('splot.kind', 'band', true);
          return query select c.service_id, ${columns}
          from capacity c${from} where c.centre_id = actor_centre() and (services is null or c.service_id = any(services));
          perform set_config('splot.kind', kind, true);
        end $$;`;

const BEFORE = bands(
  `capacity_status(c.total, c.occupied, c.reserved, c.waiting_referred + c.waiting_outside,
              c.suspended, c.confirm_every_days, c.confirmed_at, at),
            not c.suspended and c.confirmed_at is not null
              and c.total - c.occupied - c.reserved > c.waiting_referred + c.waiting_outside,
            case when counts then c.confirmed_at end, c.confirmed_at is null,
            case when counts then greatest(0, c.total - c.occupied - c.reserved - c.waiting_referred - c.waiting_outside) end`,
  "",
);

/** As offer/capacity.ts: `others` are the units that may be taken without a referral. */
const AFTER = bands(
  `capacity_status(c.total, least(free.units, case when kind = 'visitor' then others.units else free.units end),
              c.waiting_referred + c.waiting_outside, case when kind = 'visitor' then owed.visitor else owed.referred end,
              c.suspended, c.confirm_every_days, c.confirmed_at, at),
            not c.suspended and c.confirmed_at is not null
              and case when kind = 'visitor' then least(free.units, others.units) > owed.visitor else free.units > owed.referred end,
            case when counts then c.confirmed_at end, c.confirmed_at is null,
            case when counts then greatest(0, free.units - owed.referred) end`,
  `
            cross join lateral (select c.total - c.occupied - c.reserved as units) free
            cross join lateral (select case when c.kept = 0 then c.total
              else greatest(0, c.total - c.kept - case when c.unit in ('PLACES', 'HOURS_WEEK', 'HOURS_MONTH')
                then c.occupied - c.running else c.walk_ins end) end as units) others
            cross join lateral (select c.waiting_referred + least(c.waiting_outside, others.units) as referred,
              least(free.units, others.units) - least(others.units - c.waiting_outside,
                free.units - c.waiting_referred - c.waiting_outside) as visitor) owed`,
);

const statusOf = (arguments_: string, free: string, owed: string) => `
      create function capacity_status(${arguments_}, suspended boolean, confirm_every_days integer,
          confirmed_at timestamptz, at timestamptz) returns text
        language sql immutable parallel safe as $$
          select case
            when suspended then 'SUSPENDED'
            when ${free} <= 0 then case when waiting > 0 then 'WAITLIST' else 'FULL' end
            when confirmed_at is null
              or at - confirmed_at > make_interval(days => coalesce(confirm_every_days, case when waiting > 0 then 7 else 30 end))
              then 'STALE'
            when ${owed} >= ${free} then 'WAITLIST'
            when ${free} <= greatest(1, floor(total * 0.15)) then 'LIMITED'
            else 'AVAILABLE'
          end $$;`;

export class KeepPlacesFromQueues20261130061000 implements MigrationInterface {
  name = "KeepPlacesFromQueues20261130061000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function capacity_status;
      ${statusOf("total integer, free integer, waiting integer, owed integer", "free", "owed")}
      ${AFTER}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function capacity_status;
      ${statusOf("total integer, occupied integer, reserved integer, waiting integer", "(total - occupied - reserved)", "waiting")}
      ${BEFORE}
    `);
  }
}
