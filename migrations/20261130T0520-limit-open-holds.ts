// How many places one coordinator may hold at once while she waits for answers: so that nobody hoards them.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class LimitOpenHolds20261130052000 implements MigrationInterface {
  name = "LimitOpenHolds20261130052000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table centre add column most_open_holds integer not null default 30
        check (most_open_holds between 1 and 1000);
      create index referral_open_holds on referral (centre_id, sender_account_id)
        where takes = 'RESERVED' and status in ('SENT', 'RECEIVED');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index referral_open_holds;
      alter table centre drop column most_open_holds;
    `);
  }
}
