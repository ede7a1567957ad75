// Speak for others: where the hub says something in the place of an organisation, why it did stays with what was said.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class SpeakForOthers20261130066500 implements MigrationInterface {
  name = "SpeakForOthers20261130066500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table network_membership add on_behalf_reason text
        check (length(on_behalf_reason) between 1 and 200);
      alter table loan_request add on_behalf_reason text
        check (length(on_behalf_reason) between 1 and 200);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table loan_request drop on_behalf_reason;
      alter table network_membership drop on_behalf_reason;
    `);
  }
}
