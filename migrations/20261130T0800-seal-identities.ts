// Coordinators open cases themselves; who the person is stands apart, sealed under a key of each case, for its coordinator alone.
import type { MigrationInterface, QueryRunner } from "typeorm";

const IN_OWN_CASE = (
  table: string,
) => `centre_id = actor_centre() and actor_is('KIPUS') and exists (select from case_ref c
  where c.centre_id = ${table}.centre_id and c.id = ${table}.case_id and c.coordinator_account_id = actor_account())`;

const OWN = `centre_id = actor_centre() and (actor_kind() = 'system'
  or (actor_is('KIPUS') and coordinator_account_id = actor_account()))`;

const TOPICS = `'CAPACITY', 'REFERRAL', 'OFFER', 'RIGHTS', 'NETWORK'`;

/** What somebody looked for stands in the line as she said it; the rest of the function stays as it is. */
const purposeOf = (before: string, after: string) => `
  do $do$
    declare
      made text := pg_get_functiondef('write_access(uuid, timestamptz, text, text, jsonb)'::regprocedure);
    begin
      if position($before$${before}$before$ in made) = 0 then
        raise exception 'write_access does not say what for';
      end if;
      execute replace(made, $before$${before}$before$, $after$${after}$after$);
    end $do$;`;
const BY_RELATION = `'purpose', case
            when r.id is null and c.id is null then null`;
const AS_SAID = `'purpose', case
            when t.touch->>'noun' = 'Case' and t.touch->>'purpose' in ('CONTACT', 'ARRANGING', 'CORRECTING', 'ON_REQUEST', 'OTHER')
              then t.touch->>'purpose'
            when r.id is null and c.id is null then null`;

export class SealIdentities20261130080000 implements MigrationInterface {
  name = "SealIdentities20261130080000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_ref
        add column own_reference text check (length(own_reference) between 1 and 40),
        add column opened_although text check (length(opened_although) between 1 and 200),
        add column version integer not null default 1 check (version > 0);

