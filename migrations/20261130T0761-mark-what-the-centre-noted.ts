// Mark what the centre noted: why it said yes to terms in the place of a party, and when it wrote down a signature from paper.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class MarkWhatTheCentreNoted20261130076100 implements MigrationInterface {
  name = "MarkWhatTheCentreNoted20261130076100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table agreement_party
        add column on_behalf_reason text check (length(on_behalf_reason) between 1 and 200),
        add column signature_noted_on date,
        add constraint noted_is_signed check (signature_noted_on is null or signed_on is not null);
      alter table agreement_version_party
        add column signature_noted_on date,
        add constraint noted_is_signed check (signature_noted_on is null or signed_on is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table agreement_version_party drop column signature_noted_on;
      alter table agreement_party drop column signature_noted_on, drop column on_behalf_reason;
    `);
  }
}
