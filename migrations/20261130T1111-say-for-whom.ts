// A service says whom it is for: groups that may be searched for, words, and ages.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class SayForWhom20261130111100 implements MigrationInterface {
  name = "SayForWhom20261130111100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service
        add column target_groups text[] not null default '{}'
          check (target_groups <@ array['GENERAL', 'FAMILIES', 'CHILDREN_AT_RISK', 'LIMITED_ABILITY', 'SENIORS', 'HOMELESS', 'ADDICTED',
            'MENTAL_DISORDERS', 'LONG_TERM_UNEMPLOYED', 'RELEASED_FROM_PRISON', 'REFUGEES', 'DISABLED']),
        add column eligibility text check (length(eligibility) <= 500),
        add column age_from int check (age_from between 0 and 120),
        add column age_to int check (age_to between 0 and 120),
        add check (age_from <= age_to);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service
        drop column age_to,
        drop column age_from,
        drop column eligibility,
        drop column target_groups;
    `);
  }
}
