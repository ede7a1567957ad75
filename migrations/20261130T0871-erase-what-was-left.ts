// What was written of a person since masking and erasing began goes with the rest: results, appointments, questions, what travelled, and why; and the count of it is the proof.
import type { MigrationInterface, QueryRunner } from "typeorm";

const ENDED = `('COMPLETED', 'DISCONTINUED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')`;

/** Whom the erasing functions work as, beside what they do already. */
const TABLES = [
  "appointment",
  "disclosure_basis",
  "service_suggestion",
  "suggestion_decision",
  "resident_request",
] as const;
type Table = (typeof TABLES)[number];

/** Where a word has to stand. */
const NOTHING = "–";
const NO_REASON = "–––";

/** Of a referral that is told to others than its sender. */
const toldOfReferral = (has: (table: Table) => boolean) => `
  create function told_of_referral(of_centre uuid, of_referral uuid) returns integer language sql stable as $$
    select (coalesce((select num_nonnulls(r.statutory_document_ref, r.withdraw_reason, r.result, r.suspend_note)
          from referral r where r.centre_id = of_centre and r.id = of_referral), 0)
      + (select coalesce(sum(num_nonnulls(nullif(a.place, '${NOTHING}'), a.bring, a.ask_for)), 0) from appointment a
          where a.centre_id = of_centre and a.referral_id = of_referral)
      + (select count(*) from referral_message m where m.centre_id = of_centre and m.referral_id = of_referral)
      ${
        has("service_suggestion")
          ? `+ (select count(*) from service_suggestion g where g.centre_id = of_centre
          and g.referral_id = of_referral and g.reason <> '${NO_REASON}')`
          : ""
      })::integer $$;

  create function forget_of_referral(of_centre uuid, of_referral uuid) returns void language plpgsql as $$
    begin
      update referral r set statutory_document_ref = null, withdraw_reason = null, result = null, suspend_note = null
        where r.centre_id = of_centre and r.id = of_referral
          and num_nonnulls(r.statutory_document_ref, r.withdraw_reason, r.result, r.suspend_note) > 0;
      update appointment a set place = '${NOTHING}', bring = null, ask_for = null
        where a.centre_id = of_centre and a.referral_id = of_referral;
      delete from referral_message m where m.centre_id = of_centre and m.referral_id = of_referral;
      ${
        has("service_suggestion")
          ? `update service_suggestion g set reason = '${NO_REASON}'
        where g.centre_id = of_centre and g.referral_id = of_referral;`
          : ""
      }
    end $$;`;

const keptOfCase = (has: (table: Table) => boolean) => `
  create or replace function kept_of_case(of_centre uuid, of_case uuid) returns integer language sql stable as $$
    select ((select count(*) from case_key k where k.centre_id = of_centre and k.case_id = of_case
          and k.wrapped_key is not null)
      + (select count(*) from case_identity i where i.centre_id = of_centre and i.case_id = of_case)
      + (select count(*) from case_person p where p.centre_id = of_centre and p.case_id = of_case)
      + (select count(*) from case_look l where l.centre_id = of_centre and l.case_id = of_case and l.note <> '–')
      + (select count(c.own_reference) + count(c.opened_although) from case_ref c
          where c.centre_id = of_centre and c.id = of_case)
      + (select coalesce(sum(num_nonnulls(s.own_reference, s.statutory_document_ref, s.withdraw_reason, s.result,
            s.suspend_note) + told_of_referral(s.centre_id, s.referral_id)), 0)
          from referral_subject s where s.centre_id = of_centre and s.case_id = of_case)
      + (select count(*) from referral_scope p where p.centre_id = of_centre and p.case_id = of_case)
      + (select count(b.note) from disclosure_basis b where b.centre_id = of_centre and b.case_id = of_case)
      ${
        has("suggestion_decision")
          ? `+ (select count(*) from suggestion_decision d
          join service_suggestion g on g.centre_id = d.centre_id and g.id = d.suggestion_id
          join referral_subject s on s.centre_id = g.centre_id and s.referral_id = g.referral_id
          where s.centre_id = of_centre and s.case_id = of_case and d.reason <> '${NO_REASON}')`
          : ""
      }
      ${
        has("resident_request")
          ? `+ (select coalesce(sum(num_nonnulls(nullif(q.extension_reason, '${NOTHING}'), nullif(q.answer, '${NOTHING}'))), 0)
          from resident_request q where q.centre_id = of_centre and q.case_id = of_case
            and q.kind <> 'ERASURE' and q.state <> 'OPEN')`
          : ""
      })::integer $$;`;

