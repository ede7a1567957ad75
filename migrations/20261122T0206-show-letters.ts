// The demo's mailbox is everybody's who opens it: nobody is signed in yet who reads her invitation there.
import type { MigrationInterface, QueryRunner } from "typeorm";

const read = (doors: string) => `
  alter policy read_letter on letter using (
    (centre_id = actor_centre() and actor_kind() = 'system')
    or (${doors} and shown_text is not null
        and exists (select from centre c where c.id = letter.centre_id and c.is_demo)))`;

export class ShowLetters20261122020600 implements MigrationInterface {
  name = "ShowLetters20261122020600";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(read("actor_kind() = 'authentication'"));
    await runner.query(
      `create index letter_newest on letter (sent_at desc, id desc) where shown_text is not null`,
    );
    await runner.query(`drop index letter_shown`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index letter_shown on letter (centre_id, sent_at desc, id) where shown_text is not null`,
    );
    await runner.query(`drop index letter_newest`);
    await runner.query(read("centre_id = actor_centre()"));
  }
}
