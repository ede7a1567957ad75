// What was told of a person goes in its time: a partner's view of a finished referral is masked, a closed case is erased, and each run proves what it did.
import type { MigrationInterface, QueryRunner } from "typeorm";

const DOORS = `mask_referrals(timestamptz, integer), cases_to_erase(timestamptz),
  erase_cases(uuid[], timestamptz, text), note_run(text, timestamptz, integer)`;

const ENDED = `('COMPLETED', 'DISCONTINUED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')`;

/** Whom the erasing functions work as; of a case and its referrals nothing else does. */
const TABLES: Record<string, string> = {
  case_key: "all",
  case_identity: "all",
  case_person: "all",
  case_look: "all",
  case_ref: "select",
  referral_subject: "all",
  referral: "all",
};

/** Those of a referral hold what people do with it; what goes by rule is no move. */
const guards = (meant: string, before: string, after: string) => `
  do $do$
    declare
      each record;
    begin
      for each in select t.tgname as name, pg_get_triggerdef(t.oid) as made from pg_trigger t
          where t.tgrelid = 'referral'::regclass and not t.tgisinternal and (t.tgtype & 16) <> 0 loop
        -- one that asks already when it is meant, asks of a move
        if ${meant} then
          execute format('drop trigger %I on referral', each.name);
          execute replace(each.made, $before$${before}$before$, $after$${after}$after$);
        end if;
      end loop;
    end $do$;`;
const PLAIN = " EXECUTE FUNCTION";
const UNLESS_ERASING =
  " WHEN ((actor_kind() <> 'erasure'::text)) EXECUTE FUNCTION";

export class MaskAndErase20261130086100 implements MigrationInterface {
  name = "MaskAndErase20261130086100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral add column masked_at timestamptz;
      create index referral_to_mask on referral (centre_id, coalesce(finished_at, updated_at))
        where masked_at is null and status in ${ENDED};
      -- what the sender alone keeps of it once it is masked for everybody else
      alter table referral_subject add column statutory_document_ref text, add column withdraw_reason text;

      create table protection_rules (
        centre_id uuid primary key references centre (id),
        mask_after_days integer not null check (mask_after_days between 0 and 90),
        erase_after_months integer not null check (erase_after_months between 6 and 120),
        erases_by_itself boolean not null,
        version integer not null check (version > 0),
        changed_at timestamptz not null,
        changed_by_name text not null
      );
      create table protection_run (
        centre_id uuid not null references centre (id),
        id uuid not null default gen_random_uuid(),
        rule text not null check (rule in ('MASK', 'ERASE', 'ERASE_ON_REQUEST', 'ERASE_BY_COORDINATOR', 'PROPOSE',
          'RESTORE', 'ACCESS_LOG', 'LETTERS')),
        at timestamptz not null,
        by_account_id uuid,
        -- as on paper: the name at the time; null: by rule
        by_name text,
        done integer not null check (done >= 0),
        primary key (centre_id, id)
      );
      create index protection_run_at on protection_run (centre_id, at desc, id desc);
      create table protection_mark (
        centre_id uuid not null,
        run_id uuid not null,
        nth integer not null check (nth > 0),
        case_id uuid,
        -- a pseudonym, or the number of a referral
        subject text not null,
        -- how many places held something of the person
        before integer not null check (before >= 0),
        after integer not null check (after >= 0),
        primary key (centre_id, run_id, nth),
        foreign key (centre_id, run_id) references protection_run (centre_id, id)
      );
      create index protection_mark_case on protection_mark (centre_id, case_id) where case_id is not null;

      call wall('protection_rules'); call wall('protection_run'); call wall('protection_mark');
      call grant_application('protection_rules', 'select, insert, update');
      call grant_application('protection_run', 'select');
      call grant_application('protection_mark', 'select');
      create policy read_rules on protection_rules for select using (centre_id = actor_centre() and (
        actor_kind() in ('system', 'erasure') or actor_is('IOD', 'DIRECTOR')));
      create policy set_rules on protection_rules for insert with check (
        centre_id = actor_centre() and actor_is('IOD', 'DIRECTOR'));
      create policy change_rules on protection_rules for update using (
        centre_id = actor_centre() and actor_is('IOD', 'DIRECTOR'));
      create policy read_run on protection_run for select using (
        centre_id = actor_centre() and actor_is('IOD', 'DIRECTOR'));
      create policy read_mark on protection_mark for select using (
        centre_id = actor_centre() and actor_is('IOD', 'DIRECTOR'));
      -- written by the owner's functions below, and changed by nobody
      create policy note_run on protection_run for all to current_user using (actor_kind() in ('erasure', 'cleaning'));
      create policy note_mark on protection_mark for all to current_user using (actor_kind() in ('erasure', 'cleaning'));

