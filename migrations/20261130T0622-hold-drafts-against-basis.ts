// A basis is asked for as well where a draft becomes a sent referral, and not only where it is sent at once.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class HoldDraftsAgainstBasis20261130062200 implements MigrationInterface {
  name = "HoldDraftsAgainstBasis20261130062200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create constraint trigger hold_sending_against_basis after update on referral
        deferrable initially deferred for each row when (old.status = 'DRAFT' and new.status <> 'DRAFT')
        execute function hold_against_basis();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger hold_sending_against_basis on referral`);
  }
}
