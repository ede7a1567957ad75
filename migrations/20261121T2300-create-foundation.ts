// The actor's settings that every policy asks, and the extensions that the schema leans on.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateFoundation20261121230000 implements MigrationInterface {
  name = "CreateFoundation20261121230000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;

      -- unaccent is only STABLE, an index needs IMMUTABLE
      create function folded(text) returns text
        language sql immutable parallel safe strict
        as $$ select lower(public.unaccent('public.unaccent', $1)) $$;

      create function actor_kind() returns text
        language sql stable parallel safe
        as $$ select coalesce(nullif(current_setting('splot.kind', true), ''), 'nobody') $$;
      create function actor_centre() returns uuid
        language sql stable parallel safe
        as $$ select nullif(current_setting('splot.centre', true), '')::uuid $$;
      create function actor_partner() returns uuid
        language sql stable parallel safe
        as $$ select nullif(current_setting('splot.partner', true), '')::uuid $$;
      create function actor_account() returns uuid
        language sql stable parallel safe
        as $$ select nullif(current_setting('splot.account', true), '')::uuid $$;
      create function actor_is(variadic roles text[]) returns boolean
        language sql stable parallel safe
        as $$ select actor_kind() = 'member'
              and string_to_array(coalesce(current_setting('splot.roles', true), ''), ',') && roles $$;

      -- puts a table behind the second wall: forced for its owner too, and open only to what policies allow
      create procedure wall(target regclass) language plpgsql as $$
        begin
          execute format('alter table %s enable row level security', target);
          execute format('alter table %s force row level security', target);
        end $$;
      create procedure grant_application(target regclass, privileges text) language plpgsql as $$
        begin
          execute format('grant %s on %s to %I', privileges, target,
            current_setting('splot.application_role'));
        end $$;
    `);
    await runner.query(
      `do $$ begin execute format('grant usage on schema public to %I', current_setting('splot.application_role')); end $$`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop procedure grant_application;
      drop procedure wall;
      drop function actor_is, actor_account, actor_partner, actor_centre, actor_kind, folded;
    `);
  }
}
