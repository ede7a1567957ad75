// Why somebody was let past a queue is written of her as all else is: it goes with masking and erasure, and is counted in their proof.
import type { MigrationInterface, QueryRunner } from "typeorm";

const REASONS = `capacity_event e where e.centre_id = of_centre and e.referral_id = of_referral and e.reason <> '–'`;
const COUNTED = `(select count(*) from ${REASONS}) + `;
const FORGOTTEN = `update ${REASONS.replace("where", "set reason = '–' where")};`;

/** The two functions follow each other through the migrations: what is told and what is forgotten is added to what they do by now. */
const rewritten = (name: string, from: string, to: string) => `
  do $do$ begin
    if position($text$${from}$text$ in pg_get_functiondef('${name}'::regproc)) = 0 then
      raise exception '${name} is not as it was';
    end if;
    execute replace(pg_get_functiondef('${name}'::regproc), $text$${from}$text$, $text$${to}$text$);
  end $do$;`;
const TOLD = "select (coalesce((select num_nonnulls(";
const TOLD_TOO = `select (${COUNTED}coalesce((select num_nonnulls(`;
const FORGET = "update referral r set";
const FORGET_TOO = `${FORGOTTEN} update referral r set`;

export class ForgetWhyFirst20261130108100 implements MigrationInterface {
  name = "ForgetWhyFirst20261130108100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy erase_capacity_event on capacity_event for all to current_user using (actor_kind() = 'erasure');
      ${rewritten("told_of_referral", TOLD, TOLD_TOO)}
      ${rewritten("forget_of_referral", FORGET, FORGET_TOO)}
      -- what was masked before this kept it
      do $$
        declare
          kind text := actor_kind();
        begin
          perform set_config('splot.kind', 'erasure', true);
          update capacity_event e set reason = '–' from referral r
            where r.centre_id = e.centre_id and r.id = e.referral_id and r.masked_at is not null and e.reason is not null;
          perform set_config('splot.kind', kind, true);
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${rewritten("told_of_referral", TOLD_TOO, TOLD)}
      ${rewritten("forget_of_referral", FORGET_TOO, FORGET)}
      drop policy erase_capacity_event on capacity_event;
    `);
  }
}
