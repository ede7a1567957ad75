// What becomes of a referral that is still open when its agreement ends: one plan for each, by its coordinator (domain 2.5).
import type { MigrationInterface, QueryRunner } from "typeorm";

export class PlanContinuations20261130050100 implements MigrationInterface {
  name = "PlanContinuations20261130050100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table referral_continuation (
        centre_id uuid not null,
        referral_id uuid not null,
        way text not null check (way in ('FINISH_HERE', 'TRANSFER', 'WITHDRAW')),
        -- until when it goes on here
        until date not null,
        planned_at timestamptz not null,
        primary key (centre_id, referral_id),
        foreign key (centre_id, referral_id) references referral (centre_id, id)
      );
      call wall('referral_continuation');
      call grant_application('referral_continuation', 'select, insert, update');
      -- for whoever reads the referral, which has its own wall
      create policy read_continuation on referral_continuation for select using (
        centre_id = actor_centre() and exists (select from referral r
          where r.centre_id = referral_continuation.centre_id and r.id = referral_continuation.referral_id));
      create policy plan_continuation on referral_continuation for insert with check (
        centre_id = actor_centre() and actor_is('KIPUS') and exists (select from referral r
          where r.centre_id = referral_continuation.centre_id and r.id = referral_continuation.referral_id
            and r.sender_account_id = actor_account()));
      create policy change_continuation on referral_continuation for update using (
        centre_id = actor_centre() and actor_is('KIPUS') and exists (select from referral r
          where r.centre_id = referral_continuation.centre_id and r.id = referral_continuation.referral_id
            and r.sender_account_id = actor_account()));

      -- the last day of a referral's agreement for its partner, where no other one carries the service on; null: it goes on
      create function last_day_under(agreement_id uuid, partner uuid, service uuid) returns date language sql stable as $$
        select e.last_day from agreement a
        join agreement_party y on y.centre_id = a.centre_id and y.agreement_id = a.id and y.partner_id = partner
        cross join lateral (select least(a.valid_to, a.ended_on, y.left_on) as last_day) e
        where a.centre_id = actor_centre() and a.id = last_day_under.agreement_id
          and not (a.auto_renew and a.ended_on is null)
          and not exists (select from carrying_agreements(partner, service, e.last_day + 1) other where other <> a.id) $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function last_day_under;
      drop table referral_continuation;
    `);
  }
}