      create table case_key (
        centre_id uuid not null,
        case_id uuid not null,
        master_key_id text not null check (master_key_id ~ '^[0-9a-f]{16}$'),
        -- null: destroyed, and with it all that it opened
        wrapped_key bytea,
        made_at timestamptz not null,
        destroyed_at timestamptz,
        primary key (centre_id, case_id),
        foreign key (centre_id, case_id) references case_ref (centre_id, id),
        check ((wrapped_key is null) = (destroyed_at is not null))
      );
      create index case_key_master on case_key (master_key_id, centre_id, case_id) where wrapped_key is not null;
      create table case_identity (
        centre_id uuid not null,
        case_id uuid not null,
        version integer not null check (version > 0),
        sealed bytea not null,
        changed_at timestamptz not null,
        primary key (centre_id, case_id),
        foreign key (centre_id, case_id) references case_key (centre_id, case_id)
      );
      create table case_person (
        centre_id uuid not null,
        case_id uuid not null,
        master_key_id text not null,
        by_year bytea not null check (length(by_year) = 32),
        by_date bytea check (length(by_date) = 32),
        primary key (centre_id, case_id),
        foreign key (centre_id, case_id) references case_key (centre_id, case_id)
      );
      create index case_person_by_year on case_person (centre_id, by_year);
      create table case_look (
        centre_id uuid not null,
        id uuid not null,
        case_id uuid not null,
        account_id uuid not null references account (id),
        purpose text not null check (purpose in ('CONTACT', 'ARRANGING', 'CORRECTING', 'ON_REQUEST', 'OTHER')),
        note text check (length(note) between 1 and 200),
        at timestamptz not null,
        until timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, case_id) references case_ref (centre_id, id),
        check (until > at and until <= at + interval '10 minutes'),
        check (purpose <> 'OTHER' or note is not null)
      );
      create index case_look_case on case_look (centre_id, case_id, at desc, id desc);
      create index case_look_account on case_look (account_id);

      call wall('case_key'); call wall('case_identity'); call wall('case_person'); call wall('case_look');
      call grant_application('case_key', 'select, insert, update');
      call grant_application('case_identity', 'select, insert, update, delete');
      call grant_application('case_person', 'select, insert, delete');
      call grant_application('case_look', 'select, insert');

      alter policy make_case on case_ref with check (${OWN});
      alter policy change_case on case_ref using (${OWN});
      -- not even the system of the centre: what opens it is the coordinator's alone
      create policy read_case_key on case_key for select using (${IN_OWN_CASE("case_key")});
      create policy make_case_key on case_key for insert with check (${IN_OWN_CASE("case_key")});
      create policy destroy_case_key on case_key for update using (${IN_OWN_CASE("case_key")});
      create policy keep_case_identity on case_identity for all
        using (${IN_OWN_CASE("case_identity")}) with check (${IN_OWN_CASE("case_identity")});
      create policy keep_case_person on case_person for all
        using (${IN_OWN_CASE("case_person")}) with check (${IN_OWN_CASE("case_person")});
      create policy read_case_look on case_look for select using (${IN_OWN_CASE("case_look")});
      create policy look_at_case on case_look for insert with check (
        account_id = actor_account() and ${IN_OWN_CASE("case_look")});
      -- a new master key: the operator's command, by the owner's door
      create policy rotate_case_key on case_key for all to current_user using (actor_kind() = 'rotation');
      create policy rotate_case_identity on case_identity for all to current_user using (actor_kind() = 'rotation');
      create policy rotate_case_person on case_person for all to current_user using (actor_kind() = 'rotation');
      create policy find_case_person on case_person for select to current_user using (actor_kind() = 'system');
      create policy name_master_keys on case_key for select to current_user using (actor_kind() = 'setup');

      alter table event drop constraint event_topic_check;
      alter table event add constraint event_topic_check check (topic in (${TOPICS}, 'CASE'));
      create policy write_case_event on event for insert with check (
        centre_id = actor_centre() and topic = 'CASE' and actor_is('KIPUS')
        and actor_account_id = actor_account() and actor_partner_id = actor_partner()
        and sender_account_id = actor_account() and partner_id is null
        and exists (select from case_ref c where c.centre_id = event.centre_id and c.id = event.subject_id));
    `);
    await runner.query(purposeOf(BY_RELATION, AS_SAID));
    await runner.query(`
      -- under way: sent, and neither ended nor given up
      create function open_referrals_of(of_case uuid) returns integer language sql stable as $$
        select count(*)::integer from referral_subject s
        join referral r on r.centre_id = s.centre_id and r.id = s.referral_id
        where s.centre_id = actor_centre() and s.case_id = of_case
          and r.status in ('SENT', 'RECEIVED', 'INFO_REQUESTED', 'WAITLISTED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED') $$;

      create function guard_case() returns trigger language plpgsql as $$
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if tg_op = 'INSERT' then
            if new.closed_on is not null or new.version <> 1 or new.pseudonym !~ '^[A-Z]{3}-[0-9]{4}-[0-9]{4,}$' then
              raise exception 'a case begins open, under a pseudonym' using errcode = '42501';
            end if;
            return new;
          end if;
          if (new.centre_id, new.id, new.pseudonym, new.coordinator_account_id, new.opened_on, new.own_reference,
                new.opened_although, new.created_at)
              is distinct from (old.centre_id, old.id, old.pseudonym, old.coordinator_account_id, old.opened_on,
                old.own_reference, old.opened_although, old.created_at) or new.version <> old.version + 1 then
            raise exception 'a case keeps its pseudonym and its coordinator' using errcode = '42501';
          end if;
          if old.closed_on is null and new.closed_on is not null and open_referrals_of(new.id) > 0 then
            raise exception 'a case with open referrals stays open' using errcode = '42501';
          end if;
          if old.closed_on is not null and new.closed_on is null and exists (select from case_key k
              where k.centre_id = new.centre_id and k.case_id = new.id and k.destroyed_at is not null) then
            raise exception 'who was erased is not helped under the same case' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_case before insert or update on case_ref for each row execute function guard_case();

      create function guard_case_key() returns trigger language plpgsql as $$
        begin
          if old.wrapped_key is null or (new.centre_id, new.case_id, new.made_at)
              is distinct from (old.centre_id, old.case_id, old.made_at) then
            raise exception 'a destroyed key stays destroyed' using errcode = '42501';
          end if;
          if actor_kind() = 'rotation' then
            return new;
          end if;
          if new.wrapped_key is not null or new.master_key_id <> old.master_key_id or exists (select from case_ref c
              where c.centre_id = new.centre_id and c.id = new.case_id and c.closed_on is null) then
            raise exception 'the key of an open case is neither destroyed nor changed' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_case_key before update on case_key for each row execute function guard_case_key();

      create function guard_case_identity() returns trigger language plpgsql as $$
        begin
          if not exists (select from case_key k join case_ref c on c.centre_id = k.centre_id and c.id = k.case_id
              where k.centre_id = new.centre_id and k.case_id = new.case_id and k.wrapped_key is not null
                and c.closed_on is null) then
            raise exception 'an identity is kept in an open case under its key' using errcode = '42501';
          end if;
          if tg_op = 'UPDATE' and ((new.centre_id, new.case_id) is distinct from (old.centre_id, old.case_id)
              or new.version <> old.version + 1 or not exists (select from case_look l
                where l.centre_id = new.centre_id and l.case_id = new.case_id and l.account_id = actor_account()
                  and l.at <= new.changed_at and l.until > new.changed_at)) then
            raise exception 'nobody overwrites what she does not look at' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_case_identity before insert or update on case_identity
        for each row execute function guard_case_identity();

      -- who closes the case at this moment waits, or is waited for
      create function guard_referral_case() returns trigger language plpgsql as $$
        declare
          closed date;
        begin
          if actor_kind() = 'system' or new.case_id is null then
            return new;
          end if;
          select c.closed_on into closed from case_ref c where c.centre_id = new.centre_id and c.id = new.case_id for share;
          if closed is not null then
            raise exception 'nobody is referred from a closed case' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_referral_case before insert on referral_subject
        for each row execute function guard_referral_case();
    `);
    await runner.query(`
      -- whom to ask, and nothing of the case; what is sought is blind without the master key
      create function coordinators_of_person(sought jsonb, except_case uuid) returns table (name text, own boolean)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          asks boolean := actor_is('KIPUS');
          who uuid := actor_account();
        begin
          perform set_config('splot.kind', 'system', true);
          return query select distinct a.name, c.coordinator_account_id = who
            from jsonb_to_recordset(sought) as s(by_year text, by_date text)
            join case_person p on p.centre_id = actor_centre() and p.by_year = decode(s.by_year, 'hex')
              and (p.by_date is null or s.by_date is null or p.by_date = decode(s.by_date, 'hex'))
            join case_ref c on c.centre_id = p.centre_id and c.id = p.case_id
            join account a on a.id = c.coordinator_account_id
            where asks and (except_case is null or p.case_id <> except_case)
            order by 1 limit 10;
          perform set_config('splot.kind', kind, true);
        end $$;
      -- ids of keys alone, for a process at its start, before anybody acts: one that was given others does not start
      create function master_keys_in_use() returns setof text
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
        begin
          perform set_config('splot.kind', 'setup', true);
          return query select distinct k.master_key_id from case_key k join centre c on c.id = k.centre_id
            where kind = 'nobody' and k.wrapped_key is not null and not c.is_demo;
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function coordinators_of_person(jsonb, uuid), master_keys_in_use() from public;
      do $$ begin
        execute format('grant execute on function coordinators_of_person(jsonb, uuid), master_keys_in_use() to %I',
          current_setting('splot.application_role'));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function coordinators_of_person, master_keys_in_use;
      drop trigger guard_referral_case on referral_subject;
      drop trigger guard_case on case_ref;
      drop policy write_case_event on event;
      alter table event drop constraint event_topic_check;
      -- what was written stays: the log is dense
      alter table event add constraint event_topic_check check (topic in (${TOPICS})) not valid;
      drop table case_look, case_person, case_identity, case_key;
      drop function guard_referral_case, guard_case_identity, guard_case_key, guard_case, open_referrals_of;
      alter policy make_case on case_ref with check (centre_id = actor_centre() and actor_kind() = 'system');
      alter policy change_case on case_ref using (centre_id = actor_centre() and actor_kind() = 'system');
      alter table case_ref drop column version, drop column opened_although, drop column own_reference;
    `);
    await runner.query(purposeOf(AS_SAID, BY_RELATION));
  }
}
