// A standard that was approved for later: its edition before knows on which day it makes way, and stays in force until then.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Both editions as they are recorded; rows of all centres are the owner's to mend. */
const mend = (statement: string) => `
  alter table quality_standard no force row level security;
  alter table quality_standard disable trigger user;
  ${statement};
  alter table quality_standard enable trigger user;
  alter table quality_standard force row level security;`;

export class LetStandardsWait20261130062000 implements MigrationInterface {
  name = "LetStandardsWait20261130062000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ declare known text; begin
        select conname into strict known from pg_constraint
          where conrelid = 'quality_standard'::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ 'retired_on';
        execute format('alter table quality_standard drop constraint %I', known);
      end $$;
      alter table quality_standard add constraint quality_standard_retired check (
        case status when 'RETIRED' then retired_on is not null when 'APPROVED' then true else retired_on is null end);
      ${mend(`update quality_standard p set status = 'APPROVED' from quality_standard n
        where n.centre_id = p.centre_id and n.previous_id = p.id and n.status = 'APPROVED' and p.status = 'RETIRED'
          and p.retired_on = n.in_force_from and p.retired_on > current_date`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${mend(`update quality_standard set retired_on = null where status = 'APPROVED'`)}
      alter table quality_standard drop constraint quality_standard_retired,
        add check ((status = 'RETIRED') = (retired_on is not null));
    `);
  }
}