      create policy write_event_of_officer on event for insert with check (
        centre_id = actor_centre() and topic = 'CASE' and type = 'IdentityErased' and actor_is('IOD')
        and actor_account_id = actor_account() and actor_partner_id = actor_partner() and partner_id is null);
    `);
    for (const [table, verb] of Object.entries(TABLES))
      await runner.query(
        `create policy erase_${table} on ${table} for ${verb} to current_user using (actor_kind() = 'erasure')`,
      );
    await runner.query(
      guards("position(' WHEN (' in each.made) = 0", PLAIN, UNLESS_ERASING),
    );
    await runner.query(`
      create function mask_after(of_centre uuid) returns interval language sql stable as $$
        select make_interval(days => coalesce((select mask_after_days from protection_rules
          where centre_id = of_centre), 30)) $$;
      create function erase_after(of_centre uuid) returns interval language sql stable as $$
        select make_interval(months => coalesce((select erase_after_months from protection_rules
          where centre_id = of_centre), 6)) $$;
      create function erases_by_itself(of_centre uuid) returns boolean language sql stable as $$
        select coalesce((select r.erases_by_itself from protection_rules r where r.centre_id = of_centre), false) $$;

      -- how many places of a case still say something of the person
      create function kept_of_case(of_centre uuid, of_case uuid) returns integer language sql stable as $$
        select ((select count(*) from case_key k where k.centre_id = of_centre and k.case_id = of_case
              and k.wrapped_key is not null)
          + (select count(*) from case_identity i where i.centre_id = of_centre and i.case_id = of_case)
          + (select count(*) from case_person p where p.centre_id = of_centre and p.case_id = of_case)
          + (select count(*) from case_look l where l.centre_id = of_centre and l.case_id = of_case and l.note <> '–')
          + (select count(c.own_reference) + count(c.opened_although) from case_ref c
              where c.centre_id = of_centre and c.id = of_case)
          + (select count(s.own_reference) + count(s.statutory_document_ref) + count(s.withdraw_reason)
                + count(r.statutory_document_ref) + count(r.withdraw_reason)
              from referral_subject s join referral r on r.centre_id = s.centre_id and r.id = s.referral_id
              where s.centre_id = of_centre and s.case_id = of_case))::integer $$;

      -- whether it must stay for now
      create function case_is_kept(of_centre uuid, of_case uuid) returns text language sql stable as $$
        select null::text $$;

      create function may_be_erased(one case_ref, moment timestamptz, of_rule text) returns boolean
        language sql stable as $$
        select case_is_kept(one.centre_id, one.id) is null and case of_rule
          when 'ERASE' then one.closed_on + erase_after(one.centre_id) <= (moment at time zone 'Europe/Warsaw')::date
          when 'ERASE_BY_COORDINATOR' then one.coordinator_account_id = actor_account()
          else false end $$;

      -- the key goes, and with it what it opened; and the words beside it. By whom is asked by who calls
      create function erase_case(of_centre uuid, of_case uuid, moment timestamptz) returns void language plpgsql as $$
        begin
          perform set_config('splot.kind', 'erasure', true);
          delete from case_person where centre_id = of_centre and case_id = of_case;
          delete from case_identity where centre_id = of_centre and case_id = of_case;
          update case_key set wrapped_key = null, destroyed_at = moment
            where centre_id = of_centre and case_id = of_case and wrapped_key is not null;
          update case_look set note = case when purpose = 'OTHER' then '–' end
            where centre_id = of_centre and case_id = of_case and note is not null;
          update referral r set statutory_document_ref = null, withdraw_reason = null from referral_subject s
            where s.centre_id = of_centre and s.case_id = of_case and r.centre_id = s.centre_id and r.id = s.referral_id
              and (r.statutory_document_ref is not null or r.withdraw_reason is not null);
          update referral_subject set own_reference = null, statutory_document_ref = null, withdraw_reason = null
            where centre_id = of_centre and case_id = of_case;
          perform set_config('splot.kind', 'system', true);
          update case_ref set own_reference = null, opened_although = null, version = version + 1
            where centre_id = of_centre and id = of_case;
        end $$;

