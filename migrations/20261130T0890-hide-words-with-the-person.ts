// With a withdrawn referral the partner's words about the person are closed to it as she is; nobody misses a meeting before its hour.
import type { MigrationInterface, QueryRunner } from "typeorm";

const SENDERS = `(actor_is('KIPUS') and sender_account_id = actor_account())`;
const INBOX = `actor_is('PARTNER_REFERRALS') and partner_id = actor_partner()`;

/** What both sides wrote is read by the partner as long as the referral is not withdrawn. */
const reading = (policy: string, table: string, further: string) => `
  alter policy ${policy} on ${table} using (centre_id = actor_centre() and (
    actor_kind() = 'system' or ${SENDERS} or (${INBOX}${further})));`;
const NOT_WITHDRAWN = (table: string) => ` and exists (select from referral r
      where r.centre_id = ${table}.centre_id and r.id = ${table}.referral_id and r.status <> 'WITHDRAWN')`;
const WORDS = [
  ["read_message", "referral_message"],
  ["read_appointment", "appointment"],
] as const;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('guard_appointment'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'guard_appointment reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;
const BEFORE = `if not is_senders and (new.asked_at, new.wished_for, new.answer)`;
const BY_THE_HOUR = `if new.state <> old.state and ((new.state = 'DID_NOT_COME' and new.noted_at < new.at)
                or (new.state = 'CAME' and (new.noted_at at time zone 'Europe/Warsaw')::date
                  < (new.at at time zone 'Europe/Warsaw')::date)) then
            raise exception 'whether somebody came is known from the day on, that nobody did from the hour on' using errcode = '42501';
          end if;
          ${BEFORE}`;

export class HideWordsWithThePerson20261130089000 implements MigrationInterface {
  name = "HideWordsWithThePerson20261130089000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- it was withdrawn since what it rested on was taken back
      alter table referral add column basis_withdrawn boolean not null default false
        check (not basis_withdrawn or status = 'WITHDRAWN');
      ${WORDS.map(([policy, table]) => reading(policy, table, NOT_WITHDRAWN(table))).join("")}
    `);
    await runner.query(rewrite(BEFORE, BY_THE_HOUR));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(BY_THE_HOUR, BEFORE));
    await runner.query(`
      ${WORDS.map(([policy, table]) => reading(policy, table, "")).join("")}
      alter table referral drop column basis_withdrawn;
    `);
  }
}
