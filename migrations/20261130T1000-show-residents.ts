// Show residents: what a centre says on its public page; whoever reads it, or open data, is told of places what a visitor is told.
import type { MigrationInterface, QueryRunner } from "typeorm";

const VISITOR = "kind = 'visitor'";
const ANYBODY = "kind in ('visitor', 'publication')";

/** Places that an agreement keeps for the network are nobody's who comes by herself. */
const telling = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('capacity_bands(timestamptz, uuid[])'::regprocedure);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'capacity_bands reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

export class ShowResidents20261130100000 implements MigrationInterface {
  name = "ShowResidents20261130100000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table centre add column public_page jsonb check (jsonb_typeof(public_page) = 'object');
      ${telling(VISITOR, ANYBODY)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${telling(ANYBODY, VISITOR)}
      alter table centre drop column public_page;
    `);
  }
}
