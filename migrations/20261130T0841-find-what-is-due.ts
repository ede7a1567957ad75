// Answers that are due are found by their time: whoever rings first of a burst takes the others along.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class FindWhatIsDue20261130084100 implements MigrationInterface {
  name = "FindWhatIsDue20261130084100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index referral_due on referral (centre_id, due_at) where status in ('SENT', 'RECEIVED', 'INFO_REQUESTED')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index referral_due`);
  }
}
