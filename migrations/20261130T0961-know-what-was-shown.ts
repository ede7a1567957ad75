// What of a person somebody was shown, by the access log: words are compared with nothing else, so that no refusal tells a name past it.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class KnowWhatWasShown20261130096100 implements MigrationInterface {
  name = "KnowWhatWasShown20261130096100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- names of fields, of the actor's own looks
      create function shown_to_actor(of_referral uuid) returns text[]
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          who uuid := actor_account();
          shown text[];
        begin
          perform set_config('splot.kind', 'system', true);
          select coalesce(array_agg(distinct named.field), '{}') into shown
            from access_log l cross join unnest(l.fields) named(field)
            where kind = 'member' and l.centre_id = actor_centre() and l.subject_id = of_referral
              and l.noun = 'Referral' and l.actor_account_id = who and l.outcome = 'DONE'
              and l.change in ('PersonShown', 'NamesShown');
          perform set_config('splot.kind', kind, true);
          return shown;
        end $$;
      revoke execute on function shown_to_actor(uuid) from public;
      do $$ begin
        execute format('grant execute on function shown_to_actor(uuid) to %I',
          current_setting('splot.application_role'));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function shown_to_actor(uuid)`);
  }
}
