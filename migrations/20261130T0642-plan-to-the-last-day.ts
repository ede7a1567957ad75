// Who leaves hands over by plans that reach the day on which it leaves: one that was made for an earlier end is none.
import type { MigrationInterface, QueryRunner } from "typeorm";

const FROM = `where c.centre_id = r.centre_id and c.referral_id = r.id)`;
const TO = `where c.centre_id = r.centre_id and c.referral_id = r.id and c.until >= new.leaving_on)`;

/** The rest of the function stays as the migration before has made it. */
const rewrite = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('guard_leaving'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'guard_leaving reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

export class PlanToTheLastDay20261130064200 implements MigrationInterface {
  name = "PlanToTheLastDay20261130064200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(FROM, TO));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(TO, FROM));
  }
}
