// Every table behind the wall is closed to holders of links and open to backups, those that are still to come as well.
import type { MigrationInterface, QueryRunner } from "typeorm";

const wall = (more: string) => `
  create or replace procedure wall(target regclass) language plpgsql as $$
    begin
      execute format('alter table %s enable row level security', target);
      execute format('alter table %s force row level security', target);
      call let_backup_read(target);${more}
    end $$;`;

export class CloseEveryWall20261122030000 implements MigrationInterface {
  name = "CloseEveryWall20261122030000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${wall(`
      execute format('create policy narrow_link on %s as restrictive using (actor_link() is null)', target);`)}
      do $$
        declare target regclass;
        begin
          for target in select oid::regclass from pg_class c
              where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity
                and not exists (select from pg_policy where polrelid = c.oid and polname = 'narrow_link') loop
            execute format('create policy narrow_link on %s as restrictive using (actor_link() is null)', target);
          end loop;
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(wall(""));
  }
}
