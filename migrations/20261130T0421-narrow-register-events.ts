// Events of the register are written by who keeps the organisation's entry, and of a contact person by herself where she speaks for herself.
import type { MigrationInterface, QueryRunner } from "typeorm";

const writers = (who: string) => `
  alter policy write_event_of_register on event with check (
    centre_id = actor_centre() and topic = 'NETWORK' and partner_id = actor_partner() and ${who}
    and type like any (array['Contact%', 'Partner%', 'Resource%'])
    and actor_account_id is not distinct from actor_account() and actor_partner_id = actor_partner())`;

export class NarrowRegisterEvents20261130042100 implements MigrationInterface {
  name = "NarrowRegisterEvents20261130042100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      writers(`(actor_is('PARTNER_ADMIN')
        or (type in ('ContactAbsenceSet', 'ContactWillingConfirmed') and exists (select from contact_person c
          where c.centre_id = event.centre_id and c.id = event.subject_id and is_actor(c.work_email))))`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      writers(
        `actor_is('PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN')`,
      ),
    );
  }
}
