// What a row makes of itself is no change of it: a trigger that comes before sees it empty.
import type { MigrationInterface, QueryRunner } from "typeorm";

const BEFORE = "'updated_at', 'search', 'words']";
const NOW = "'updated_at', 'search', 'words', 'times_of_day']";

const rewritten = (from: string, to: string) => `
  do $do$ begin
    if position($text$${from}$text$ in pg_get_functiondef('guard_service_programme'::regproc)) = 0 then
      raise exception 'guard_service_programme is not as it was';
    end if;
    execute replace(pg_get_functiondef('guard_service_programme'::regproc), $text$${from}$text$, $text$${to}$text$);
  end $do$;`;

export class LeaveOutWhatFollows20261130109200 implements MigrationInterface {
  name = "LeaveOutWhatFollows20261130109200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rewritten(BEFORE, NOW));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewritten(NOW, BEFORE));
  }
}
