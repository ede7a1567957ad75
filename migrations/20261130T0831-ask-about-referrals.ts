// A partner asks before it answers, the coordinator answers, and the clock stands still meanwhile.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class AskAboutReferrals20261130083100 implements MigrationInterface {
  name = "AskAboutReferrals20261130083100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral
        -- of the question that waits: since when, and when the answer was due before
        add column asked_at timestamptz,
        add column due_when_asked timestamptz;
      -- what both sides wrote; only ever added to, and read by nobody but them
      create table referral_message (
        centre_id uuid not null,
        referral_id uuid not null,
        -- the first is 1
        number integer not null check (number between 1 and 40),
        partner_id uuid not null,
        sender_account_id uuid not null references account (id),
        from_partner boolean not null,
        account_id uuid not null references account (id),
        topics text[] not null check (cardinality(topics) <= 7),
        text text check (length(text) between 1 and 300),
        at timestamptz not null,
        primary key (centre_id, referral_id, number),
        foreign key (centre_id, referral_id) references referral (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        check (cardinality(topics) > 0 or text is not null),
        check (from_partner or text is not null)
      );
      create index referral_message_partner on referral_message (centre_id, partner_id);
      create index referral_message_sender on referral_message (sender_account_id);
      create index referral_message_account on referral_message (account_id);
      call wall('referral_message');
      call grant_application('referral_message', 'select, insert');
      create policy read_message on referral_message for select using (centre_id = actor_centre() and (
        actor_kind() = 'system'
        or (actor_is('KIPUS') and sender_account_id = actor_account())
        or (actor_is('PARTNER_REFERRALS') and partner_id = actor_partner())));
      create policy write_message on referral_message for insert with check (centre_id = actor_centre()
        and (actor_kind() = 'system' or account_id = actor_account()
          and ((not from_partner and actor_is('KIPUS') and sender_account_id = actor_account())
          or (from_partner and actor_is('PARTNER_REFERRALS') and partner_id = actor_partner())))
        and exists (select from referral r where r.centre_id = referral_message.centre_id
          and r.id = referral_message.referral_id and r.partner_id = referral_message.partner_id
          and r.sender_account_id = referral_message.sender_account_id));

      -- where a finished referral is masked, what was written about it goes with it
      create policy forget_message on referral_message for all to current_user using (actor_kind() = 'erasure');
      create function forget_messages() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if to_jsonb(new)->>'masked_at' is not null then
            delete from referral_message m where m.centre_id = new.centre_id and m.referral_id = new.id;
          end if;
          return null;
        end $$;
      revoke execute on function forget_messages from public;
      create trigger forget_messages after update on referral for each row
        when (new.status in ('COMPLETED', 'DISCONTINUED', 'DECLINED', 'EXPIRED', 'WITHDRAWN'))
        execute function forget_messages();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger forget_messages on referral;
      drop function forget_messages;
      drop table referral_message;
      alter table referral drop column asked_at, drop column due_when_asked;
    `);
  }
}
