// Who is locked out acts for nobody: what waits for her goes to whoever acts for a coordinator that has left, until she is let in again.
import type { MigrationInterface, QueryRunner } from "typeorm";

const hasLeft = (further: string) => `
      create or replace function has_left(coordinator uuid) returns boolean language sql stable as $$
        select not exists (select from assignment g where g.centre_id = actor_centre() and g.account_id = coordinator
          and g.ended_at is null${further} and 'KIPUS' = any(g.roles)) $$;`;

export class CountLockedAsLeft20261130105100 implements MigrationInterface {
  name = "CountLockedAsLeft20261130105100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(hasLeft(" and g.locked_at is null"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(hasLeft(""));
  }
}
