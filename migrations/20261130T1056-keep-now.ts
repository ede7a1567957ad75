// The officer has the terms kept to now: one job of her centre, and whether it waits.
import type { MigrationInterface, QueryRunner } from "typeorm";

const DOORS = "keep_now(timestamptz), keeping_waits()";

export class KeepNow20261130105600 implements MigrationInterface {
  name = "KeepNow20261130105600";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function keep_now(moment timestamptz) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if not actor_is('IOD') or actor_centre() is null then
            raise exception 'what is kept is the officer''s to ask for' using errcode = '42501';
          end if;
          perform graphile_worker.add_job('keep-now', json_build_object('centreId', actor_centre()),
            run_at => moment, job_key => format('%s:keep-now', actor_centre()));
        end $$;
      -- null: not the asker's to know
      create function keeping_waits() returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from graphile_worker._private_jobs j where j.key = format('%s:keep-now', actor_centre())
          and j.attempts < j.max_attempts) where actor_is('IOD', 'DIRECTOR') $$;
      revoke execute on function ${DOORS} from public;
      do $$ begin
        execute format('grant execute on function ${DOORS} to %I', current_setting('splot.application_role'));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${DOORS}`);
  }
}
