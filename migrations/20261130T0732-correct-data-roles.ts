// Correct data roles: why the organiser corrected the part of an organisation in the protection of data stays beside it (domain 4.2).
import type { MigrationInterface, QueryRunner } from "typeorm";

export class CorrectDataRoles20261130073200 implements MigrationInterface {
  name = "CorrectDataRoles20261130073200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table partner add column data_role_reason text check (length(data_role_reason) between 3 and 300)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table partner drop column data_role_reason`);
  }
}
