// Attendance: who was there on a day, or how much of a period somebody got; corrected by another line, never rewritten. An end says what was delivered.
import type { MigrationInterface, QueryRunner } from "typeorm";

const IN_THE_INBOX = `actor_is('PARTNER_REFERRALS') and partner_id = actor_partner()`;

const ARRANGED = `arranged text[] := array['no_shows', 'version', 'updated_at'];`;
const ALSO_ABSENT = `arranged text[] := array['no_shows', 'absences_in_row', 'version', 'updated_at'];`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('guard_referral_transition'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'guard_referral_transition reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

export class KeepAttendance20261130082100 implements MigrationInterface {
  name = "KeepAttendance20261130082100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral
        add column absences_in_row integer not null default 0 check (absences_in_row >= 0),
        add column delivered_units integer check (delivered_units between 0 and 100000),
        add column result text check (length(result) between 1 and 300);
      create table attendance (
        centre_id uuid not null,
        referral_id uuid not null,
        day date not null,
        -- the day itself, or the last one of a period
        until date not null,
        -- the newest stands, those before it are history
        revision integer not null check (revision > 0),
        partner_id uuid not null,
        sender_account_id uuid not null references account (id),
        service_id uuid not null,
        state text check (state in ('PRESENT', 'ABSENT', 'EXCUSED')),
        quantity integer check (quantity between 0 and 10000),
        recorded_at timestamptz not null,
        recorded_by uuid not null references account (id),
        primary key (centre_id, referral_id, day, revision),
        foreign key (centre_id, referral_id) references referral (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        foreign key (centre_id, service_id) references service (centre_id, id),
        check (until >= day),
        check ((state is null) <> (quantity is null)),
        check (state is null or until = day)
      );
      create index attendance_service on attendance (centre_id, service_id, day);
      create index attendance_partner on attendance (centre_id, partner_id, day);
      create index attendance_sender on attendance (sender_account_id);
      create index attendance_account on attendance (recorded_by);
      call wall('attendance');
      call grant_application('attendance', 'select, insert');
      create policy read_attendance on attendance for select using (centre_id = actor_centre() and (
        actor_kind() in ('system', 'band') or (actor_is('KIPUS') and sender_account_id = actor_account()) or (${IN_THE_INBOX})));
      create policy record_attendance on attendance for insert with check (centre_id = actor_centre() and (
        actor_kind() = 'system' or (${IN_THE_INBOX} and recorded_by = actor_account())));

      -- of whom the service has begun with, on days on which it ran, one line after the other
      create function guard_attendance() returns trigger language plpgsql as $$
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if not exists (select from referral r where r.centre_id = new.centre_id and r.id = new.referral_id
              and (r.partner_id, r.sender_account_id, r.service_id) = (new.partner_id, new.sender_account_id, new.service_id)
              and (r.started_at at time zone 'Europe/Warsaw')::date <= new.until
              and new.day <= coalesce((r.finished_at at time zone 'Europe/Warsaw')::date, new.day)) then
            raise exception 'attendance is of a service that has begun' using errcode = '42501';
          end if;
          if new.revision <> 1 + coalesce((select max(a.revision) from attendance a where a.centre_id = new.centre_id
              and a.referral_id = new.referral_id and a.day = new.day), 0) then
            raise exception 'a correction follows what it corrects' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_attendance before insert on attendance for each row execute function guard_attendance();
    `);
    await runner.query(`
      -- what the lists of an agreement's services count in a period, by service; a line of several days in that of its last
      create function attended_under(of_agreement uuid, of_partner uuid, since timestamptz, until timestamptz)
        returns table (service_id uuid, units integer)
        language plpgsql stable security definer set search_path = public, pg_temp
        as $$
        declare
          kind text := actor_kind();
          first_day date := (since at time zone 'Europe/Warsaw')::date;
          day_after date := (until at time zone 'Europe/Warsaw')::date;
        begin
          if not (kind = 'system' or sees_accounts(of_partner)) then
            return;
          end if;
          -- a function's own SET of such a setting is for superusers only
          perform set_config('splot.kind', 'band', true);
          return query
            select r.service_id, sum(case when l.state is null then l.quantity when l.state = 'PRESENT' then 1 else 0 end)::integer
            from referral r
            cross join lateral (select distinct on (a.day) a.state, a.quantity from attendance a
              where a.centre_id = r.centre_id and a.referral_id = r.id
                and a.until >= first_day and a.until < day_after
              order by a.day, a.revision desc) l
            where r.centre_id = actor_centre() and r.agreement_id = of_agreement and r.partner_id = of_partner
            group by r.service_id;
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function attended_under from public;
      do $$ begin execute format('grant execute on function attended_under to %I', current_setting('splot.application_role')); end $$;
    `);
    await runner.query(rewrite(ARRANGED, ALSO_ABSENT));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(ALSO_ABSENT, ARRANGED));
    await runner.query(`
      drop function attended_under;
      drop table attendance;
      drop function guard_attendance;
      alter table referral drop column absences_in_row, drop column delivered_units, drop column result;
    `);
  }
}
