// Standards of quality with their consultation, the services that they hold for, and how each was found to hold.
import type { MigrationInterface, QueryRunner } from "typeorm";

const INSIDE = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP'`;
const PARTNER_ROLES = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;
/** Who has a say while a standard is consulted. */
const CONSULTED = `'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'RESIDENT_REP'`;

export class CreateStandards20261130044200 implements MigrationInterface {
  name = "CreateStandards20261130044200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table quality_standard (
        centre_id uuid not null references centre (id),
        id uuid not null,
        name text not null,
        areas text[] not null,
        -- [{ text, measure, minimum, maximum }]
        criteria jsonb not null,
        status text not null check (status in ('DRAFT', 'CONSULTED', 'APPROVED', 'RETIRED')),
        consulted_from date,
        consulted_to date,
        approved_on date,
        approved_by_name text,
        in_force_from date,
        retired_on date,
        edition integer not null default 1,
        previous_id uuid,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, previous_id) references quality_standard (centre_id, id),
        check (consulted_from <= consulted_to),
        check (status = 'DRAFT' or consulted_to is not null),
        check (status not in ('APPROVED', 'RETIRED') or (approved_on is not null and in_force_from is not null)),
        check ((status = 'RETIRED') = (retired_on is not null))
      );
      create unique index quality_standard_edition on quality_standard (centre_id, previous_id);
      create table standard_comment (
        centre_id uuid not null,
        id uuid not null,
        standard_id uuid not null,
        partner_id uuid not null,
        of_residents boolean not null,
        text text not null,
        at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, standard_id) references quality_standard (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create index standard_comment_standard on standard_comment (centre_id, standard_id, at);
      create index standard_comment_partner on standard_comment (centre_id, partner_id);
      create table service_standard (
        centre_id uuid not null,
        service_id uuid not null,
        standard_id uuid not null,
        primary key (centre_id, service_id),
        foreign key (centre_id, service_id) references service (centre_id, id),
        foreign key (centre_id, standard_id) references quality_standard (centre_id, id)
      );
      create index service_standard_standard on service_standard (centre_id, standard_id);
      create table standard_check (
        centre_id uuid not null,
        id uuid not null,
        standard_id uuid not null,
        service_id uuid not null,
        partner_id uuid not null,
        checked_on date not null,
        -- of each criterion, in its order: MET, PARTLY, NOT_MET
        results text[] not null,
        evidence text not null,
        action text,
        action_owner text check (action_owner in ('PARTNER', 'CENTRE')),
        action_due_on date,
        action_done_on date,
        by_name text,
        version integer not null default 1,
        created_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, standard_id) references quality_standard (centre_id, id),
        foreign key (centre_id, service_id) references service (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        check ((action is null) = (action_owner is null) and (action is null) = (action_due_on is null)),
        check (action is not null or action_done_on is null)
      );
      create index standard_check_standard on standard_check (centre_id, standard_id, checked_on desc);
      create index standard_check_service on standard_check (centre_id, service_id, checked_on desc);
      create index standard_check_partner on standard_check (centre_id, partner_id);

      call wall('quality_standard'); call wall('standard_comment'); call wall('service_standard'); call wall('standard_check');
      call grant_application('quality_standard', 'select, insert, update');
      call grant_application('standard_comment', 'select, insert');
      call grant_application('service_standard', 'select, insert, update, delete');
      call grant_application('standard_check', 'select, insert, update');

      -- what is approved is everybody's (domain 1.14)
      create policy read_standard on quality_standard for select using (centre_id = actor_centre() and (
        actor_kind() = 'system' or status = 'APPROVED' or actor_is('OUS', 'DIRECTOR')
        or (status <> 'DRAFT' and actor_is(${INSIDE}, 'AUTHORITY'))));
      create policy draft_standard on quality_standard for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or (actor_is('OUS') and status = 'DRAFT')));
      create policy change_standard on quality_standard for update using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS', 'DIRECTOR')));
      create policy read_standard_comment on standard_comment for select using (centre_id = actor_centre() and (
        actor_kind() = 'system' or actor_is(${INSIDE})));
      create policy comment_standard on standard_comment for insert with check (centre_id = actor_centre() and (
        actor_kind() = 'system' or (actor_is(${CONSULTED}) and partner_id = actor_partner()
          and exists (select from quality_standard q where q.centre_id = standard_comment.centre_id
                      and q.id = standard_comment.standard_id and q.status = 'CONSULTED'))));
      create policy read_service_standard on service_standard for select using (centre_id = actor_centre()
        and exists (select from quality_standard q where q.centre_id = service_standard.centre_id and q.id = service_standard.standard_id));
      create policy set_service_standard on service_standard for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy change_service_standard on service_standard for update using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy take_service_standard on service_standard for delete using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy read_standard_check on standard_check for select using (centre_id = actor_centre() and (
        actor_kind() = 'system' or actor_is('OUS', 'DIRECTOR', 'KIPUS', 'OSL')
        or (actor_is(${PARTNER_ROLES}) and partner_id = actor_partner())));
      create policy make_standard_check on standard_check for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy change_standard_check on standard_check for update using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));

      create policy write_standard_event on event for insert with check (
        centre_id = actor_centre() and topic = 'NETWORK' and actor_account_id = actor_account()
        and actor_partner_id = actor_partner() and case type
          when 'StandardApproved' then actor_is('DIRECTOR')
          when 'StandardCommented' then actor_is(${CONSULTED})
          else false end);
    `);
    await runner.query(`
      -- the organiser writes, the director approves; what was consulted is not rewritten by the way (CUS art. 24(2), 27(1))
      create function guard_standard() returns trigger language plpgsql as $$
        declare
          words_changed boolean := (new.name, new.areas, new.criteria, new.edition, new.previous_id)
            is distinct from (old.name, old.areas, old.criteria, old.edition, old.previous_id);
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if not (case
              when old.status = 'DRAFT' and new.status in ('DRAFT', 'CONSULTED') then actor_is('OUS')
              when old.status = 'CONSULTED' and new.status = 'DRAFT' then actor_is('OUS')
              when old.status = 'CONSULTED' and new.status = 'APPROVED' then actor_is('DIRECTOR') and not words_changed
              when old.status = 'APPROVED' and new.status = 'RETIRED' then actor_is('OUS') and not words_changed
              else false end) then
            raise exception 'no such step of a standard for this hand' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_standard before update on quality_standard
        for each row execute function guard_standard();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy write_standard_event on event;
      drop table standard_check, service_standard, standard_comment, quality_standard;
      drop function guard_standard;
    `);
  }
}
