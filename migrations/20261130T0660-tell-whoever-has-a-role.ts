// What the log tells of agreements, resources, organisations and networks is read by whoever has a role, not by who has lost or not yet got one.
import type { MigrationInterface, QueryRunner } from "typeorm";

const INSIDE = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP'`;

const readEvent = (ofNetwork: string) => `
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
      or (topic = 'NETWORK' and actor_kind() = 'member'${ofNetwork}
        and (type !~ '^(Order|Delivery|Settlement|Shortfall)' or sees_accounts(partner_id))
        and (type !~ '^Agreement' or actor_is('OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'IOD') or exists (select from agreement a
          where a.centre_id = event.centre_id and a.id = event.subject_id)))));`;

export class TellWhoeverHasARole20261130066000 implements MigrationInterface {
  name = "TellWhoeverHasARole20261130066000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      readEvent(` and actor_is(${INSIDE}, 'AUTHORITY', 'IOD', 'SYSADMIN')`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(readEvent(""));
  }
}
