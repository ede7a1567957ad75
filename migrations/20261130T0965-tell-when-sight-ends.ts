// Whether a partner may look at the person of an open referral is said in one place, so that open screens are told whenever it changes.
import type { MigrationInterface, QueryRunner } from "typeorm";

const APART = `is_covered(p.case_id, r.partner_id, r.service_id, r.disclosure_level, r.priority, p.fields, moment)
          and may_be_told(r.partner_id, r.service_id, r.disclosure_level, p.fields, (moment at time zone 'Europe/Warsaw')::date)`;
const TOGETHER = `may_be_seen(p.case_id, r.partner_id, r.service_id, r.disclosure_level, r.priority, p.fields, moment)`;

/** The rest of the function stays as the migrations before have made it. */
const sights = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('sights'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'sights reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

export class TellWhenSightEnds20261130096500 implements MigrationInterface {
  name = "TellWhenSightEnds20261130096500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function may_be_seen(of_case uuid, of_partner uuid, of_service uuid, of_level text, of_priority text,
          of_fields text[], moment timestamptz) returns boolean language sql stable as $$
        select is_covered(of_case, of_partner, of_service, of_level, of_priority, of_fields, moment)
          and may_be_told(of_partner, of_service, of_level, of_fields, (moment at time zone 'Europe/Warsaw')::date) $$;
      ${sights(APART, TOGETHER)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${sights(TOGETHER, APART)}
      drop function may_be_seen;
    `);
  }
}
