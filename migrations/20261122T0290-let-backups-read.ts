// A backup reads every walled table by a door that the owner alone has; what is walled from here on gets it with its wall.
import type { MigrationInterface, QueryRunner } from "typeorm";

const wall = (more: string) => `
  create or replace procedure wall(target regclass) language plpgsql as $$
    begin
      execute format('alter table %s enable row level security', target);
      execute format('alter table %s force row level security', target);${more}
    end $$;`;

export class LetBackupsRead20261122029000 implements MigrationInterface {
  name = "LetBackupsRead20261122029000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create procedure let_backup_read(target regclass) language plpgsql as $$
        begin
          execute format('create policy back_up on %s for select to %I using (actor_kind() = ''backup'')',
            target, current_user);
        end $$;
      do $$ declare walled regclass;
        begin
          for walled in select oid from pg_class
            where relnamespace = 'public'::regnamespace and relforcerowsecurity order by relname
          loop call let_backup_read(walled); end loop;
        end $$;
    `);
    await runner.query(wall("\n      call let_backup_read(target);"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(wall(""));
    await runner.query(`
      do $$ declare walled regclass;
        begin
          for walled in select polrelid from pg_policy where polname = 'back_up'
          loop execute format('drop policy back_up on %s', walled); end loop;
        end $$;
      drop procedure let_backup_read;
    `);
  }
}
