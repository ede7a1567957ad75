// What of a person travels with a referral, on which basis of hers, and that the partner's sight ends with the basis.
import type { MigrationInterface, QueryRunner } from "typeorm";

const OWN_CASE = (
  table: string,
) => `centre_id = actor_centre() and actor_is('KIPUS') and exists (select from case_ref c
  where c.centre_id = ${table}.centre_id and c.id = ${table}.case_id and c.coordinator_account_id = actor_account())`;

const OPEN = `('SENT', 'RECEIVED', 'INFO_REQUESTED', 'WAITLISTED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED')`;

/** The same in PersonalDataField; PESEL and the age band never travel as data of a case. */
const L1 = `'FIRST_NAME', 'CONTACT_CHANNEL', 'PREFERRED_HOURS', 'ACCESS_NEEDS'`;
const L2 = `'SURNAME', 'BIRTH_YEAR', 'BIRTH_DATE', 'ADDRESS', 'LEGAL_REPRESENTATIVE', 'SERVICE_GOAL'`;
const L3 = `'DISABILITY_DEGREE', 'HEALTH_CONTRAINDICATIONS', 'HEALTH_STATE', 'ADDICTION', 'FAMILY_SITUATION', 'INCOME', 'CRIMINAL_DATA'`;

const LEVEL_FIELDS = `case max_level
  when 'L1_CONTACT' then array[${L1}]
  when 'L2_IDENTITY' then array[${L1}, ${L2}]
  when 'L3_SENSITIVE' then array[${L1}, ${L2}] else '{}'::text[] end`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (name: string, from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('${name}'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception '${name} reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

const PURPOSE = [
  "write_access",
  `when t.touch->>'noun' = 'Case' and t.touch->>'purpose' in`,
  `when t.touch->>'noun' in ('Case', 'Referral') and t.touch->>'purpose' in`,
] as const;
const TIMERS = [
  "enqueue_job",
  `'expire-referral', `,
  `'expire-referral', 'end-sight', `,
] as const;

const HOLDS_BASIS = (covered: string) => `
  create or replace function hold_against_basis() returns trigger language plpgsql as $$
    begin
      if actor_kind() <> 'system' and new.disclosure_level <> 'L0_TOKEN' and not exists (
          select from referral_subject s
          ${covered}) then
        raise exception 'more than a number needs a basis' using errcode = '42501';
      end if;
      return null;
    end $$;`;
const BY_LEVEL = (at: string) => `
          join disclosure_basis b on b.centre_id = s.centre_id and b.case_id = s.case_id
          where s.centre_id = new.centre_id and s.referral_id = new.id and b.partner_id = new.partner_id
            and (b.service_id is null or b.service_id = new.service_id)
            and level_order(b.max_level) >= level_order(new.disclosure_level)
            and b.revoked_at is null and b.given_at <= new.${at}
            and (b.valid_to is null or b.valid_to > new.${at})`;
const BY_FIELDS = (at: string) => `
          join referral_scope p on p.centre_id = s.centre_id and p.referral_id = s.referral_id and p.case_id = s.case_id
          where s.centre_id = new.centre_id and s.referral_id = new.id
            and is_covered(s.case_id, new.partner_id, new.service_id, new.disclosure_level, p.fields, new.${at})`;

const OFFERS_ON_BASIS = (covered: string) => `
  create or replace function guard_offer_basis() returns trigger language plpgsql as $$
    declare
      kind text := actor_kind();
      is_basis_there boolean;
    begin
      if kind = 'system' or new.disclosure_level = 'L0_TOKEN' then
        return new;
      end if;
      perform set_config('splot.kind', 'system', true);
      select exists (select from referral_subject s ${covered}) into is_basis_there;
      perform set_config('splot.kind', kind, true);
      if not is_basis_there then
        raise exception 'more than a number needs a basis on the day of the offer' using errcode = '42501';
      end if;
      return new;
    end $$;`;

export class SayWhatTravels20261130080100 implements MigrationInterface {
  name = "SayWhatTravels20261130080100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table disclosure_basis
        add column fields text[] not null default '{}'
          check (fields <@ array[${L1}, ${L2}, ${L3}]),
        add column given_by text check (given_by in ('PERSON', 'LEGAL_REPRESENTATIVE', 'ACTUAL_CARER')),
        add column form text check (form in ('WRITTEN_ON_PAPER', 'ELECTRONIC', 'ORAL_NOTED')),
        add column text_version text check (length(text_version) between 1 and 40),
        add column recorded_at timestamptz,
        add column ended_by text check (ended_by in ('WITHDRAWN', 'CASE_CLOSED')),
        add column note text check (length(note) between 1 and 200),
        add column note_due_at timestamptz,
        add check (basis in ('CONSENT', 'STATUTORY_TASK', 'CONTRACT_PROCESSOR', 'VITAL_INTEREST')),
        add check (valid_to is null or valid_to > given_at);
      -- behind its wall the owner sees no row
      alter table disclosure_basis no force row level security;
      update disclosure_basis set fields = ${LEVEL_FIELDS}, recorded_at = given_at,
        ended_by = case when revoked_at is not null then 'WITHDRAWN' end;
      alter table disclosure_basis force row level security;
      alter table disclosure_basis alter column recorded_at set not null;

      create table referral_scope (
        centre_id uuid not null,
        referral_id uuid not null,
        case_id uuid not null,
        -- on which it was sent
        basis_id uuid not null,
        -- exactly what travels, by name
        fields text[] not null check (fields <@ array[${L1}, ${L2}, ${L3}] and cardinality(fields) > 0),
        -- why more than the service needs to get in touch
        raised_for text check (raised_for in ('AT_HOME', 'LAW', 'CONTRACT', 'SAFETY', 'ADJUSTMENT')),
        -- for each sensitive field, why
        reasons jsonb not null default '{}',
        -- words that belong to the referral, under the key of the case
        sealed bytea,
        primary key (centre_id, referral_id),
        foreign key (centre_id, referral_id) references referral (centre_id, id),
        foreign key (centre_id, case_id) references case_ref (centre_id, id),
        foreign key (centre_id, basis_id) references disclosure_basis (centre_id, id)
      );
      create index referral_scope_case on referral_scope (centre_id, case_id);
      create index referral_scope_basis on referral_scope (centre_id, basis_id);

      create table referral_keeping (
        centre_id uuid not null,
        referral_id uuid not null,
        partner_id uuid not null,
        sender_account_id uuid not null references account (id),
        asked_at timestamptz not null,
        answer text check (answer in ('NOTHING', 'ACCOUNTS', 'MEDICAL', 'REGISTER', 'CLAIMS')),
        answered_at timestamptz,
        primary key (centre_id, referral_id),
        foreign key (centre_id, referral_id) references referral (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        check ((answer is null) = (answered_at is null))
      );
      create index referral_keeping_partner on referral_keeping (centre_id, partner_id);
      create index referral_keeping_account on referral_keeping (sender_account_id);

      call wall('referral_scope'); call wall('referral_keeping');
      call grant_application('referral_scope', 'select, insert, update (sealed)');
      call grant_application('referral_keeping', 'select, insert, update (answer, answered_at)');

      alter policy make_basis on disclosure_basis with check (
        (centre_id = actor_centre() and actor_kind() = 'system') or (${OWN_CASE("disclosure_basis")}));
      alter policy change_basis on disclosure_basis using (
        (centre_id = actor_centre() and actor_kind() = 'system') or (${OWN_CASE("disclosure_basis")}));
      create policy read_scope on referral_scope for select using (
        (centre_id = actor_centre() and actor_kind() = 'system') or (${OWN_CASE("referral_scope")}));
      create policy make_scope on referral_scope for insert with check (
        (centre_id = actor_centre() and actor_kind() = 'system') or (${OWN_CASE("referral_scope")}));
      create policy forget_words on referral_scope for update using (${OWN_CASE("referral_scope")});
      create policy read_keeping on referral_keeping for select using (centre_id = actor_centre() and (
        actor_kind() = 'system'
        or (actor_is('KIPUS') and sender_account_id = actor_account())
        or (actor_is('PARTNER_REFERRALS', 'PARTNER_ADMIN') and actor_link() is null and partner_id = actor_partner())));
      create policy ask_what_is_kept on referral_keeping for insert with check (centre_id = actor_centre() and (
        actor_kind() = 'system'
        or (actor_is('KIPUS') and sender_account_id = actor_account() and answer is null)));
      create policy say_what_is_kept on referral_keeping for update using (centre_id = actor_centre()
        and actor_is('PARTNER_REFERRALS') and actor_link() is null and partner_id = actor_partner());
      -- the partner's sight of the person, by the owner's doors below and by no other way
      -- with the key of a case go the words beside it
      create policy forget_scope on referral_scope for all to current_user using (actor_kind() = 'forgetting');
      create policy forget_note on disclosure_basis for all to current_user using (actor_kind() = 'forgetting');
      create policy show_case_key on case_key for select to current_user using (actor_kind() = 'sight');
      create policy show_case_identity on case_identity for select to current_user using (actor_kind() = 'sight');
    `);
    await runner.query(rewrite(...PURPOSE));
    await runner.query(rewrite(...TIMERS));
    await runner.query(`
      create function is_covered(of_case uuid, of_partner uuid, of_service uuid, of_level text, of_fields text[],
          moment timestamptz) returns boolean language sql stable as $$
        select exists (select from disclosure_basis b
          where b.centre_id = actor_centre() and b.case_id = of_case and b.partner_id = of_partner
            and (b.service_id is null or b.service_id = of_service)
            and level_order(b.max_level) >= level_order(of_level) and of_fields <@ b.fields
            and b.revoked_at is null and b.given_at <= moment and (b.valid_to is null or b.valid_to > moment)) $$;

      create function guard_basis() returns trigger language plpgsql as $$
        begin
          if actor_kind() in ('system', 'forgetting') then
            return new;
          end if;
          if tg_op = 'INSERT' then
            if new.revoked_at is not null or new.max_level = 'L0_TOKEN' or not exists (select from case_ref c
                where c.centre_id = new.centre_id and c.id = new.case_id and c.closed_on is null) then
              raise exception 'a basis begins in an open case' using errcode = '42501';
            end if;
            return new;
          end if;
          if (new.centre_id, new.id, new.case_id, new.partner_id, new.service_id, new.max_level, new.fields, new.basis,
                new.given_by, new.form, new.text_version, new.given_at, new.valid_to, new.recorded_at, new.note_due_at)
              is distinct from (old.centre_id, old.id, old.case_id, old.partner_id, old.service_id, old.max_level,
                old.fields, old.basis, old.given_by, old.form, old.text_version, old.given_at, old.valid_to,
                old.recorded_at, old.note_due_at) or old.revoked_at is not null then
            raise exception 'a basis is kept as it was given, and ends once' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_basis before insert or update on disclosure_basis
        for each row execute function guard_basis();

      create function guard_referral_scope() returns trigger language plpgsql as $$
        declare
          sent referral;
          named text[];
        begin
          if tg_op = 'UPDATE' then
            if new.sealed is not null then
              raise exception 'what travels is not written anew' using errcode = '42501';
            end if;
            return new;
          end if;
          if actor_kind() = 'system' then
            return new;
          end if;
          select * into sent from referral r where r.centre_id = new.centre_id and r.id = new.referral_id;
          if sent.id is null or sent.sender_account_id <> actor_account() or not exists (select from referral_subject s
              where s.centre_id = new.centre_id and s.referral_id = new.referral_id and s.case_id = new.case_id)
              or not is_covered(new.case_id, sent.partner_id, sent.service_id, sent.disclosure_level, new.fields, sent.sent_at) then
            raise exception 'nothing travels that no basis covers' using errcode = '42501';
          end if;
          if (sent.disclosure_level = 'L1_CONTACT' and not new.fields <@ array[${L1}])
              or (sent.disclosure_level = 'L2_IDENTITY' and not new.fields <@ array[${L1}, ${L2}])
              or sent.disclosure_level = 'L0_TOKEN' then
            raise exception 'a level carries its own fields' using errcode = '42501';
          end if;
          select p.personal_data into named from service s
            join programme p on p.centre_id = s.centre_id and p.id = s.programme_id
            where s.centre_id = sent.centre_id and s.id = sent.service_id;
          if found and not new.fields <@ coalesce(named, '{}') then
            raise exception 'a programme names what travels' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_referral_scope before insert or update on referral_scope
        for each row execute function guard_referral_scope();

      create function forget_words() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
        begin
          perform set_config('splot.kind', 'forgetting', true);
          update referral_scope set sealed = null
            where centre_id = new.centre_id and case_id = new.case_id and sealed is not null;
          update disclosure_basis set note = null
            where centre_id = new.centre_id and case_id = new.case_id and note is not null;
          perform set_config('splot.kind', kind, true);
          return null;
        end $$;
      revoke execute on function forget_words from public;
      create trigger forget_words after update on case_key for each row
        when (old.wrapped_key is not null and new.wrapped_key is null) execute function forget_words();

      create function guard_keeping() returns trigger language plpgsql as $$
        begin
          if old.answer is not null or new.answer is null then
            raise exception 'what is kept is said once' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_keeping before update on referral_keeping for each row execute function guard_keeping();
    `);
    await runner.query(HOLDS_BASIS(BY_FIELDS("sent_at")));
    await runner.query(OFFERS_ON_BASIS(BY_FIELDS("updated_at")));
    await runner.query(`
      -- which of these may be looked at now, and at what: names of fields alone
      create function sights(of_referrals uuid[], moment timestamptz) returns table (referral_id uuid, fields text[])
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          sees boolean := actor_is('PARTNER_REFERRALS') and actor_link() is null;
        begin
          perform set_config('splot.kind', 'system', true);
          return query select r.id, p.fields from referral r
            join referral_scope p on p.centre_id = r.centre_id and p.referral_id = r.id
            where sees and r.centre_id = actor_centre() and r.partner_id = actor_partner() and r.id = any(of_referrals)
              and r.status in ${OPEN}
              and is_covered(p.case_id, r.partner_id, r.service_id, r.disclosure_level, p.fields, moment);
          perform set_config('splot.kind', kind, true);
        end $$;
      -- what is sealed of the one person, for whom it was sent to; who moves the referral at this moment waits
      create function sight_of(of_referral uuid, moment timestamptz)
        returns table (case_id uuid, master_key_id text, wrapped_key bytea, identity_version integer, identity bytea,
          fields text[], reasons jsonb, words bytea)
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          seen referral_scope;
        begin
          perform set_config('splot.kind', 'system', true);
          perform from referral r where r.centre_id = actor_centre() and r.id = of_referral for share;
          perform set_config('splot.kind', kind, true);
          if not exists (select from sights(array[of_referral], moment)) then
            return;
          end if;
          perform set_config('splot.kind', 'system', true);
          select * into seen from referral_scope p where p.centre_id = actor_centre() and p.referral_id = of_referral;
          perform set_config('splot.kind', 'sight', true);
          return query select k.case_id, k.master_key_id, k.wrapped_key, i.version, i.sealed, seen.fields, seen.reasons,
              seen.sealed
            from case_key k join case_identity i on i.centre_id = k.centre_id and i.case_id = k.case_id
            where k.centre_id = actor_centre() and k.case_id = seen.case_id and k.wrapped_key is not null;
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function sights(uuid[], timestamptz), sight_of(uuid, timestamptz) from public;
      do $$ begin
        execute format('grant execute on function sights(uuid[], timestamptz), sight_of(uuid, timestamptz) to %I',
          current_setting('splot.application_role'));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(OFFERS_ON_BASIS(BY_LEVEL("updated_at")));
    await runner.query(HOLDS_BASIS(BY_LEVEL("sent_at")));
    const [timers, added, before] = TIMERS;
    await runner.query(rewrite(timers, before, added));
    const [access, byCase, byBoth] = PURPOSE;
    await runner.query(rewrite(access, byBoth, byCase));
    await runner.query(`
      drop function sight_of, sights;
      drop policy show_case_key on case_key;
      drop policy show_case_identity on case_identity;
      drop trigger forget_words on case_key;
      drop function forget_words;
      drop policy forget_note on disclosure_basis;
      drop trigger guard_basis on disclosure_basis;
      drop table referral_keeping, referral_scope;
      drop function guard_keeping, guard_referral_scope, guard_basis, is_covered;
      alter policy make_basis on disclosure_basis with check (centre_id = actor_centre() and actor_kind() = 'system');
      alter policy change_basis on disclosure_basis using (centre_id = actor_centre() and actor_kind() = 'system');
      alter table disclosure_basis drop column note_due_at, drop column note, drop column ended_by, drop column recorded_at,
        drop column text_version, drop column form, drop column given_by, drop column fields,
        drop constraint disclosure_basis_basis_check, drop constraint disclosure_basis_check;
    `);
  }
}
