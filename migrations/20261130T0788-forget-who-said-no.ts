// Forget who said no: an agreement that did not come about lets nobody take part in the programme that it was to carry out.
import type { MigrationInterface, QueryRunner } from "typeorm";

const ASKED = `a.status <> 'DRAFT'`;
const SAID_YES = `a.status not in ('DRAFT', 'REJECTED')`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (was: string, becomes: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('takes_part'::regproc);
    begin
      if position($from$${was}$from$ in was) = 0 then raise exception 'takes_part reads otherwise'; end if;
      execute replace(was, $from$${was}$from$, $to$${becomes}$to$);
    end $rewriting$;`;

export class ForgetWhoSaidNo20261130078800 implements MigrationInterface {
  name = "ForgetWhoSaidNo20261130078800";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(ASKED, SAID_YES));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(SAID_YES, ASKED));
  }
}
