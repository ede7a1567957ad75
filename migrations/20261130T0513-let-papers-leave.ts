// The paper of an agreement leaves as a file: on record as such for each who may read it; the log itself stays the officer's alone.
import type { MigrationInterface, QueryRunner } from "typeorm";

const FOR_OFFICER = `when 'EXPORT' then not inspects`;
const FOR_READERS = `when 'EXPORT' then t->>'noun' is distinct from 'Agreement' and not inspects`;

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

export class LetPapersLeave20261130051300 implements MigrationInterface {
  name = "LetPapersLeave20261130051300";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(replaced(FOR_OFFICER, FOR_READERS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replaced(FOR_READERS, FOR_OFFICER));
  }
}
