// The log of a centre: dense positions in commit order, ids and facts only; and the keys of retried creations.
import type { MigrationInterface, QueryRunner } from "typeorm";

const INSIDE = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP'`;

export class CreateEventLog20261121230200 implements MigrationInterface {
  name = "CreateEventLog20261121230200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table centre_log (
        centre_id uuid primary key references centre (id),
        position bigint not null default 0,
        -- changes only when a backup is restored, so that cursors of the lost future are told apart
        epoch uuid not null
      );
      create table event (
        centre_id uuid not null references centre (id),
        position bigint not null check (position > 0),
        type text not null,
        topic text not null check (topic in ('CAPACITY', 'REFERRAL', 'OFFER', 'RIGHTS', 'NETWORK')),
        subject_id uuid not null,
        partner_id uuid,
        sender_account_id uuid,
        actor_account_id uuid,
        actor_partner_id uuid,
        at timestamptz not null,
        facts jsonb not null,
        primary key (centre_id, position)
      );
      create index event_subject on event (centre_id, subject_id, position);

      create table request_key (
        centre_id uuid not null references centre (id),
        partner_id uuid not null,
        operation text not null,
        key text not null,
        input_hash bytea not null,
        noun_id uuid,
        taken_at timestamptz not null,
        primary key (centre_id, partner_id, operation, key)
      );
      create index request_key_age on request_key (taken_at);

      call wall('centre_log'); call wall('event'); call wall('request_key');
      call grant_application('centre_log', 'select, insert, update');
      call grant_application('event', 'select, insert');
      call grant_application('request_key', 'select, insert, update, delete');

      create policy read_head on centre_log for select using (centre_id = actor_centre());
      create policy move_head on centre_log for update using (
        centre_id = actor_centre() and actor_kind() in ('member', 'system'));
      create policy make_head on centre_log for insert with check (
        centre_id = actor_centre() and actor_kind() in ('setup', 'system'));

      -- who sees a service by its visibility: the service itself, and what the log tells of it
      create function sees_offer(visibility text, status text, partner uuid) returns boolean
        language sql stable parallel safe as $$
          select (status in ('ACTIVE', 'PAUSED') and case visibility
              when 'PUBLIC' then true
              when 'NETWORK' then actor_is(${INSIDE})
              when 'HUB_ONLY' then actor_is('OUS', 'KIPUS', 'OSL', 'DIRECTOR')
              else false end)
            or actor_is('OUS')
            or (partner = actor_partner()
                and actor_is('PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN')) $$;

      create policy read_event on event for select using (
        centre_id = actor_centre() and (
          actor_kind() in ('log', 'system')
          or (topic in ('CAPACITY', 'OFFER') and actor_is(${INSIDE}, 'AUTHORITY')
              and sees_offer(facts->>'visibility', facts->>'status', partner_id))
          or (topic = 'REFERRAL' and (
              (actor_is('KIPUS') and sender_account_id = actor_account())
              or (facts->>'status' <> 'DRAFT' and (actor_is('OUS')
                or (actor_is('PARTNER_REFERRALS', 'PARTNER_ADMIN') and partner_id = actor_partner())))))
          or (topic = 'RIGHTS' and actor_is('SYSADMIN', 'IOD'))
          or (topic = 'NETWORK' and actor_kind() = 'member')));
      create policy write_event on event for insert with check (
        centre_id = actor_centre() and (
          actor_kind() = 'system'
          or (actor_kind() = 'member' and actor_account_id = actor_account()
              and actor_partner_id = actor_partner())));

      create policy own_keys on request_key for all
        using (centre_id = actor_centre() and partner_id = actor_partner())
        with check (centre_id = actor_centre() and partner_id = actor_partner());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table request_key, event, centre_log;
      drop function sees_offer;
    `);
  }
}
