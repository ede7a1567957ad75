// What the officer has filed stays as filed, is answered once and decided once; somebody without a case may ask as well, and a report to the authority has its time and number.
import type { MigrationInterface, QueryRunner } from "typeorm";

const KINDS =
  "'ACCESS', 'RECTIFICATION', 'RESTRICTION', 'ERASURE', 'OBJECTION'";

export class HoldTheDesk20261130088200 implements MigrationInterface {
  name = "HoldTheDesk20261130088200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table resident_request
        alter column case_id drop not null,
        alter column pseudonym drop not null,
        drop constraint resident_request_kind_check,
        add constraint resident_request_kind_check check (kind in (${KINDS}, 'PORTABILITY')),
        add constraint resident_request_of_case check ((case_id is null) = (pseudonym is null));
      create index resident_request_open on resident_request (centre_id, due_on) where state = 'OPEN';
      alter table breach
        add column reported_at timestamptz,
        add column report_number text check (length(report_number) between 1 and 60);
      create index breach_open on breach (centre_id, found_at) where decided_at is null;

      create function guard_resident_request() returns trigger language plpgsql as $$
        begin
          if actor_kind() in ('system', 'erasure') then
            return new;
          end if;
          if tg_op = 'INSERT' then
            if new.state <> 'OPEN' or new.version <> 1 or new.extended_by <> 0 or new.lifted_at is not null
                or new.received_on > (new.filed_at at time zone 'Europe/Warsaw')::date
                or new.due_on <> (new.received_on + interval '1 month')::date then
              raise exception 'a request begins open, and has its month' using errcode = '42501';
            end if;
            return new;
          end if;
          if (new.centre_id, new.number, new.id, new.case_id, new.pseudonym, new.kind, new.received_on, new.filed_at,
                new.filed_by_account_id, new.filed_by_name)
              is distinct from (old.centre_id, old.number, old.id, old.case_id, old.pseudonym, old.kind, old.received_on,
                old.filed_at, old.filed_by_account_id, old.filed_by_name) or new.version <> old.version + 1
              or new.extended_by < old.extended_by
              or new.due_on <> (old.received_on + make_interval(months => 1 + new.extended_by))::date then
            raise exception 'what was asked stays as it was filed' using errcode = '42501';
          end if;
          if old.state <> 'OPEN' and ((new.state, new.answer, new.answered_at, new.extended_by, new.extension_reason)
                is distinct from (old.state, old.answer, old.answered_at, old.extended_by, old.extension_reason)
              or old.lifted_at is not null or new.lifted_at is null) then
            raise exception 'a request is answered once, a restriction lifted once' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_resident_request before insert or update on resident_request
        for each row execute function guard_resident_request();

      create function guard_breach() returns trigger language plpgsql as $$
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if tg_op = 'INSERT' then
            if new.decided_at is not null or new.version <> 1 or new.found_at > new.filed_at
                or new.reported_at is not null or new.report_number is not null then
              raise exception 'a breach begins undecided' using errcode = '42501';
            end if;
            return new;
          end if;
          if old.decided_at is not null or new.decided_at is null or new.version <> old.version + 1
              or (new.centre_id, new.number, new.id, new.kind, new.found_at, new.about, new.people, new.filed_at,
                new.filed_by_name)
              is distinct from (old.centre_id, old.number, old.id, old.kind, old.found_at, old.about, old.people,
                old.filed_at, old.filed_by_name) then
            raise exception 'a breach stays as it was filed, and is decided once' using errcode = '42501';
          end if;
          if new.reported is distinct from (new.reported_at is not null and new.report_number is not null)
              or new.reported_at < new.found_at or new.reported_at > new.decided_at then
            raise exception 'what is reported has its time and its number' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_breach before insert or update on breach
        for each row execute function guard_breach();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_breach on breach;
      drop trigger guard_resident_request on resident_request;
      drop function guard_breach, guard_resident_request;
      drop index breach_open, resident_request_open;
      alter table breach drop column report_number, drop column reported_at;
      -- as it was then, it knew nobody without a case, and no request for a copy to take along
      alter table resident_request no force row level security;
      delete from resident_request where case_id is null or kind = 'PORTABILITY';
      alter table resident_request force row level security;
      alter table resident_request
        drop constraint resident_request_of_case,
        drop constraint resident_request_kind_check,
        add constraint resident_request_kind_check check (kind in (${KINDS})),
        alter column pseudonym set not null,
        alter column case_id set not null;
    `);
  }
}
