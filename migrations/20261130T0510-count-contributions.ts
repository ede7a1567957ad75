// What the network brought an organisation is counted in one statement; 1 to 4 are told to its own team alone.
import type { MigrationInterface, QueryRunner } from "typeorm";

const told = (count: string, value = count) =>
  `case when exact or ${count} = 0 or ${count} >= 5 then ${value} end`;

export class CountContributions20261130051000 implements MigrationInterface {
  name = "CountContributions20261130051000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function partner_contribution(of_partner uuid, since timestamptz, until timestamptz, at timestamptz)
        returns table (name text, unit text, received integer, accepted integer, served integer, served_units integer,
          begun integer, filled_units integer, answers integer, in_time integer, median_minutes integer, vouched double precision)
        language plpgsql stable security definer set search_path = public, pg_temp
        as $$
        declare
          kind text := actor_kind();
          exact boolean := actor_is('PARTNER_REFERRALS', 'PARTNER_ADMIN') and of_partner = actor_partner();
          vouched_days double precision;
        begin
          if not (exact or actor_is('OUS', 'DIRECTOR')) or not exists (select from partner p
              where p.centre_id = actor_centre() and p.id = of_partner) then
            return;
          end if;
          -- numbers and their ledger are read with the actor's own eyes
          with offered as (
            select s.id, greatest(s.created_at, since) as from_at, c.confirm_every_days, c.confirmed_at, c.confirmed_from
            from service s join capacity c on c.centre_id = s.centre_id and c.service_id = s.id
            where s.centre_id = actor_centre() and s.partner_id = of_partner and s.status in ('ACTIVE', 'PAUSED')
              and s.created_at < least(until, at)
          ), vouchings as (
            select o.*, v.at from offered o join capacity_event v on v.centre_id = actor_centre() and v.service_id = o.id
            where v.kind in ('SET_TOTAL', 'CONFIRM', 'WALK_IN', 'WAITING') and v.actor_partner_id = of_partner
              and v.on_behalf_of is null and v.referral_id is null
            union all
            select o.*, o.confirmed_at from offered o where o.confirmed_from = 'PROVIDER'
          ), covers as (
            -- a vouching holds up to the next one, at most as long as the duty
            select greatest(v.from_at, v.at) as from_at, least(until, partner_contribution.at,
              lead(v.at) over (partition by v.id order by v.at),
              v.at + make_interval(days => coalesce(v.confirm_every_days, 30))) as to_at
            from vouchings v
          )
          select coalesce((select sum(extract(epoch from c.to_at - c.from_at)) from covers c where c.to_at > c.from_at), 0)
              / sum(extract(epoch from least(until, partner_contribution.at) - o.from_at))
            into vouched_days
            from offered o where o.from_at < least(until, partner_contribution.at);
          -- a function's own SET of such a setting is for superusers only
          perform set_config('splot.kind', 'band', true);
          return query
            with offered as (
              select s.id, s.name, c.unit
              from service s join capacity c on c.centre_id = s.centre_id and c.service_id = s.id
              where s.centre_id = actor_centre() and s.partner_id = of_partner
            ), moved as (
              select r.service_id, r.units, r.sent_at >= since as came,
                r.decided_at >= since and r.decided_at < until and r.status <> 'DECLINED'
                  and (r.waiting_since is null or r.decided_at > r.waiting_since) as was_accepted,
                r.started_at < until and (r.finished_at is null or r.finished_at >= since) as ran,
                r.started_at >= since and r.started_at < until as began,
                -- who was sent to wait was asked no answer
                case when r.waiting_since is distinct from r.sent_at then coalesce(r.waiting_since, r.decided_at) end as answered_at,
                r.sent_at, r.due_at, r.status
              from referral r
              where r.centre_id = actor_centre() and r.partner_id = of_partner and r.status <> 'DRAFT' and not r.vanished
                and r.sent_at < until and (r.finished_at is null or r.finished_at >= since or r.sent_at >= since)
            ), judged as (
              select m.*, (m.answered_at >= since and m.answered_at < until)
                  or (m.answered_at is null and m.status = 'EXPIRED' and m.due_at >= since and m.due_at < until) as counts
              from moved m
            ), lines as (
              select o.name, case when count(distinct o.unit) = 1 then min(o.unit) end as unit,
                count(*) filter (where j.came)::integer as received,
                count(*) filter (where j.was_accepted)::integer as accepted,
                count(*) filter (where j.ran)::integer as served,
                coalesce(sum(j.units) filter (where j.ran), 0)::integer as served_units,
                count(*) filter (where j.began)::integer as begun,
                coalesce(sum(j.units) filter (where j.began), 0)::integer as filled_units,
                count(*) filter (where j.counts)::integer as answers,
                count(*) filter (where j.counts and j.answered_at is not null
                  and (j.due_at is null or j.answered_at <= j.due_at))::integer as in_time,
                (percentile_cont(0.5) within group (order by extract(epoch from j.answered_at - j.sent_at))
                  filter (where j.counts and j.answered_at is not null) / 60)::integer as median_minutes,
                grouping(o.id) = 1 as is_all
              from offered o left join judged j on j.service_id = o.id
              group by grouping sets ((o.id, o.name), ())
              having grouping(o.id) = 1 or count(*) filter (where j.came or j.was_accepted or j.ran or j.began) > 0
            )
            select case when not l.is_all then l.name end, l.unit,
              ${told("l.received")}, ${told("l.accepted")},
              ${told("l.served")}, ${told("l.served", "l.served_units")},
              ${told("l.begun")}, ${told("l.begun", "l.filled_units")},
              ${told("l.answers")}, ${told("l.answers", "l.in_time")}, ${told("l.answers", "l.median_minutes")},
              case when l.is_all then vouched_days end
            from lines l
            order by l.is_all, folded(l.name);
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function partner_contribution from public;
      do $$ begin execute format('grant execute on function partner_contribution to %I',
        current_setting('splot.application_role')); end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function partner_contribution`);
  }
}
