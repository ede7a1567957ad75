// Send until leaving: from the day on which an organisation leaves every network nobody is sent or offered a place there (domain 2.1, P16).
import type { MigrationInterface, QueryRunner } from "typeorm";

const OPEN = `m.partner_id = p.id and m.left_on is null and m.role in ('HUB', 'MEMBER')`;

const from = `exists (select from network_membership m
                where m.centre_id = p.centre_id and ${OPEN})`;
const to = `exists (select from network_membership m
                where m.centre_id = p.centre_id and ${OPEN} and coalesce(m.leaving_on > day, true))`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (was: string, becomes: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('guard_referral_grounds'::regproc);
    begin
      if position($from$${was}$from$ in was) = 0 then raise exception 'guard_referral_grounds reads otherwise'; end if;
      execute replace(was, $from$${was}$from$, $to$${becomes}$to$);
    end $rewriting$;`;

export class SendUntilLeaving20261130070100 implements MigrationInterface {
  name = "SendUntilLeaving20261130070100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(from, to));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(to, from));
  }
}
