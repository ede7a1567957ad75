// With a withdrawn referral what was suggested for the person is closed to the partner, as all that was written about her.
import type { MigrationInterface, QueryRunner } from "typeorm";

const reading = (further: string) => `
  alter policy read_service_suggestion on service_suggestion using (centre_id = actor_centre() and (
    actor_kind() = 'system' or (actor_is('KIPUS') and sender_account_id = actor_account())
    or (actor_is('PARTNER_REFERRALS') and partner_id = actor_partner()${further})));`;

export class CloseSuggestions20261130096000 implements MigrationInterface {
  name = "CloseSuggestions20261130096000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      reading(` and exists (select from referral r where r.centre_id = service_suggestion.centre_id
        and r.id = service_suggestion.referral_id and r.status <> 'WITHDRAWN')`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(reading(""));
  }
}
