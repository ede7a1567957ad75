// A running service pauses, by whom of both sides ever: why, until when as far as anybody knows; its place stays taken.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class SuspendReferrals20261130083200 implements MigrationInterface {
  name = "SuspendReferrals20261130083200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral
        add column suspended_at timestamptz,
        add column suspend_reason text check (suspend_reason in
          ('RESIDENT_AWAY', 'RESIDENT_ASKED', 'PROVIDER_BREAK', 'DOCUMENT_AWAITED', 'OTHER')),
        add column suspend_note text check (length(suspend_note) between 1 and 200),
        add column resumes_on date;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral drop column suspended_at, drop column suspend_reason,
        drop column suspend_note, drop column resumes_on;
    `);
  }
}