/** Whatever was masked already: a case may be closed and erased on the day on which its last referral ended. */
const eraseCase = (has: (table: Table) => boolean) => `
  create or replace function erase_case(of_centre uuid, of_case uuid, moment timestamptz) returns void
    language plpgsql as $$
    declare
      one uuid;
    begin
      perform set_config('splot.kind', 'erasure', true);
      delete from case_person where centre_id = of_centre and case_id = of_case;
      delete from case_identity where centre_id = of_centre and case_id = of_case;
      update case_key set wrapped_key = null, destroyed_at = moment
        where centre_id = of_centre and case_id = of_case and wrapped_key is not null;
      update case_look set note = case when purpose = 'OTHER' then '–' end
        where centre_id = of_centre and case_id = of_case and note is not null;
      for one in select s.referral_id from referral_subject s
          where s.centre_id = of_centre and s.case_id = of_case order by 1 loop
        perform forget_of_referral(of_centre, one);
      end loop;
      update referral_subject set own_reference = null, statutory_document_ref = null, withdraw_reason = null,
          result = null, suspend_note = null
        where centre_id = of_centre and case_id = of_case;
      delete from referral_scope where centre_id = of_centre and case_id = of_case;
      ${
        has("suggestion_decision")
          ? `update suggestion_decision d set reason = '${NO_REASON}' from service_suggestion g
        join referral_subject s on s.centre_id = g.centre_id and s.referral_id = g.referral_id
        where s.centre_id = of_centre and s.case_id = of_case and d.reason is not null
          and d.centre_id = g.centre_id and d.suggestion_id = g.id;`
          : ""
      }
      ${
        has("resident_request")
          ? `-- what she was answered of her erasure is her proof
      update resident_request q set answer = '${NOTHING}',
          extension_reason = case when q.extension_reason is not null then '${NOTHING}' end
        where q.centre_id = of_centre and q.case_id = of_case and q.kind <> 'ERASURE' and q.state <> 'OPEN';`
          : ""
      }
      -- a case that never held an identity has no key whose end would take it along
      perform set_config('splot.kind', 'forgetting', true);
      update disclosure_basis set note = null where centre_id = of_centre and case_id = of_case and note is not null;
      perform set_config('splot.kind', 'system', true);
      update case_ref set own_reference = null, opened_although = null, version = version + 1
        where centre_id = of_centre and id = of_case;
    end $$;`;

/** What each held is counted before and again after. */
const MASK_ONE_BY_ONE = `
  create or replace function mask_referrals(moment timestamptz, most integer)
    returns table (referral_id uuid, number text, before integer)
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      place uuid := actor_centre();
      found_ids uuid[];
      run uuid;
      one record;
      held integer;
      nth integer := 0;
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
        for one in select r.id, r.number from referral r where r.centre_id = place and r.id = any(found_ids)
            order by r.number loop
          nth := nth + 1;
          held := told_of_referral(place, one.id);
          update referral_subject s set statutory_document_ref = r.statutory_document_ref,
              withdraw_reason = r.withdraw_reason, result = r.result, suspend_note = r.suspend_note
            from referral r where r.centre_id = s.centre_id and r.id = s.referral_id
              and r.centre_id = place and r.id = one.id;
          perform forget_of_referral(place, one.id);
          update referral r set masked_at = moment where r.centre_id = place and r.id = one.id;
          insert into protection_mark (centre_id, run_id, nth, subject, before, after)
            values (place, run, nth, one.number, held, told_of_referral(place, one.id));
          referral_id := one.id;
          number := one.number;
          before := held;
          return next;
        end loop;
      end if;
      perform set_config('splot.kind', 'system', true);
    end $$;`;

