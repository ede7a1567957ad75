// A service says what makes it easier to come: what makes it accessible, care meanwhile, the way there.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class SayWhatEases20261130109000 implements MigrationInterface {
  name = "SayWhatEases20261130109000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service
        add column accessibility text[] not null default '{}'
          check (accessibility <@ array['WHEELCHAIR', 'SIGN_LANGUAGE', 'EASY_TO_READ', 'INDUCTION_LOOP', 'ACCESSIBLE_TOILET']),
        add column care_during_activity boolean not null default false,
        add column transport_provided boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service
        drop column transport_provided,
        drop column care_during_activity,
        drop column accessibility;
    `);
  }
}
