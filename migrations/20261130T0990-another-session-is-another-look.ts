// Who reads on is known by her session as well: a look by another one, even in her name, leaves a line of its own.
import type { MigrationInterface, QueryRunner } from "typeorm";

const SESSION = `nullif(current_setting('splot.session', true), '')::uuid`;

const replaced = (of: string, before: string, after: string) => `
  do $do$
    declare
      made text := pg_get_functiondef('${of}'::regprocedure);
    begin
      if position($before$${before}$before$ in made) = 0 then raise exception '${of} reads otherwise'; end if;
      execute replace(made, $before$${before}$before$, $after$${after}$after$);
    end $do$;`;

const READS_ON = "is_read_on(uuid, timestamptz, uuid, uuid, text[], jsonb)";
const WRITES = "write_access(uuid, timestamptz, text, text, jsonb)";

const CHANGES = [
  [
    READS_ON,
    "and l.roles = acting",
    `and l.roles = acting
                and l.session_id is not distinct from ${SESSION}`,
  ],
  [
    WRITES,
    "line.at := written_at;",
    `line.at := written_at;
        line.session_id := ${SESSION};`,
  ],
] as const;

export class AnotherSessionIsAnotherLook20261130099000 implements MigrationInterface {
  name = "AnotherSessionIsAnotherLook20261130099000";

  async up(runner: QueryRunner): Promise<void> {
    // beside the chain: lines of before have none, and their hashes stay what they are
    await runner.query("alter table access_log add column session_id uuid");
    for (const [of, before, after] of CHANGES)
      await runner.query(replaced(of, before, after));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [of, before, after] of CHANGES)
      await runner.query(replaced(of, after, before));
    await runner.query("alter table access_log drop column session_id");
  }
}
