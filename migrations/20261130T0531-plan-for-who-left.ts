// A coordinator who has left plans nothing any more: what she still owes is planned by the organiser of services.
import type { MigrationInterface, QueryRunner } from "typeorm";

const sent = (further: string) => `exists (select from referral r
    where r.centre_id = referral_continuation.centre_id and r.id = referral_continuation.referral_id and ${further})`;

const HER_OWN = `(actor_is('KIPUS') and ${sent("r.sender_account_id = actor_account()")})`;
const IN_HER_PLACE = `(actor_is('OUS') and ${sent("has_left(r.sender_account_id)")})`;

const planners = (who: string) => `
  alter policy plan_continuation on referral_continuation with check (centre_id = actor_centre() and (${who}));
  alter policy change_continuation on referral_continuation using (centre_id = actor_centre() and (${who}));`;

export class PlanForWhoLeft20261130053100 implements MigrationInterface {
  name = "PlanForWhoLeft20261130053100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- whoever asks reads all assignments of the centre
      create function has_left(coordinator uuid) returns boolean language sql stable as $$
        select not exists (select from assignment g where g.centre_id = actor_centre() and g.account_id = coordinator
          and g.ended_at is null and 'KIPUS' = any(g.roles)) $$;
      ${planners(`${HER_OWN} or ${IN_HER_PLACE}`)}
      create policy write_event_of_plan on event for insert with check (
        centre_id = actor_centre() and topic = 'REFERRAL' and type = 'ContinuationPlanned' and actor_is('OUS')
        and has_left(sender_account_id) and actor_account_id = actor_account() and actor_partner_id = actor_partner());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy write_event_of_plan on event;
      ${planners(HER_OWN)}
      drop function has_left;
    `);
  }
}