      create function begin_run(of_centre uuid, of_rule text, moment timestamptz, counted integer) returns uuid
        language plpgsql as $$
        declare
          kind text := actor_kind();
          called text;
          made uuid;
        begin
          perform set_config('splot.kind', 'system', true);
          select a.name into called from account a where a.id = actor_account();
          perform set_config('splot.kind', 'erasure', true);
          insert into protection_run (centre_id, rule, at, by_account_id, by_name, done)
            values (of_centre, of_rule, moment, actor_account(), called, counted) returning id into made;
          perform set_config('splot.kind', kind, true);
          return made;
        end $$;

      -- that the clock has looked, and how much waits for a person
      create function note_run(of_rule text, moment timestamptz, counted integer) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if actor_kind() <> 'system' then
            raise exception 'the clock alone says that it looked' using errcode = '42501';
          end if;
          perform begin_run(actor_centre(), of_rule, moment, counted);
        end $$;

      -- finished long enough ago: number, dates and units stay, words about the person stay with the sender alone
      create function mask_referrals(moment timestamptz, most integer)
        returns table (referral_id uuid, number text, before integer)
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          place uuid := actor_centre();
          found_ids uuid[];
          run uuid;
        begin
          if actor_kind() <> 'system' then
            raise exception 'what goes by rule goes by the clock' using errcode = '42501';
          end if;
          perform set_config('splot.kind', 'erasure', true);
          select array_agg(d.id) into found_ids from (
            select r.id from referral r where r.centre_id = place and r.masked_at is null
              and r.status in ${ENDED} and coalesce(r.finished_at, r.updated_at) <= moment - mask_after(place)
            order by coalesce(r.finished_at, r.updated_at) limit most for update skip locked) d;
          if found_ids is not null then
            run := begin_run(place, 'MASK', moment, cardinality(found_ids));
            return query with seen as (
                select r.id, r.number, r.statutory_document_ref as paper, r.withdraw_reason as reason,
                  num_nonnulls(r.statutory_document_ref, r.withdraw_reason) as held,
                  (row_number() over (order by r.number))::integer as nth
                from referral r where r.centre_id = place and r.id = any(found_ids)
              ), marked as (
                insert into protection_mark (centre_id, run_id, nth, subject, before, after)
                select place, run, seen.nth, seen.number, seen.held, 0 from seen
              ), kept as (
                update referral_subject s set statutory_document_ref = seen.paper, withdraw_reason = seen.reason
                from seen where s.centre_id = place and s.referral_id = seen.id
              ), masked as (
                update referral r set masked_at = moment, statutory_document_ref = null, withdraw_reason = null
                from seen where r.centre_id = place and r.id = seen.id
              ) select seen.id, seen.number, seen.held from seen order by seen.nth;
          end if;
          perform set_config('splot.kind', 'system', true);
        end $$;

      -- closed long enough ago, with something left; by pseudonym alone
      create function cases_to_erase(moment timestamptz)
        returns table (case_id uuid, pseudonym text, closed_on date, due_on date, kept integer, kept_for text)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          place uuid := actor_centre();
        begin
          if not (kind = 'system' or actor_is('IOD', 'DIRECTOR')) then
            return;
          end if;
          perform set_config('splot.kind', 'erasure', true);
          return query select d.* from (
              select c.id, c.pseudonym, c.closed_on, (c.closed_on + erase_after(place))::date as due,
                kept_of_case(place, c.id) as left_of, case_is_kept(place, c.id)
              from case_ref c where c.centre_id = place and c.closed_on is not null) d
            where d.left_of > 0 and d.due <= (moment at time zone 'Europe/Warsaw')::date
            order by d.due, d.pseudonym limit 500;
          perform set_config('splot.kind', kind, true);
        end $$;

      -- each with what it held before and after; what must stay, or is not hers to erase, is passed over
      create function erase_cases(of_cases uuid[], moment timestamptz, of_rule text)
        returns table (case_id uuid, coordinator uuid, version integer)
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          place uuid := actor_centre();
          may boolean := case of_rule
            when 'ERASE' then actor_is('IOD') or kind = 'system' and erases_by_itself(place)
            when 'ERASE_ON_REQUEST' then actor_is('IOD')
            when 'ERASE_BY_COORDINATOR' then actor_is('KIPUS') else false end;
          one case_ref;
          held integer;
          run uuid;
          counted integer := 0;
        begin
          if not coalesce(may, false) then
            raise exception 'this is not hers to erase' using errcode = '42501';
          end if;
          perform set_config('splot.kind', 'system', true);
          for one in select * from case_ref c where c.centre_id = place and c.id = any(of_cases)
              and c.closed_on is not null order by c.id for update loop
            perform set_config('splot.kind', 'erasure', true);
            held := kept_of_case(place, one.id);
            if held > 0 and may_be_erased(one, moment, of_rule) then
              counted := counted + 1;
              run := coalesce(run, begin_run(place, of_rule, moment, 0));
              perform erase_case(place, one.id, moment);
              perform set_config('splot.kind', 'erasure', true);
              insert into protection_mark (centre_id, run_id, nth, case_id, subject, before, after)
                values (place, run, counted, one.id, one.pseudonym, held, kept_of_case(place, one.id));
              update protection_run r set done = counted where r.centre_id = place and r.id = run;
              case_id := one.id;
              coordinator := one.coordinator_account_id;
              version := one.version + 1;
              return next;
            end if;
            perform set_config('splot.kind', 'system', true);
          end loop;
          perform set_config('splot.kind', kind, true);
        end $$;

