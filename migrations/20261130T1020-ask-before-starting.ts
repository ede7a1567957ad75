// Whoever did not come is not begun with either, before her coordinator has answered.
import type { MigrationInterface, QueryRunner } from "typeorm";

const ends = (states: string) => `
  drop trigger guard_awaited_place on referral;
  create trigger guard_awaited_place before update on referral
    for each row when (old.status = 'ACCEPTED' and new.status in (${states}))
    execute function guard_awaited_place();`;

export class AskBeforeStarting20261130102000 implements MigrationInterface {
  name = "AskBeforeStarting20261130102000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ends("'DISCONTINUED', 'IN_PROGRESS'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ends("'DISCONTINUED'"));
  }
}
