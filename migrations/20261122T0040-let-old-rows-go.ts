// What is kept only for a while goes: used keys, sessions long ended, tries to sign in; by a door that the owner alone has.
import type { MigrationInterface, QueryRunner } from "typeorm";

const doors = ["request_key", "session"];

export class LetOldRowsGo20261122004000 implements MigrationInterface {
  name = "LetOldRowsGo20261122004000";

  async up(runner: QueryRunner): Promise<void> {
    for (const table of doors)
      // a delete that has conditions reads as well
      for (const verb of ["select", "delete"])
        await runner.query(
          `create policy clean_${table}_${verb} on ${table} for ${verb} to current_user using (actor_kind() = 'cleaning')`,
        );
    await runner.query(`
      create index session_end on session (least(ended_at, expires_at));
      create function let_old_rows_go(at timestamptz) returns void language plpgsql as $$
        declare
          long_ago timestamptz := at - interval '30 days';
          kind text := actor_kind();
        begin
          perform set_config('splot.kind', 'cleaning', true);
          delete from request_key where taken_at < long_ago;
          delete from session where least(ended_at, expires_at) < long_ago;
          delete from sign_in_attempt where expire < extract(epoch from at) * 1000;
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function let_old_rows_go from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function let_old_rows_go;
      drop index session_end;
    `);
    for (const table of doors)
      for (const verb of ["select", "delete"])
        await runner.query(`drop policy clean_${table}_${verb} on ${table}`);
  }
}
