// What was ordered under an agreement, what was delivered, what is missing, and the sheet that both sides confirm.
import type { MigrationInterface, QueryRunner } from "typeorm";

const SEEN =
  "centre_id = actor_centre() and (actor_kind() = 'system' or sees_accounts(partner_id))";
const BUYER =
  "centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS'))";
const PROVIDER =
  "centre_id = actor_centre() and (actor_kind() = 'system' or (actor_is('PARTNER_ADMIN') and partner_id = actor_partner()))";
const EITHER =
  "centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS') or (actor_is('PARTNER_ADMIN') and partner_id = actor_partner()))";

/** Tables, who may add a row and who may change one. */
const tables = [
  ["agreement_order", BUYER, BUYER],
  ["delivery_report", PROVIDER, PROVIDER],
  ["settlement_sheet", BUYER, EITHER],
  ["shortfall", BUYER, EITHER],
] as const;

const few = (count: string) =>
  `case when exact or ${count} = 0 or ${count} >= 5 then ${count} end`;

export class SettleAgreements20261130051200 implements MigrationInterface {
  name = "SettleAgreements20261130051200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agreement_order (
        centre_id uuid not null,
        id uuid not null,
        agreement_id uuid not null,
        partner_id uuid not null,
        per text not null check (per in ('MONTH', 'QUARTER', 'YEAR')),
        lines jsonb not null check (jsonb_typeof(lines) = 'array'),
        version integer not null check (version > 0),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, agreement_id) references agreement (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create unique index agreement_order_once on agreement_order (centre_id, agreement_id, partner_id);
      create index agreement_order_partner on agreement_order (centre_id, partner_id);

      create table delivery_report (
        centre_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        partner_id uuid not null,
        from_on date not null,
        to_on date not null,
        lines jsonb not null check (jsonb_typeof(lines) = 'array'),
        version integer not null check (version > 0),
        reported_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, order_id) references agreement_order (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        check (from_on <= to_on)
      );
      create unique index delivery_report_once on delivery_report (centre_id, order_id, from_on, to_on);
      create index delivery_report_partner on delivery_report (centre_id, partner_id);

      create table settlement_sheet (
        centre_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        partner_id uuid not null,
        from_on date not null,
        to_on date not null,
        revision integer not null check (revision > 0),
        status text not null check (status in ('OPEN', 'OBJECTED', 'CONFIRMED', 'REPLACED')),
        -- as they were when the sheet was drafted, with how they came about
        figures jsonb not null,
        drafted_at timestamptz not null,
        hub_confirmed_at timestamptz,
        partner_confirmed_at timestamptz,
        objected_by text check (objected_by in ('HUB', 'PARTNER')),
        objection text check (length(objection) between 3 and 1000),
        objected_at timestamptz,
        primary key (centre_id, id),
        foreign key (centre_id, order_id) references agreement_order (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        check (from_on <= to_on),
        check ((status = 'CONFIRMED') = (hub_confirmed_at is not null and partner_confirmed_at is not null and status <> 'REPLACED')),
        check ((status = 'OBJECTED') <= (objected_by is not null and objection is not null and objected_at is not null))
      );
      create unique index settlement_sheet_revision on settlement_sheet (centre_id, order_id, from_on, to_on, revision);
      create unique index settlement_sheet_stands on settlement_sheet (centre_id, order_id, from_on, to_on) where status <> 'REPLACED';
      create index settlement_sheet_partner on settlement_sheet (centre_id, partner_id);

      create table shortfall (
        centre_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        partner_id uuid not null,
        service_id uuid,
        from_on date not null,
        to_on date not null,
        kind text not null check (kind in ('TALK', 'CORRECTIVE_ACTION', 'CLAIM')),
        reason text not null check (length(reason) between 3 and 1000),
        -- who has to act
        owner text not null check (owner in ('HUB', 'PARTNER')),
        due_on date not null,
        state text not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
        answer text check (length(answer) between 3 and 1000),
        answered_at timestamptz,
        result text check (length(result) between 3 and 1000),
        closed_at timestamptz,
        version integer not null check (version > 0),
        raised_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, order_id) references agreement_order (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        foreign key (centre_id, service_id) references service (centre_id, id),
        check (from_on <= to_on),
        check ((answer is null) = (answered_at is null)),
        check ((state = 'CLOSED') = (result is not null and closed_at is not null))
      );
      create index shortfall_order on shortfall (centre_id, order_id, raised_at desc);
      create index shortfall_partner on shortfall (centre_id, partner_id);
      create index shortfall_service on shortfall (centre_id, service_id);
      create index shortfall_due on shortfall (centre_id, due_on) where state <> 'CLOSED';

      create function sees_accounts(partner uuid) returns boolean language sql stable
        as $$ select actor_is('OUS', 'DIRECTOR', 'AUTHORITY') or (actor_is('PARTNER_ADMIN') and partner = actor_partner()) $$;
    `);
    for (const [table, makers, changers] of tables)
      await runner.query(`
        call wall('${table}');
        call grant_application('${table}', 'select, insert, update');
        create policy read_${table} on ${table} for select using (${SEEN});
        create policy make_${table} on ${table} for insert with check (${makers});
        create policy change_${table} on ${table} for update using (${changers});
      `);
    await runner.query(`
      create policy write_fulfilment_event on event for insert with check (
        centre_id = actor_centre() and topic = 'NETWORK' and actor_is('PARTNER_ADMIN')
        and type in ('DeliveryReported', 'SettlementConfirmed', 'SettlementObjected', 'ShortfallAnswered')
        and partner_id = actor_partner() and actor_partner_id = actor_partner() and actor_account_id = actor_account());

      create function guard_settlement_sheet() returns trigger language plpgsql as $$
        begin
          if (new.centre_id, new.id, new.order_id, new.partner_id, new.from_on, new.to_on, new.revision, new.figures, new.drafted_at)
              is distinct from (old.centre_id, old.id, old.order_id, old.partner_id, old.from_on, old.to_on, old.revision,
                old.figures, old.drafted_at) then
            raise exception 'the figures of a sheet stay as they were drafted' using errcode = '42501';
          end if;
          if old.status in ('CONFIRMED', 'REPLACED') then
            raise exception 'what both sides confirmed, or what was replaced, stays' using errcode = '42501';
          end if;
          -- each side speaks for itself
          if actor_kind() <> 'system' and (
              (not actor_is('OUS') and (new.hub_confirmed_at is distinct from old.hub_confirmed_at
                or new.status = 'REPLACED' or new.objected_by is distinct from old.objected_by and new.objected_by = 'HUB'))
              or (not (actor_is('PARTNER_ADMIN') and new.partner_id = actor_partner())
                and (new.partner_confirmed_at is distinct from old.partner_confirmed_at
                or new.objected_by is distinct from old.objected_by and new.objected_by = 'PARTNER'))) then
            raise exception 'a side confirms and objects for itself alone' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_settlement_sheet before update on settlement_sheet
        for each row execute function guard_settlement_sheet();

      create function guard_shortfall() returns trigger language plpgsql as $$
        begin
          if (new.centre_id, new.id, new.order_id, new.partner_id, new.service_id, new.from_on, new.to_on, new.kind, new.reason,
                new.owner, new.due_on, new.raised_at)
              is distinct from (old.centre_id, old.id, old.order_id, old.partner_id, old.service_id, old.from_on, old.to_on,
                old.kind, old.reason, old.owner, old.due_on, old.raised_at) or old.state = 'CLOSED' then
            raise exception 'what was raised stays as it was said, and closed is closed' using errcode = '42501';
          end if;
          if actor_kind() <> 'system' and (
              (new.answer is distinct from old.answer and not (actor_is('PARTNER_ADMIN') and new.partner_id = actor_partner()))
              or (new.result is distinct from old.result and not actor_is('OUS'))) then
            raise exception 'the organisation answers, the buyer closes' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_shortfall before update on shortfall for each row execute function guard_shortfall();
    `);
    await runner.query(`
      -- referrals under an agreement as its accounts need them: by service, and the answers by priority
      create function delivery_under(of_agreement uuid, of_partner uuid, since timestamptz, until timestamptz)
        returns table (service_id uuid, priority text, units integer, unit_days double precision, no_shows integer,
          declined integer, unanswered integer, answers integer, in_time integer, median_minutes integer, worst_minutes integer)
        language plpgsql stable security definer set search_path = public, pg_temp
        as $$
        declare
          kind text := actor_kind();
          exact boolean := kind = 'system' or actor_is('OUS') or (actor_is('PARTNER_ADMIN') and of_partner = actor_partner());
        begin
          if not (kind = 'system' or sees_accounts(of_partner)) then
            return;
          end if;
          -- a function's own SET of such a setting is for superusers only
          perform set_config('splot.kind', 'band', true);
          return query
            with moved as (
              select r.service_id, r.priority, r.units, r.status, r.discontinue_reason, r.due_at, r.sent_at, r.decided_at, r.finished_at,
                r.started_at < until and (r.finished_at is null or r.finished_at >= since) as ran,
                extract(epoch from least(coalesce(r.finished_at, until), until) - greatest(r.started_at, since)) / 86400 as days,
                -- who was sent to wait was asked no answer
                case when r.waiting_since is distinct from r.sent_at then coalesce(r.waiting_since, r.decided_at) end as answered_at
              from referral r
              where r.centre_id = actor_centre() and r.agreement_id = of_agreement and r.partner_id = of_partner
                and r.status <> 'DRAFT' and not r.vanished and r.sent_at < until
            ), judged as (
              select m.*, m.answered_at >= since and m.answered_at < until as answered,
                m.answered_at is null and m.status = 'EXPIRED' and m.due_at >= since and m.due_at < until as lapsed,
                extract(epoch from m.answered_at - m.sent_at) / 60 as minutes
              from moved m
            ), lines as (
              select j.service_id, j.priority,
                coalesce(sum(j.units) filter (where j.ran), 0)::integer as units,
                coalesce(sum(j.units * j.days) filter (where j.ran), 0)::double precision as unit_days,
                count(*) filter (where j.discontinue_reason = 'NO_SHOW' and j.finished_at >= since and j.finished_at < until)::integer as no_shows,
                count(*) filter (where j.status = 'DECLINED' and j.answered)::integer as declined,
                count(*) filter (where j.lapsed)::integer as unanswered,
                count(*) filter (where j.answered or j.lapsed)::integer as answers,
                count(*) filter (where j.answered and (j.due_at is null or j.answered_at <= j.due_at))::integer as in_time,
                (percentile_cont(0.5) within group (order by j.minutes) filter (where j.answered))::integer as median_minutes,
                (max(j.minutes) filter (where j.answered))::integer as worst_minutes
              from judged j group by grouping sets ((j.service_id), (j.priority))
            )
            select l.service_id, l.priority, l.units, l.unit_days, ${few("l.no_shows")}, ${few("l.declined")}, ${few("l.unanswered")},
              ${few("l.answers")}, case when exact or l.answers >= 5 then l.in_time end,
              case when exact or l.answers >= 5 then l.median_minutes end, case when exact or l.answers >= 5 then l.worst_minutes end
            from lines l order by l.service_id, l.priority;
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function delivery_under from public;
      do $$ begin execute format('grant execute on function delivery_under to %I', current_setting('splot.application_role')); end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function delivery_under;
      drop policy write_fulfilment_event on event;
      drop table shortfall, settlement_sheet, delivery_report, agreement_order;
      drop function guard_shortfall, guard_settlement_sheet, sees_accounts;
    `);
  }
}
