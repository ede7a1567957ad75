// A request of who has no case bears the number of the office's own file: two of one day are told apart.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class TellRequestsApart20261130099100 implements MigrationInterface {
  name = "TellRequestsApart20261130099100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table resident_request add column file_reference text
        check (length(file_reference) between 1 and 60),
        -- where there is a case its pseudonym tells which, and nothing beside it has to be erased
        add constraint file_without_case check (file_reference is null or case_id is null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "alter table resident_request drop column file_reference",
    );
  }
}
