// Letters go out one after the other: whose turn it is waits for no other job, takes along what else may go out, and what has gone out has no job any more.
import type { MigrationInterface, QueryRunner } from "typeorm";

const BEFORE = "queue_name => 'letters')";
const FIRST = "queue_name => 'letters', priority => -1)";

const replaced = (before: string, after: string) => `
  do $do$
    declare
      made text := pg_get_functiondef('post_letter()'::regprocedure);
    begin
      if position($before$${before}$before$ in made) = 0 then raise exception 'post_letter reads otherwise'; end if;
      execute replace(made, $before$${before}$before$, $after$${after}$after$);
    end $do$;`;

export class LetLettersThrough20261130103800 implements MigrationInterface {
  name = "LetLettersThrough20261130103800";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(replaced(BEFORE, FIRST));
    await runner.query(`
      -- of the centre, which nobody has in hand, the longest due first
      create function due_letters(moment timestamptz, most integer) returns setof uuid
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if actor_kind() <> 'system' then
            raise exception 'letters go out in the name of the system' using errcode = '42501';
          end if;
          return query select (j.payload->>'letterId')::uuid
            from graphile_worker._private_jobs j
            join graphile_worker._private_tasks t on t.id = j.task_id
            where t.identifier = 'send-letter' and j.is_available and j.run_at <= moment
              and j.payload->>'centreId' = actor_centre()::text
            order by j.priority, j.run_at, j.id limit most;
        end $$;
      revoke execute on function due_letters(timestamptz, integer) from public;
      do $$ begin
        execute format('grant execute on function due_letters(timestamptz, integer) to %I',
          current_setting('splot.application_role'));
      end $$;

      create function end_post() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          -- the one that rings at this moment ends by itself
          delete from graphile_worker._private_jobs j where j.locked_at is null
            and j.key = format('%s:send-letter:%s', new.centre_id, new.id);
          return null;
        end $$;
      revoke execute on function end_post from public;
      create trigger end_post after update of sent_at, dropped_at on letter for each row
        when (coalesce(new.sent_at, new.dropped_at) is not null) execute function end_post();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop trigger end_post on letter; drop function end_post, due_letters`,
    );
    await runner.query(replaced(FIRST, BEFORE));
  }
}
