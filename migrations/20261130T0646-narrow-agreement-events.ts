// What the log tells of an agreement is read by who reads the agreement: talks are for their parties and the hub.
import type { MigrationInterface, QueryRunner } from "typeorm";

const INSIDE = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP'`;

const readEvent = (ofAgreements: string) => `
  alter policy read_event on event using (
    centre_id = actor_centre() and (
      actor_kind() in ('log', 'system')
      or (topic in ('CAPACITY', 'OFFER') and actor_is(${INSIDE}, 'AUTHORITY')
          and sees_offer(facts->>'visibility', facts->>'status', partner_id))
      or (topic = 'REFERRAL' and (
          (actor_is('KIPUS') and sender_account_id = actor_account())
          or (facts->>'status' <> 'DRAFT' and (actor_is('OUS')
            or (actor_is('PARTNER_REFERRALS', 'PARTNER_ADMIN') and partner_id = actor_partner())))))
      or (topic = 'RIGHTS' and actor_is('SYSADMIN', 'IOD'))
      or (topic = 'NETWORK' and actor_kind() = 'member'
        and (type !~ '^(Order|Delivery|Settlement|Shortfall)' or sees_accounts(partner_id))${ofAgreements})));`;

export class NarrowAgreementEvents20261130064600 implements MigrationInterface {
  name = "NarrowAgreementEvents20261130064600";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      readEvent(`
        and (type !~ '^Agreement' or actor_is('OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'IOD') or exists (select from agreement a
          where a.centre_id = event.centre_id and a.id = event.subject_id))`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(readEvent(""));
  }
}