      -- after a backup from before came back; each is erased once
      create function erase_again(erased jsonb, moment timestamptz) returns integer language plpgsql as $$
        declare
          one record;
          held integer;
          run uuid;
          place uuid;
          counted integer := 0;
          all_of_them integer := 0;
        begin
          perform set_config('splot.kind', 'erasure', true);
          for one in select c.centre_id, c.id, c.pseudonym, min(e.at) as at
              from jsonb_to_recordset(erased) as e(centre uuid, "case" uuid, at timestamptz)
              join case_ref c on c.centre_id = e.centre and c.id = e."case"
              group by c.centre_id, c.id, c.pseudonym order by c.centre_id, c.id loop
            held := kept_of_case(one.centre_id, one.id);
            if held > 0 then
              if place is distinct from one.centre_id then
                place := one.centre_id;
                counted := 0;
                run := begin_run(place, 'RESTORE', moment, 0);
              end if;
              counted := counted + 1;
              all_of_them := all_of_them + 1;
              perform set_config('splot.centre', place::text, true);
              perform erase_case(place, one.id, one.at);
              perform set_config('splot.kind', 'erasure', true);
              insert into protection_mark (centre_id, run_id, nth, case_id, subject, before, after)
                values (place, run, counted, one.id, one.pseudonym, held, kept_of_case(place, one.id));
              update protection_run r set done = counted where r.centre_id = place and r.id = run;
            end if;
          end loop;
          return all_of_them;
        end $$;

      -- the oldest lines of an access log, and old letters, go by the owner's nightly job: each night says how many
      create function note_cleaning(of_centre uuid, of_rule text, moment timestamptz, counted integer) returns void
        language plpgsql as $$
        declare
          kind text := actor_kind();
        begin
          perform set_config('splot.kind', 'cleaning', true);
          insert into protection_run (centre_id, rule, at, done) values (of_centre, of_rule, moment, counted);
          perform set_config('splot.kind', kind, true);
        end $$;
      create function access_log_base(of_centre uuid) returns bigint language plpgsql stable as $$
        declare
          kind text := actor_kind();
          base bigint;
        begin
          perform set_config('splot.kind', 'cleaning', true);
          select h.base_position into base from access_log_head h where h.centre_id = of_centre;
          perform set_config('splot.kind', kind, true);
          return base;
        end $$;
      create function letters_kept() returns table (centre uuid, letters integer) language plpgsql stable as $$
        declare
          kind text := actor_kind();
        begin
          perform set_config('splot.kind', 'cleaning', true);
          return query select l.centre_id, count(*)::integer from letter l group by 1;
          perform set_config('splot.kind', kind, true);
        end $$;

      revoke execute on function ${DOORS}, erase_case(uuid, uuid, timestamptz), erase_again(jsonb, timestamptz),
        begin_run(uuid, text, timestamptz, integer), note_cleaning(uuid, text, timestamptz, integer),
        access_log_base(uuid), letters_kept() from public;
      do $$ begin
        execute format('grant execute on function ${DOORS} to %I', current_setting('splot.application_role'));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function letters_kept, access_log_base, note_cleaning, erase_again, erase_cases, cases_to_erase,
        mask_referrals, note_run, begin_run, erase_case, may_be_erased, case_is_kept, kept_of_case, erases_by_itself,
        erase_after, mask_after;
    `);
    await runner.query(
      guards(
        "position('''erasure''::text)) EXECUTE' in each.made) > 0",
        UNLESS_ERASING,
        PLAIN,
      ),
    );
    for (const table of Object.keys(TABLES))
      await runner.query(`drop policy erase_${table} on ${table}`);
    await runner.query(`
      drop policy write_event_of_officer on event;
      drop table protection_mark, protection_run, protection_rules;
      alter table referral_subject drop column statutory_document_ref, drop column withdraw_reason;
      alter table referral drop column masked_at;
    `);
  }
}
