// Who reads on what she is reading leaves one line for it, not one for each time her screen asks anew.
import type { MigrationInterface, QueryRunner } from "typeorm";

const BEFORE = `      perform set_config('splot.kind', 'chain', true);
      insert into access_log_head`;
const AFTER = `      select jsonb_agg(t.touch order by t.nth) into told
        from jsonb_array_elements(told) with ordinality t(touch, nth)
        where not is_read_on(of_centre, written_at, who, organisation, coalesce(acting, '{}'), t.touch);
      if told is null then
        perform set_config('splot.kind', kind, true);
        perform set_config('splot.centre', spoken_for, true);
        return;
      end if;

${BEFORE}`;

/** The rest of the function stays as it is, whatever others made of it. */
const replaced = (before: string, after: string) => `
  do $do$
    declare
      made text := pg_get_functiondef('write_access(uuid, timestamptz, text, text, jsonb)'::regprocedure);
    begin
      if position($before$${before}$before$ in made) = 0 then
        raise exception 'write_access does not lock the end of the chain';
      end if;
      execute replace(made, $before$${before}$before$, $after$${after}$after$);
    end $do$;`;

export class TellReadingOnce20261130088000 implements MigrationInterface {
  name = "TellReadingOnce20261130088000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- a read without a purpose of its own: for ten minutes from its line the same person reads on, in the same roles,
      -- at the same place; until somebody writes one of these fields anew
      create function is_read_on(of_centre uuid, moment timestamptz, who uuid, organisation uuid, acting text[],
          touch jsonb) returns boolean language sql stable as $$
        select who is not null and touch->>'action' in ('VIEW', 'DELIVER') and touch->>'change' is null
          and touch->>'outcome' is null and touch->>'subjectId' is not null
          and not exists (select from jsonb_array_elements_text(touch->'fields') named(field)
            where not exists (select from access_log l
              where l.centre_id = of_centre and l.subject_id = (touch->>'subjectId')::uuid
                and l.noun = touch->>'noun' and l.actor_account_id = who
                and l.partner_id is not distinct from organisation and l.roles = acting
                and l.action in ('VIEW', 'DELIVER') and l.change is null and l.outcome = 'DONE'
                and l.at > moment - interval '10 minutes' and l.at <= moment and named.field = any(l.fields)
                and not exists (select from access_log w
                  where w.centre_id = of_centre and w.subject_id = l.subject_id and w.noun = l.noun
                    and w.position > l.position and w.action not in ('VIEW', 'DELIVER')
                    and named.field = any(w.fields)))) $$;
    `);
    await runner.query(replaced(BEFORE, AFTER));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replaced(AFTER, BEFORE));
    await runner.query(
      `drop function is_read_on(uuid, timestamptz, uuid, uuid, text[], jsonb)`,
    );
  }
}
