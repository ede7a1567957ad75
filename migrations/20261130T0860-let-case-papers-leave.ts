// The papers and the table of a case leave with its coordinator, on record as such; the access log itself stays the officer's alone.
import type { MigrationInterface, QueryRunner } from "typeorm";

const BEFORE = `t->>'noun' is distinct from 'Agreement' and not inspects`;
const AFTER = `t->>'noun' is distinct from 'Agreement' and not inspects
              and not coalesce(t->>'noun' = 'Case' and refers and (t->>'keeper')::uuid = who, false)`;

/** The rest of the function stays as it is, whatever others made of it. */
const replaced = (before: string, after: string) => `
  do $do$
    declare
      made text := pg_get_functiondef('write_access(uuid, timestamptz, text, text, jsonb)'::regprocedure);
    begin
      if position($before$${before}$before$ in made) = 0 then
        raise exception 'write_access does not say who exports';
      end if;
      execute replace(made, $before$${before}$before$, $after$${after}$after$);
    end $do$;`;

export class LetCasePapersLeave20261130086000 implements MigrationInterface {
  name = "LetCasePapersLeave20261130086000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(replaced(BEFORE, AFTER));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replaced(AFTER, BEFORE));
  }
}
