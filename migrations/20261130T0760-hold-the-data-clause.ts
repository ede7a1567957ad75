// Hold the data clause: an agreement under which no personal data travel does not let sensitive ones travel (domain 2.5, 4.2).
import type { MigrationInterface, QueryRunner } from "typeorm";

export class HoldTheDataClause20261130076000 implements MigrationInterface {
  name = "HoldTheDataClause20261130076000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- no check of the table: what was signed before stays as it was signed, and can still be ended
      create function guard_data_clause() returns trigger language plpgsql as $$
        begin
          if tg_op = 'INSERT' or (old.data_role, old.allows_sensitive) is distinct from (new.data_role, new.allows_sensitive) then
            raise exception 'where no personal data travel, no sensitive ones do' using errcode = '23514';
          end if;
          return new;
        end $$;
      create trigger guard_data_clause before insert or update of data_role, allows_sensitive on agreement
        for each row when (new.allows_sensitive and new.data_role = 'NO_PERSONAL_DATA') execute function guard_data_clause();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_data_clause on agreement;
      drop function guard_data_clause;
    `);
  }
}
