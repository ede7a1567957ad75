// What those who use services are heard on: remarks on needs, and minutes of meetings, which are kept as they were approved (R1, O21).
import type { MigrationInterface, QueryRunner } from "typeorm";

const INSIDE = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP'`;
const HEARD = `'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'RESIDENT_REP'`;

export class HearResidents20261130060300 implements MigrationInterface {
  name = "HearResidents20261130060300";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table need_comment (
        centre_id uuid not null,
        id uuid not null,
        need_id uuid not null,
        partner_id uuid not null,
        of_residents boolean not null,
        text text not null,
        at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, need_id) references need (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create index need_comment_need on need_comment (centre_id, need_id, at);
      create index need_comment_partner on need_comment (centre_id, partner_id);
      call wall('need_comment');
      call grant_application('need_comment', 'select, insert');
      create policy read_need_comment on need_comment for select using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is(${INSIDE})));
      create policy comment_need on need_comment for insert with check (centre_id = actor_centre() and (
        actor_kind() = 'system' or (actor_is(${HEARD}) and partner_id = actor_partner()
          and of_residents = actor_is('RESIDENT_REP'))));
      create policy write_need_comment_event on event for insert with check (
        centre_id = actor_centre() and topic = 'NETWORK' and type = 'NeedCommented' and actor_is(${HEARD})
        and partner_id = actor_partner() and actor_partner_id = actor_partner() and actor_account_id = actor_account());

      alter table meeting
        add column minutes text,
        add column minutes_approved_at timestamptz,
        add check (minutes is null or status = 'HELD'),
        add check (minutes_approved_at is null or minutes is not null);
    `);
    await runner.query(`
      create function guard_minutes() returns trigger language plpgsql as $$
        begin
          raise exception 'approved minutes stay as they are' using errcode = '42501';
        end $$;
      create trigger guard_minutes before update on meeting
        for each row when (old.minutes_approved_at is not null
          and (new.minutes, new.minutes_approved_at, new.status)
            is distinct from (old.minutes, old.minutes_approved_at, old.status))
        execute function guard_minutes();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_minutes on meeting;
      drop function guard_minutes;
      alter table meeting drop column minutes_approved_at, drop column minutes;
      drop policy write_need_comment_event on event;
      drop table need_comment;
    `);
  }
}
