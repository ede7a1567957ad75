// What is due at one moment is done together: the system asks which timers ring as well, and says which it has done.
import type { MigrationInterface, QueryRunner } from "typeorm";

const DOORS = "due_timers(text, timestamptz, integer), forget_timers(jsonb)";

export class RingTogether20261130103600 implements MigrationInterface {
  name = "RingTogether20261130103600";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- of the centre, which nobody has in hand, the longest due first
      create function due_timers(task text, moment timestamptz, most integer)
        returns table (job_id bigint, revision integer, referral_id uuid)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if actor_kind() <> 'system' then
            raise exception 'timers ring for the system' using errcode = '42501';
          end if;
          return query select j.id, j.revision, (j.payload->>'referralId')::uuid
            from graphile_worker._private_jobs j
            join graphile_worker._private_tasks t on t.id = j.task_id
            where t.identifier = due_timers.task and j.is_available and j.run_at <= moment
              and j.payload->>'centreId' = actor_centre()::text and j.payload->>'referralId' is not null
            order by j.priority, j.run_at, j.id limit most;
        end $$;

      -- one that was set anew has another revision, and one that is set just now is left to ring: nobody waits here
      create function forget_timers(rung jsonb) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if actor_kind() <> 'system' then
            raise exception 'timers ring for the system' using errcode = '42501';
          end if;
          delete from graphile_worker._private_jobs where id = any(array(
            select j.id from graphile_worker._private_jobs j
              join jsonb_to_recordset(rung) as g("jobId" bigint, revision integer)
                on j.id = g."jobId" and j.revision = g.revision
              where j.locked_at is null and j.payload->>'centreId' = actor_centre()::text
                and j.payload->>'referralId' is not null
              for update of j skip locked));
        end $$;

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
