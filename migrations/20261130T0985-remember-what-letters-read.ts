// A letter knows when it was worded and how far in the log it has read: what commits while it is on its way is told by the next one.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class RememberWhatLettersRead20261130098500 implements MigrationInterface {
  name = "RememberWhatLettersRead20261130098500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table letter add column taken_at timestamptz, add column read_to bigint;
      -- of those before nothing better is known than when they went out
      update letter l set taken_at = sent_at,
        read_to = (select max(e.position) from event e where e.centre_id = l.centre_id and e.at <= l.sent_at)
      where sent_at is not null and kind in ('answer-overdue', 'answers-digest', 'referral-reminder')
        and (select max(o.sent_at) from letter o where o.centre_id = l.centre_id and o.kind = l.kind
          and o.account_id is not distinct from l.account_id and o.contact_person_id is not distinct from l.contact_person_id
          and o.partner_id is not distinct from l.partner_id and o.subject_id is not distinct from l.subject_id) = l.sent_at;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table letter drop column taken_at, drop column read_to`,
    );
  }
}