/** As the migrations before have made them, to the letter: theirs go on from there. */
const FORMERLY = `
      create or replace function kept_of_case(of_centre uuid, of_case uuid) returns integer language sql stable as $$
        select ((select count(*) from case_key k where k.centre_id = of_centre and k.case_id = of_case
              and k.wrapped_key is not null)
          + (select count(*) from case_identity i where i.centre_id = of_centre and i.case_id = of_case)
          + (select count(*) from case_person p where p.centre_id = of_centre and p.case_id = of_case)
          + (select count(*) from case_look l where l.centre_id = of_centre and l.case_id = of_case and l.note <> '–')
          + (select count(c.own_reference) + count(c.opened_although) from case_ref c
              where c.centre_id = of_centre and c.id = of_case)
          + (select count(s.own_reference) + count(s.statutory_document_ref) + count(s.withdraw_reason)
                + count(r.statutory_document_ref) + count(r.withdraw_reason) + count(r.suspend_note)
                + coalesce(sum((select count(*) from referral_message m where m.centre_id = r.centre_id
                    and m.referral_id = r.id)), 0)
                + coalesce(sum((select count(p.sealed) from referral_scope p where p.centre_id = r.centre_id
                    and p.referral_id = r.id)), 0)
              from referral_subject s join referral r on r.centre_id = s.centre_id and r.id = s.referral_id
              where s.centre_id = of_centre and s.case_id = of_case))::integer $$;
      create or replace function erase_case(of_centre uuid, of_case uuid, moment timestamptz) returns void language plpgsql as $$
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
          delete from referral_message m using referral_subject s where s.centre_id = of_centre and s.case_id = of_case
            and m.centre_id = s.centre_id and m.referral_id = s.referral_id;
          update referral_scope set sealed = null
            where centre_id = of_centre and case_id = of_case and sealed is not null;
          update referral r set suspend_note = null from referral_subject s
            where s.centre_id = of_centre and s.case_id = of_case and r.centre_id = s.centre_id and r.id = s.referral_id
              and r.suspend_note is not null;
          update referral_subject set own_reference = null, statutory_document_ref = null, withdraw_reason = null
            where centre_id = of_centre and case_id = of_case;
          perform set_config('splot.kind', 'system', true);
          update case_ref set own_reference = null, opened_although = null, version = version + 1
            where centre_id = of_centre and id = of_case;
        end $$;
      create or replace function mask_referrals(moment timestamptz, most integer)
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
                  (num_nonnulls(r.statutory_document_ref, r.withdraw_reason, r.suspend_note) + (select count(*)
                    from referral_message m where m.centre_id = r.centre_id and m.referral_id = r.id))::integer as held,
                  (row_number() over (order by r.number))::integer as nth
                from referral r where r.centre_id = place and r.id = any(found_ids)
              ), marked as (
                insert into protection_mark (centre_id, run_id, nth, subject, before, after)
                select place, run, seen.nth, seen.number, seen.held, 0 from seen
              ), kept as (
                update referral_subject s set statutory_document_ref = seen.paper, withdraw_reason = seen.reason
                from seen where s.centre_id = place and s.referral_id = seen.id
              ), masked as (
                update referral r set masked_at = moment, statutory_document_ref = null, withdraw_reason = null, suspend_note = null
                from seen where r.centre_id = place and r.id = seen.id
              ) select seen.id, seen.number, seen.held from seen order by seen.nth;
            update protection_mark k set after = num_nonnulls(r.statutory_document_ref, r.withdraw_reason, r.suspend_note)
                + (select count(*) from referral_message m where m.centre_id = r.centre_id and m.referral_id = r.id)
              from referral r where k.centre_id = place and k.run_id = run and r.centre_id = place and r.number = k.subject;
          end if;
          perform set_config('splot.kind', 'system', true);
        end $$;`;

