// What is lacking is counted by one click, from a referral or a search: one row a gap, one report a referral, and nobody's data (K8, O9).
import type { MigrationInterface, QueryRunner } from "typeorm";

const INSIDE = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP'`;
/** Who reports and does not keep the register. */
const REPORTERS = `'KIPUS', 'PARTNER_REFERRALS'`;

/** Her own report: of a referral that she sent or answers, or of what she searched for. */
const OWN_REPORT = `account_id = actor_account() and (
  (referral_id is null and actor_is('KIPUS', 'OSL'))
  or exists (select from referral r where r.centre_id = need_report.centre_id and r.id = need_report.referral_id and (
    (actor_is('KIPUS') and r.sender_account_id = actor_account())
    or (actor_is('PARTNER_REFERRALS') and r.partner_id = actor_partner()))))`;

export class CountNeeds20261130085000 implements MigrationInterface {
  name = "CountNeeds20261130085000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table centre_place (
        centre_id uuid not null references centre (id),
        id uuid not null,
        name text not null check (length(name) between 2 and 60 and name !~ '[0-9]'),
        simc text check (simc ~ '^[0-9]{7}$'),
        primary key (centre_id, id)
      );
      create unique index centre_place_name on centre_place (centre_id, lower(name));
      call wall('centre_place');
      call grant_application('centre_place', 'select, insert');
      create policy read_centre_place on centre_place for select using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is(${INSIDE}, 'AUTHORITY')));
      create policy name_centre_place on centre_place for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));

      alter table need
        add column target_group text not null default 'GENERAL' check (target_group in ('GENERAL', 'FAMILIES',
          'CHILDREN_AT_RISK', 'LIMITED_ABILITY', 'SENIORS', 'HOMELESS', 'ADDICTED', 'MENTAL_DISORDERS',
          'LONG_TERM_UNEMPLOYED', 'RELEASED_FROM_PRISON', 'REFUGEES', 'DISABLED')),
        -- null: the whole area of the centre
        add column place_id uuid,
        -- born of reports, with words made of what it is about; the others were written by hand
        add column counted boolean not null default false,
        add column reported_at timestamptz,
        -- its last report was taken back
        add column withdrawn_at timestamptz,
        add column planned_answer text
          check (planned_answer in ('NEW_SERVICE', 'MORE_CAPACITY', 'SUPPORTING_ACTIVITY', 'PROGRAMME')),
        add column answer_note text check (length(answer_note) between 1 and 300),
        add foreign key (centre_id, place_id) references centre_place (centre_id, id);
      -- behind its wall the owner sees no row
      alter table need no force row level security;
      update need set reported_at = created_at;
      alter table need force row level security;
      alter table need
        alter column reported_at set not null, alter column reported_at set default now(),
        alter column title drop not null,
        add check (counted or title is not null),
        add check (counted or withdrawn_at is null);
      create unique index need_once on need (centre_id, area, coalesce(place_id, '00000000-0000-0000-0000-000000000000'),
        target_group, gap_kind) where counted and status <> 'MET';
      create index need_reported on need (centre_id, reported_at desc, id desc);
      create index need_place on need (centre_id, place_id);

      create table need_report (
        centre_id uuid not null,
        id uuid not null,
        need_id uuid not null,
        evidence text not null check (evidence in ('REFERRAL_DECLINED', 'WAITING_TIME', 'KIPUS_REPORT')),
        referral_id uuid,
        account_id uuid not null references account (id),
        at timestamptz not null,
        taken_back_at timestamptz,
        primary key (centre_id, id),
        foreign key (centre_id, need_id) references need (centre_id, id),
        foreign key (centre_id, referral_id) references referral (centre_id, id),
        check ((evidence = 'KIPUS_REPORT') = (referral_id is null))
      );
      create unique index need_report_referral on need_report (centre_id, referral_id) where taken_back_at is null;
      create index need_report_of_referral on need_report (centre_id, referral_id);
      create index need_report_need on need_report (centre_id, need_id, evidence);
      create index need_report_account on need_report (account_id);
      call wall('need_report');
      call grant_application('need_report', 'select, insert, update');

      -- whoever sees a referral sees that it is counted
      create policy read_need_report on need_report for select using (centre_id = actor_centre() and (
        actor_kind() in ('system', 'band') or account_id = actor_account()
        or exists (select from referral r where r.centre_id = need_report.centre_id and r.id = need_report.referral_id)));
      create policy report_need on need_report for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or (taken_back_at is null and ${OWN_REPORT})));
      create policy take_back_need_report on need_report for update
        using (centre_id = actor_centre() and (actor_kind() = 'system' or account_id = actor_account()));
      create policy make_counted_need on need for insert with check (
        centre_id = actor_centre() and actor_is(${REPORTERS}) and counted and status = 'REPORTED' and title is null
        and network_id is null and planned_answer is null and answer_note is null and persons_estimated is null);
      create policy count_need on need for update using (centre_id = actor_centre() and actor_is(${REPORTERS}));
      create policy write_need_report_event on event for insert with check (
        centre_id = actor_centre() and topic = 'NETWORK' and type in ('NeedReported', 'NeedReportTakenBack')
        and actor_is(${REPORTERS}) and partner_id is null
        and actor_partner_id = actor_partner() and actor_account_id = actor_account());
      -- each single report is for whoever keeps the register; the others read counts
      create policy narrow_need_reports on event as restrictive for select using (
        type not in ('NeedReported', 'NeedReportTakenBack') or actor_kind() <> 'member' or actor_is('OUS', 'OSL'));
    `);
    await runner.query(`
      create function guard_need() returns trigger language plpgsql as $$
        begin
          if actor_kind() = 'system' or actor_is('OUS', 'OSL') then
            return new;
          end if;
          if (to_jsonb(new) - 'reported_at' - 'withdrawn_at') is distinct from (to_jsonb(old) - 'reported_at' - 'withdrawn_at') then
            raise exception 'a report leaves the need as it is' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_need before update on need for each row execute function guard_need();

      create function guard_need_report() returns trigger language plpgsql as $$
        begin
          if (to_jsonb(new) - 'taken_back_at') is distinct from (to_jsonb(old) - 'taken_back_at')
              or old.taken_back_at is not null then
            raise exception 'a report is taken back once, and not rewritten' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_need_report before update on need_report
        for each row execute function guard_need_report();
    `);
    await runner.query(`
      -- one to four are told to nobody, and where a part would be, the parts are not told at all (domain 4.5)
      create function need_counts(needs uuid[])
        returns table (need_id uuid, evidence text, reports integer, of_all integer)
        language plpgsql stable security definer set search_path = public, pg_temp
        as $$
        declare
          kind text := actor_kind();
          reads boolean := kind = 'system' or actor_is(${INSIDE}, 'AUTHORITY');
        begin
          -- a function's own SET of such a setting is for superusers only
          perform set_config('splot.kind', 'band', true);
          return query
            with part as (
              select p.need_id, p.evidence, count(*) as n from need_report p
              where reads and p.centre_id = actor_centre() and p.need_id = any(needs) and p.taken_back_at is null
              group by p.need_id, p.evidence
            )
            select p.need_id, p.evidence,
              case when min(p.n) over of_need >= 5 then p.n::integer end,
              case when sum(p.n) over of_need >= 5 then (sum(p.n) over of_need)::integer end
            from part p window of_need as (partition by p.need_id);
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function need_counts from public;
    `);
    await runner.query(
      `do $$ begin execute format('grant execute on function need_counts to %I', current_setting('splot.application_role')); end $$`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function need_counts;
      drop trigger guard_need on need;
      drop policy narrow_need_reports on event;
      drop policy write_need_report_event on event;
      drop policy count_need on need;
      drop policy make_counted_need on need;
      drop table need_report;
      drop function guard_need_report, guard_need;
      alter table need no force row level security;
      alter table need_comment no force row level security;
      delete from need_comment c using need n where n.centre_id = c.centre_id and n.id = c.need_id and n.counted;
      delete from need where counted;
      alter table need force row level security;
      alter table need_comment force row level security;
      alter table need alter column title set not null, drop column answer_note, drop column planned_answer,
        drop column withdrawn_at, drop column reported_at, drop column counted, drop column place_id, drop column target_group;
      drop table centre_place;
    `);
  }
}
