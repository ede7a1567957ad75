// The one door through which the application's role gives work to the durable queue, which belongs to the owner.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateJobs20261121230700 implements MigrationInterface {
  name = "CreateJobs20261121230700";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function enqueue_job(task text, payload json, run_at timestamptz, job_key text) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if actor_kind() not in ('member', 'system') or (payload->>'centreId')::uuid is distinct from actor_centre() then
            raise exception 'a job belongs to the centre of its actor' using errcode = '42501';
          end if;
          perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
        end $$;
      revoke execute on function enqueue_job from public;
    `);
    await runner.query(`do $$ begin
      execute format('grant execute on function enqueue_job to %I', current_setting('splot.application_role'));
    end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function enqueue_job`);
  }
}
