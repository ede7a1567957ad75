// A place that somebody's finger freed is offered by itself half a minute later, so that "Cofnij" comes in time; any other at once.
import type { MigrationInterface, QueryRunner } from "typeorm";

const AT_ONCE = `json_build_object('centreId', new.centre_id, 'serviceId', new.service_id), job_key => its_key);`;
const AFTER_A_WHILE = `json_build_object('centreId', new.centre_id, 'serviceId', new.service_id), job_key => its_key,
            run_at => case when new.total > old.total or new.walk_ins < old.walk_ins
              then now() + interval '30 seconds' else now() end);`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('offer_freed_place'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'offer_freed_place reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

export class LeaveTimeToUndo20261130099700 implements MigrationInterface {
  name = "LeaveTimeToUndo20261130099700";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(AT_ONCE, AFTER_A_WHILE));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(AFTER_A_WHILE, AT_ONCE));
  }
}
