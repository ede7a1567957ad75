// What an organisation last said is full stands beside its number until it vouches for that: for whoever refers.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class SayWhoIsFull20261130108000 implements MigrationInterface {
  name = "SayWhoIsFull20261130108000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- when, and nothing of the referral; whose it was is its coordinator's alone
      create function said_full(services uuid[]) returns table (service_id uuid, said_at timestamptz)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
        begin
          if not actor_is('KIPUS', 'OUS') then return; end if;
          -- a function's own SET of such a setting is for superusers only
          perform set_config('splot.kind', 'band', true);
          return query select c.service_id, f.decided_at from unnest(services) asked
            join capacity c on c.centre_id = actor_centre() and c.service_id = asked
            join lateral (select max(r.decided_at) as decided_at from referral r
              where r.centre_id = c.centre_id and r.service_id = c.service_id
                and r.status = 'DECLINED' and r.decline_reason = 'NO_CAPACITY') f on true
            where f.decided_at > coalesce(c.confirmed_at, '-infinity');
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function said_full from public;
      do $$ begin
        execute format('grant execute on function said_full to %I', current_setting('splot.application_role'));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function said_full`);
  }
}
