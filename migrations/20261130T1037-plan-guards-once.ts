// Guards that ask the same of each row are planned once for each connection: behind the walls planning took a hundred times as long as asking.
import type { MigrationInterface, QueryRunner } from "typeorm";

const GUARDS = [
  "hold_against_ledger",
  "hold_against_lines",
  "hold_against_log",
] as const;

const FROM = `and (tg_op = 'INSERT' and e.version <= new.version or e.version = new.version)`;

// of a changed number its own line alone is read, however long its ledger
const TO = `and e.version between case tg_op when 'INSERT' then 0 else new.version end and new.version`;

const ledger = (from: string, to: string) => `
  do $do$
    declare
      made text := pg_get_functiondef('hold_against_ledger()'::regprocedure);
    begin
      if position($from$${from}$from$ in made) = 0 then raise exception 'hold_against_ledger reads otherwise'; end if;
      execute replace(made, $from$${from}$from$, $to$${to}$to$);
    end $do$;`;

export class PlanGuardsOnce20261130103700 implements MigrationInterface {
  name = "PlanGuardsOnce20261130103700";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ledger(FROM, TO));
    for (const guard of GUARDS)
      await runner.query(
        `alter function ${guard}() set plan_cache_mode = 'force_generic_plan'`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const guard of GUARDS)
      await runner.query(`alter function ${guard}() reset plan_cache_mode`);
    await runner.query(ledger(TO, FROM));
  }
}