/** Those of these tables hold what people do; what goes by rule is no move. */
const guards = (
  tables: readonly Table[],
  meant: string,
  before: string,
  after: string,
) => `
  do $do$
    declare
      each record;
    begin
      for each in select t.tgname as name, t.tgrelid::regclass as held, pg_get_triggerdef(t.oid) as made from pg_trigger t
          where t.tgrelid = any(array[${tables.map((table) => `'${table}'`).join(", ")}]::regclass[])
            and not t.tgisinternal and (t.tgtype & 16) <> 0 loop
        if ${meant} then
          execute format('drop trigger %I on %s', each.name, each.held);
          execute replace(each.made, $before$${before}$before$, $after$${after}$after$);
        end if;
      end loop;
    end $do$;`;
const PLAIN = " EXECUTE FUNCTION";
const UNLESS_ERASING =
  " WHEN ((actor_kind() <> 'erasure'::text)) EXECUTE FUNCTION";

/** Suggestions and requests are made by migrations that may not be there; who only reads the text gets it for all. */
async function present(runner: QueryRunner): Promise<readonly Table[]> {
  const rows: unknown = await runner.query(
    `select name from unnest($1::text[]) as t(name) where to_regclass(name) is not null`,
    [TABLES],
  );
  const named = JSON.stringify(rows ?? TABLES);
  return TABLES.filter((table) => named.includes(`"${table}"`));
}

export class EraseWhatWasLeft20261130087100 implements MigrationInterface {
  name = "EraseWhatWasLeft20261130087100";

  async up(runner: QueryRunner): Promise<void> {
    const there = await present(runner);
    const has = (table: Table) => there.includes(table);
    await runner.query(`
      -- what the sender alone keeps of it once it is masked for everybody else
      alter table referral_subject add column result text, add column suspend_note text;
    `);
    for (const table of there)
      await runner.query(
        `create policy erase_${table} on ${table} for all to current_user using (actor_kind() = 'erasure')`,
      );
    await runner.query(
      guards(
        there,
        "position(' WHEN (' in each.made) = 0",
        PLAIN,
        UNLESS_ERASING,
      ),
    );
    await runner.query(toldOfReferral(has));
    await runner.query(keptOfCase(has));
    await runner.query(eraseCase(has));
    await runner.query(MASK_ONE_BY_ONE);
    await runner.query(`
      revoke execute on function told_of_referral(uuid, uuid), forget_of_referral(uuid, uuid) from public;
      -- what was masked before this masked less; what was erased is proposed again by the nightly job, with what is left
      do $$
        declare
          kind text := actor_kind();
        begin
          perform set_config('splot.kind', 'erasure', true);
          update referral_subject s set result = r.result, suspend_note = r.suspend_note
            from referral r where r.centre_id = s.centre_id and r.id = s.referral_id and r.masked_at is not null;
          perform forget_of_referral(r.centre_id, r.id) from referral r where r.masked_at is not null;
          perform set_config('splot.kind', kind, true);
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const there = await present(runner);
    await runner.query(FORMERLY);
    await runner.query(`drop function forget_of_referral, told_of_referral`);
    await runner.query(
      guards(
        there,
        "position('''erasure''::text)) EXECUTE' in each.made) > 0",
        UNLESS_ERASING,
        PLAIN,
      ),
    );
    for (const table of there)
      await runner.query(`drop policy erase_${table} on ${table}`);
    await runner.query(
      `alter table referral_subject drop column result, drop column suspend_note`,
    );
  }
}
