// A breach that was not reported, or not told, may be after all: what was done stays done (GDPR art. 33 (4)).
import type { MigrationInterface, QueryRunner } from "typeorm";

const ONCE = `old.decided_at is not null or new.decided_at is null`;
const FURTHER = `(old.decided_at is not null and (
                (old.reported and (new.reported, new.reported_at, new.report_number, new.report_reason)
                  is distinct from (old.reported, old.reported_at, old.report_number, old.report_reason))
                or (old.told and not new.told)
                or (new.reported, new.told) is not distinct from (old.reported, old.told)))
              or new.decided_at is null`;

const rewritten = (from: string, to: string) => `
  do $do$ begin
    if position($text$${from}$text$ in pg_get_functiondef('guard_breach'::regproc)) = 0 then
      raise exception 'guard_breach is not as it was';
    end if;
    execute replace(pg_get_functiondef('guard_breach'::regproc), $text$${from}$text$, $text$${to}$text$);
  end $do$;`;

export class ReportAfterAll20261130108200 implements MigrationInterface {
  name = "ReportAfterAll20261130108200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rewritten(ONCE, FURTHER));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewritten(FURTHER, ONCE));
  }
}
