// What the six steps of a partnership are answered by: needs, meetings with who was there, the analysis, and the steps taken.
import type { MigrationInterface, QueryRunner } from "typeorm";

const INSIDE = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP'`;

/** Who reads a table and who writes it, within the centre. */
const policies = (
  table: string,
  readers: string,
  writers: string,
  changed: boolean,
) => `
  call wall('${table}');
  call grant_application('${table}', 'select, insert${changed ? ", update" : ""}');
  create policy read_${table} on ${table} for select using (
    centre_id = actor_centre() and (actor_kind() = 'system' or actor_is(${readers})));
  create policy make_${table} on ${table} for insert with check (
    centre_id = actor_centre() and (actor_kind() = 'system' or actor_is(${writers})));
  ${
    changed
      ? `create policy change_${table} on ${table} for update using (
    centre_id = actor_centre() and (actor_kind() = 'system' or actor_is(${writers})));`
      : ""
  }`;

export class WalkSixSteps20261130043100 implements MigrationInterface {
  name = "WalkSixSteps20261130043100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table need (
        centre_id uuid not null references centre (id),
        id uuid not null,
        network_id uuid,
        title text not null,
        area text not null,
        gap_kind text not null check (gap_kind in ('NO_SERVICE', 'NO_CAPACITY', 'TOO_FAR', 'WRONG_TIME', 'NOT_ACCESSIBLE',
          'TOO_EXPENSIVE', 'NOT_LONG_ENOUGH', 'QUALITY')),
        evidence text not null check (evidence in ('REFERRAL_DECLINED', 'WAITING_TIME', 'KIPUS_REPORT', 'PARTNER_REPORT',
          'SURVEY', 'CONSULTATION')),
        status text not null check (status in ('REPORTED', 'VERIFIED', 'PLANNED', 'BEING_MET', 'MET', 'NOT_PURSUED')),
        persons_estimated integer check (persons_estimated > 0),
        version integer not null default 1,
        created_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, network_id) references network (centre_id, id)
      );
      create index need_network on need (centre_id, network_id, created_at);
      create index need_order on need (centre_id, created_at, id);
      ${policies("need", `${INSIDE}, 'AUTHORITY'`, "'OUS', 'OSL'", true)}
      create policy write_need_event on event for insert with check (
        centre_id = actor_centre() and topic = 'NETWORK' and type like 'Need%' and actor_is('OSL')
        and actor_partner_id = actor_partner() and actor_account_id = actor_account());

      create table meeting (
        centre_id uuid not null,
        id uuid not null,
        network_id uuid not null,
        kind text not null,
        title text not null,
        agenda text[] not null default '{}' check (cardinality(agenda) <= 20),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        place text,
        status text not null check (status in ('PLANNED', 'HELD', 'CANCELLED')),
        cancel_reason text,
        version integer not null default 1,
        created_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, network_id) references network (centre_id, id),
        check (starts_at < ends_at)
      );
      create index meeting_network on meeting (centre_id, network_id, starts_at);
      ${policies("meeting", `${INSIDE}, 'IOD'`, "'OUS'", true)}
      create table meeting_attendance (
        centre_id uuid not null,
        meeting_id uuid not null,
        partner_id uuid not null,
        present boolean not null,
        primary key (centre_id, meeting_id, partner_id),
        foreign key (centre_id, meeting_id) references meeting (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create index meeting_attendance_partner on meeting_attendance (centre_id, partner_id);
      ${policies("meeting_attendance", `${INSIDE}, 'IOD'`, "'OUS'", false)}

      create table network_analysis (
        centre_id uuid not null,
        network_id uuid not null,
        strengths text not null,
        weaknesses text not null,
        opportunities text not null,
        threats text not null,
        version integer not null default 1,
        written_at timestamptz not null,
        primary key (centre_id, network_id),
        foreign key (centre_id, network_id) references network (centre_id, id)
      );
      ${policies("network_analysis", INSIDE, "'OUS'", true)}
      -- only ever added to
      create table network_step (
        centre_id uuid not null,
        id uuid not null,
        network_id uuid not null,
        step text not null,
        change text not null check (change in ('COMPLETED', 'REOPENED')),
        reason text,
        at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, network_id) references network (centre_id, id),
        check ((change = 'REOPENED') = (reason is not null))
      );
      create index network_step_network on network_step (centre_id, network_id, at);
      ${policies("network_step", INSIDE, "'OUS'", false)}

      -- steps are taken one by one, and each taking and going back stands in the history
      create function guard_network_step() returns trigger language plpgsql as $$
        declare
          steps constant text[] := array['PROBLEM_DEFINITION', 'GOALS_AND_CONTACTS', 'PROBLEM_RESOURCE_ANALYSIS', 'BUILDING',
            'FORMALISATION', 'WORKING_MEETINGS'];
          ahead integer := array_position(steps, new.step) - array_position(steps, old.step);
        begin
          if ahead > 1 or not exists (select from network_step s where s.centre_id = new.centre_id and s.network_id = new.id
              and s.change = case when ahead = 1 then 'COMPLETED' else 'REOPENED' end
              and s.step = case when ahead = 1 then old.step else new.step end) then
            raise exception 'steps are not skipped' using errcode = '23514';
          end if;
          return new;
        end $$;
      create trigger guard_network_step before update of step on network
        for each row when (old.step is distinct from new.step) execute function guard_network_step();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_network_step on network;
      drop function guard_network_step;
      drop policy write_need_event on event;
      drop table network_step, network_analysis, meeting_attendance, meeting, need;
    `);
  }
}
