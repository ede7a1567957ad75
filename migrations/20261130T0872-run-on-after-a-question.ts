// Since when the time for an answer runs after a question, so that half of it is half of what was left.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class RunOnAfterAQuestion20261130087200 implements MigrationInterface {
  name = "RunOnAfterAQuestion20261130087200";

  async up(runner: QueryRunner): Promise<void> {
    // null: since the sending
    await runner.query(
      `alter table referral add column clock_from timestamptz`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table referral drop column clock_from`);
  }
}
