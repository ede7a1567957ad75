// A one-time password opens nothing any more after some days.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class EndOneTimePasswords20261122024000 implements MigrationInterface {
  name = "EndOneTimePasswords20261122024000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account add column one_time_until timestamptz;
      -- the wall stands before the owner too
      select set_config('splot.kind', 'authentication', true);
      update account set one_time_until = now() + interval '7 days' where must_change_password;
      select set_config('splot.kind', '', true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table account drop column one_time_until`);
  }
}
