// Who gives back an accepted place as a no-show has noted one first, and the coordinator has answered it.
import type { MigrationInterface, QueryRunner } from "typeorm";

const AWAITS = `(a.state = 'DID_NOT_COME' and a.answer is null)`;
const IS_HERS = `select coalesce((select a.state = 'DID_NOT_COME' and a.answer is null from appointment a
              where a.centre_id = new.centre_id and a.referral_id = new.id order by a.number desc limit 1), false)`;
const ALSO_UNASKED = `select coalesce((select ${AWAITS} or (new.discontinue_reason = 'NO_SHOW' and a.state <> 'DID_NOT_COME')
              from appointment a where a.centre_id = new.centre_id and a.referral_id = new.id
              order by a.number desc limit 1), new.discontinue_reason = 'NO_SHOW', false)`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('guard_awaited_place'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'guard_awaited_place reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

export class AskBeforeNoShow20261130097000 implements MigrationInterface {
  name = "AskBeforeNoShow20261130097000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(IS_HERS, ALSO_UNASKED));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(ALSO_UNASKED, IS_HERS));
  }
}
