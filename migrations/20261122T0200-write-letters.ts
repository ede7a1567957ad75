// Letters: what is to be told by mail, written with what it tells of, and sent by a durable job.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class WriteLetters20261122020000 implements MigrationInterface {
  name = "WriteLetters20261122020000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table letter (
        centre_id uuid not null references centre (id),
        id uuid not null,
        kind text not null,
        -- what it tells of; names and addresses are read when it is sent
        account_id uuid references account (id),
        contact_person_id uuid,
        partner_id uuid,
        subject_id uuid,
        -- a second one of the same key is not written while the first has not been sent
        key text,
        send_at timestamptz not null,
        written_at timestamptz not null,
        sent_at timestamptz,
        dropped_at timestamptz,
        -- the demo without a mail server shows what would have gone out
        shown_to text,
        shown_subject text,
        shown_text text,
        primary key (centre_id, id),
        foreign key (centre_id, contact_person_id) references contact_person (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        check (sent_at is null or dropped_at is null)
      );
      create unique index letter_once on letter (centre_id, key)
        where key is not null and sent_at is null and dropped_at is null;
      create index letter_waiting on letter (send_at) where sent_at is null and dropped_at is null;
      create index letter_shown on letter (centre_id, sent_at desc, id) where shown_text is not null;
      create index letter_account on letter (account_id);
      create index letter_contact on letter (centre_id, contact_person_id);
      create index letter_partner on letter (centre_id, partner_id, kind, sent_at);

      call wall('letter');
      call grant_application('letter', 'select, insert, update');
      -- what the demo shows is everybody's who opens its mailbox
      create policy read_letter on letter for select using (
        centre_id = actor_centre() and (actor_kind() = 'system' or (shown_text is not null
          and exists (select from centre c where c.id = letter.centre_id and c.is_demo))));
      create policy write_letter on letter for insert with check (
        centre_id = actor_centre() and actor_kind() = 'system'
        and sent_at is null and dropped_at is null and shown_text is null);
      create policy send_letter on letter for update using (
        centre_id = actor_centre() and actor_kind() = 'system');

      -- with the letter comes its job, and with another hour the job's
      create function post_letter() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform graphile_worker.add_job('send-letter',
            json_build_object('centreId', new.centre_id, 'letterId', new.id), run_at => new.send_at,
            job_key => format('%s:send-letter:%s', new.centre_id, new.id));
          return null;
        end $$;
      revoke execute on function post_letter from public;
      create trigger post_letter after insert or update of send_at on letter
        for each row when (new.sent_at is null and new.dropped_at is null) execute function post_letter();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table letter; drop function post_letter;`);
  }
}
