// A resident's request has its month, a breach its 72 hours; what is restricted is told to nobody new and erased by nobody.
import type { MigrationInterface, QueryRunner } from "typeorm";

const NOTHING_KEEPS = `
  create or replace function case_is_kept(of_centre uuid, of_case uuid) returns text language sql stable as $$
    select null::text $$;
  create or replace function may_be_erased(one case_ref, moment timestamptz, of_rule text) returns boolean
    language sql stable as $$
    select case_is_kept(one.centre_id, one.id) is null and case of_rule
      when 'ERASE' then one.closed_on + erase_after(one.centre_id) <= (moment at time zone 'Europe/Warsaw')::date
      when 'ERASE_BY_COORDINATOR' then one.coordinator_account_id = actor_account()
      else false end $$;`;

export class AnswerResidents20261130086200 implements MigrationInterface {
  name = "AnswerResidents20261130086200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resident_request (
        centre_id uuid not null references centre (id),
        number integer not null check (number > 0),
        id uuid not null,
        case_id uuid not null,
        pseudonym text not null,
        kind text not null check (kind in ('ACCESS', 'RECTIFICATION', 'RESTRICTION', 'ERASURE', 'OBJECTION')),
        received_on date not null,
        due_on date not null check (due_on > received_on),
        extended_by integer not null default 0 check (extended_by between 0 and 2),
        extension_reason text check (length(extension_reason) between 1 and 300),
        state text not null check (state in ('OPEN', 'GRANTED', 'PARTLY', 'REFUSED')),
        answer text check (length(answer) between 1 and 600),
        answered_at timestamptz,
        lifted_at timestamptz,
        version integer not null default 1 check (version > 0),
        filed_at timestamptz not null,
        filed_by_account_id uuid not null references account (id),
        filed_by_name text not null,
        primary key (centre_id, number),
        foreign key (centre_id, case_id) references case_ref (centre_id, id),
        check ((extended_by = 0) = (extension_reason is null)),
        check ((state = 'OPEN') = (answered_at is null) and (state = 'OPEN') = (answer is null)),
        check (lifted_at is null or (kind = 'RESTRICTION' and state = 'GRANTED'))
      );
      create index resident_request_case on resident_request (centre_id, case_id);
      create index resident_request_account on resident_request (filed_by_account_id);
      create table breach (
        centre_id uuid not null references centre (id),
        number integer not null check (number > 0),
        id uuid not null,
        kind text not null check (kind in ('CONFIDENTIALITY', 'INTEGRITY', 'AVAILABILITY')),
        found_at timestamptz not null,
        about text not null check (length(about) between 1 and 600),
        people integer check (people >= 0),
        reported boolean,
        report_reason text check (length(report_reason) between 1 and 600),
        told boolean,
        told_reason text check (length(told_reason) between 1 and 600),
        decided_at timestamptz,
        version integer not null default 1 check (version > 0),
        filed_at timestamptz not null,
        filed_by_name text not null,
        primary key (centre_id, number),
        check ((decided_at is null) = (reported is null) and (decided_at is null) = (told is null))
      );
      create table breach_step (
        centre_id uuid not null,
        number integer not null,
        nth integer not null check (nth > 0),
        at timestamptz not null,
        by_name text not null,
        what text not null check (length(what) between 1 and 600),
        primary key (centre_id, number, nth),
        foreign key (centre_id, number) references breach (centre_id, number)
      );

      call wall('resident_request'); call wall('breach'); call wall('breach_step');
      call grant_application('resident_request', 'select, insert, update');
      call grant_application('breach', 'select, insert, update');
      call grant_application('breach_step', 'select, insert');
      create policy read_request on resident_request for select using (centre_id = actor_centre() and (
        actor_kind() in ('system', 'erasure') or actor_is('IOD', 'DIRECTOR')
        or (actor_is('KIPUS') and exists (select from case_ref c where c.centre_id = resident_request.centre_id
          and c.id = resident_request.case_id and c.coordinator_account_id = actor_account()))));
      create policy file_request on resident_request for insert with check (
        centre_id = actor_centre() and actor_is('IOD') and filed_by_account_id = actor_account());
      create policy answer_request on resident_request for update using (
        centre_id = actor_centre() and actor_is('IOD'));
      create policy read_breach on breach for select using (centre_id = actor_centre() and (
        actor_kind() = 'system' or actor_is('IOD', 'DIRECTOR')));
      create policy record_breach on breach for insert with check (centre_id = actor_centre() and actor_is('IOD'));
      create policy decide_breach on breach for update using (centre_id = actor_centre() and actor_is('IOD'));
      create policy read_breach_step on breach_step for select using (
        centre_id = actor_centre() and actor_is('IOD', 'DIRECTOR'));
      create policy note_breach_step on breach_step for insert with check (
        centre_id = actor_centre() and actor_is('IOD'));

      create or replace function case_is_kept(of_centre uuid, of_case uuid) returns text language sql stable as $$
        select case
          when exists (select from resident_request q where q.centre_id = of_centre and q.case_id = of_case
            and q.kind = 'RESTRICTION' and q.state = 'GRANTED' and q.lifted_at is null) then 'RESTRICTED'
          when exists (select from resident_request q where q.centre_id = of_centre and q.case_id = of_case
            and q.kind <> 'ERASURE' and q.state = 'OPEN') then 'REQUEST' end $$;
      create or replace function may_be_erased(one case_ref, moment timestamptz, of_rule text) returns boolean
        language sql stable as $$
        select case_is_kept(one.centre_id, one.id) is null and case of_rule
          when 'ERASE' then one.closed_on + erase_after(one.centre_id) <= (moment at time zone 'Europe/Warsaw')::date
          when 'ERASE_BY_COORDINATOR' then one.coordinator_account_id = actor_account()
          when 'ERASE_ON_REQUEST' then exists (select from resident_request q where q.centre_id = one.centre_id
            and q.case_id = one.id and q.kind = 'ERASURE' and q.state = 'GRANTED')
          else false end $$;

      -- whether something of her is left, for who answers her request
      create function kept_on_request(called text) returns integer
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          counted integer;
        begin
          if not actor_is('IOD') then
            raise exception 'this is the officer''s to know' using errcode = '42501';
          end if;
          perform set_config('splot.kind', 'erasure', true);
          select kept_of_case(c.centre_id, c.id) into counted from case_ref c
            where c.centre_id = actor_centre() and c.pseudonym = called;
          perform set_config('splot.kind', kind, true);
          return coalesce(counted, 0);
        end $$;
      revoke execute on function kept_on_request from public;
      do $$ begin
        execute format('grant execute on function kept_on_request to %I', current_setting('splot.application_role'));
      end $$;

      -- what is restricted is told to nobody new: a number alone tells nothing
      create function freeze_restricted_case() returns trigger language plpgsql as $$
        begin
          if actor_kind() <> 'system' and new.case_id is not null
              and case_is_kept(new.centre_id, new.case_id) = 'RESTRICTED' and exists (select from referral r
                where r.centre_id = new.centre_id and r.id = new.referral_id and r.disclosure_level <> 'L0_TOKEN') then
            raise exception 'nothing of a restricted case travels' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger freeze_restricted_case before insert on referral_subject
        for each row execute function freeze_restricted_case();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger freeze_restricted_case on referral_subject;
      drop function freeze_restricted_case, kept_on_request;
      ${NOTHING_KEEPS}
      drop table breach_step, breach, resident_request;
    `);
  }
}
