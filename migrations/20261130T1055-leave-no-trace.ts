// What was withdrawn before anybody at the partner opened it leaves no trace there, however late that was.
import type { MigrationInterface, QueryRunner } from "typeorm";

const readReferral = (further: string) => `
  alter policy read_referral on referral using (centre_id = actor_centre() and (
    actor_kind() in ('system', 'band')
    or (actor_is('KIPUS') and sender_account_id = actor_account())
    or (status <> 'DRAFT' and actor_is('OUS'))
    or (status <> 'DRAFT'${further} and actor_is('PARTNER_REFERRALS', 'PARTNER_ADMIN')
        and partner_id = actor_partner())));`;

const INSIDE = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP'`;

/** Of what it reads no more a partner is told once that it is gone. */
const STANDS = `
              and (facts->>'status' = 'WITHDRAWN' or exists (select from referral r
                where r.centre_id = event.centre_id and r.id = event.subject_id))`;
const readEvent = (further: string) => `
  alter policy read_event on event using (
    centre_id = actor_centre() and (
      actor_kind() in ('log', 'system')
      or (topic in ('CAPACITY', 'OFFER') and actor_is(${INSIDE}, 'AUTHORITY')
          and sees_offer(facts->>'visibility', facts->>'status', partner_id))
      or (topic = 'REFERRAL' and (
          (actor_is('KIPUS') and sender_account_id = actor_account())
          or (facts->>'status' <> 'DRAFT' and (actor_is('OUS')
            or (actor_is('PARTNER_REFERRALS', 'PARTNER_ADMIN') and partner_id = actor_partner()${further})))))
      or (topic = 'RIGHTS' and actor_is('SYSADMIN', 'IOD'))
      or (topic = 'NETWORK' and actor_kind() = 'member' and actor_is(${INSIDE}, 'AUTHORITY', 'IOD', 'SYSADMIN')
        and (type !~ '^(Order|Delivery|Settlement|Shortfall)' or sees_accounts(partner_id))
        and (type !~ '^Agreement' or actor_is('OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'IOD') or exists (select from agreement a
          where a.centre_id = event.centre_id and a.id = event.subject_id)))));`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('guard_referral_books'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'guard_referral_books reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

const WITHIN = `or new.sent_at is null or new.updated_at > new.sent_at + interval '1 minute') then
            raise exception 'only a withdrawal within the first minute leaves no trace' using errcode = '42501';`;
const UNOPENED = `or old.status <> 'SENT' or old.opened_at is not null) then
            raise exception 'only what nobody has opened is withdrawn without a trace' using errcode = '42501';`;

export class LeaveNoTrace20261130105500 implements MigrationInterface {
  name = "LeaveNoTrace20261130105500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readReferral(" and not vanished"));
    await runner.query(readEvent(STANDS));
    await runner.query(rewrite(WITHIN, UNOPENED));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(UNOPENED, WITHIN));
    await runner.query(readEvent(""));
    await runner.query(readReferral(""));
  }
}
