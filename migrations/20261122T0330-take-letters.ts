// A letter is taken before it is sent, and a link knows the letter that it went out with; letters queue apart from timers.
import type { MigrationInterface, QueryRunner } from "typeorm";

const post = (queue: string) => `
  create or replace function post_letter() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform graphile_worker.add_job('send-letter',
        json_build_object('centreId', new.centre_id, 'letterId', new.id), run_at => new.send_at,
        job_key => format('%s:send-letter:%s', new.centre_id, new.id)${queue});
      return null;
    end $$;`;

export class TakeLetters20261122033000 implements MigrationInterface {
  name = "TakeLetters20261122033000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- a mail server that does not answer holds no hold of a place up
      ${post(", queue_name => 'letters'")}
      alter table action_link add column letter_id uuid;
      create index action_link_letter on action_link (centre_id, letter_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table action_link drop column letter_id;
      ${post("")}
    `);
  }
}
