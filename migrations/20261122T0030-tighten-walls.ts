// The second wall of numbers and referrals: each change is the next version, says what its line says, and moves with its referral.
import type { MigrationInterface, QueryRunner } from "typeorm";

const OFFER_TEAM = `'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;

export class TightenWalls20261122003000 implements MigrationInterface {
  name = "TightenWalls20261122003000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- which change says what: the kinds of lines that people write (domain 2.4)
      alter table capacity_event add constraint capacity_event_says_its_kind check (case kind
        when 'SET_TOTAL' then occupied_change = 0 and reserved_change = 0
        when 'RESERVE' then total_change = 0 and occupied_change = 0 and reserved_change > 0 and waiting_change <= 0
        when 'RELEASE' then total_change = 0 and occupied_change = 0 and reserved_change < 0 and waiting_change = 0
        when 'START' then total_change = 0 and reserved_change < 0 and occupied_change = -reserved_change and waiting_change = 0
        when 'FINISH' then total_change = 0 and occupied_change <= 0 and reserved_change = 0 and waiting_change = 0
        when 'WALK_IN' then total_change = 0 and reserved_change = 0 and waiting_change = 0
        when 'WAITING' then total_change = 0 and occupied_change = 0 and reserved_change <= 0
        when 'CONFIRM' then total_change = 0 and occupied_change = 0 and reserved_change = 0 and waiting_change = 0
        else true end);
      create index capacity_event_referral on capacity_event (centre_id, referral_id) where referral_id is not null;

      create function guard_capacity() returns trigger language plpgsql as $$
        declare
          is_system boolean := actor_kind() = 'system';
          is_team boolean := is_system or (actor_is(${OFFER_TEAM}) and new.partner_id = actor_partner());
        begin
          if tg_op = 'INSERT' then
            if not is_system and (new.version <> 1 or new.confirm_every_days is not null) then
              raise exception 'numbers begin with their first version' using errcode = '42501';
            end if;
            return new;
          end if;
          if (new.centre_id, new.service_id, new.partner_id, new.unit)
              is distinct from (old.centre_id, old.service_id, old.partner_id, old.unit) then
            raise exception 'numbers keep their service, organisation and unit' using errcode = '42501';
          end if;
          if new.confirm_every_days is distinct from old.confirm_every_days and not is_system then
            raise exception 'the duty to confirm is set with the agreements' using errcode = '42501';
          end if;
          if to_jsonb(new) - 'confirm_every_days' is distinct from to_jsonb(old) - 'confirm_every_days'
              and (new.version <> old.version + 1 or new.numbers_version not in (old.numbers_version, new.version)) then
            raise exception 'a changed number is the next version' using errcode = '42501';
          end if;
          if (new.suspended, new.confirmed_at, new.confirmed_by, new.confirmed_from, new.walk_ins)
              is distinct from (old.suspended, old.confirmed_at, old.confirmed_by, old.confirmed_from, old.walk_ins)
              and not is_team then
            raise exception 'only who offers a service suspends it, vouches for it and counts in' using errcode = '42501';
          end if;
          if (new.total, new.waiting_outside) is distinct from (old.total, old.waiting_outside)
              and not is_team and not actor_is('OUS') then
            raise exception 'the total is the provider''s, or the hub''s on behalf' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_capacity before insert or update on capacity
        for each row execute function guard_capacity();

      -- at the commit, when number and line both stand
      create function hold_against_ledger() returns trigger language plpgsql as $$
        declare
          was capacity := old;
        begin
          if tg_op = 'UPDATE' and was.version = new.version then
            return null;
          end if;
          if not exists (select from capacity_event e
              where e.centre_id = new.centre_id and e.service_id = new.service_id
                and (tg_op = 'INSERT' and e.version <= new.version or e.version = new.version)
              having (sum(e.total_change), sum(e.occupied_change), sum(e.reserved_change), sum(e.waiting_change))
                = (new.total - coalesce(was.total, 0), new.occupied - coalesce(was.occupied, 0),
                   new.reserved - coalesce(was.reserved, 0), new.waiting_referred + new.waiting_outside
                     - coalesce(was.waiting_referred + was.waiting_outside, 0))
                and count(*) = case tg_op when 'INSERT' then new.version else 1 end) then
            raise exception 'the ledger says something else than the number' using errcode = '42501';
          end if;
          return null;
        end $$;
      create constraint trigger hold_against_ledger after insert or update on capacity
        deferrable initially deferred for each row execute function hold_against_ledger();

      -- a line stands for a change that was made, and one for a referral only where the referral moved with it
      create function hold_against_capacity() returns trigger language plpgsql as $$
        begin
          if not exists (select from capacity c where c.centre_id = new.centre_id
              and c.service_id = new.service_id and c.version >= new.version) then
            raise exception 'a line runs ahead of its number' using errcode = '42501';
          end if;
          if new.referral_id is not null and not exists (select from referral r
              where r.centre_id = new.centre_id and r.id = new.referral_id and r.service_id = new.service_id
                and r.xmin = pg_current_xact_id()::xid) then
            raise exception 'a line for a referral that did not move' using errcode = '42501';
          end if;
          return null;
        end $$;
      create constraint trigger hold_against_capacity after insert on capacity_event
        deferrable initially deferred for each row execute function hold_against_capacity();
    `);
    await runner.query(`
      create function guard_referral_books() returns trigger language plpgsql as $$
        declare
          holds text := case
            when new.status in ('SENT', 'RECEIVED', 'INFO_REQUESTED', 'OFFERED', 'ACCEPTED') then 'RESERVED'
            when new.status in ('IN_PROGRESS', 'SUSPENDED') then 'OCCUPIED' else 'NOTHING' end;
          -- an unanswered referral may have lost its hold
          is_fitting boolean := new.takes = holds
            or (new.takes = 'NOTHING' and new.status in ('SENT', 'RECEIVED', 'INFO_REQUESTED'));
        begin
          if not is_fitting then
            raise exception 'a referral in state % does not take %', new.status, new.takes using errcode = '42501';
          end if;
          if tg_op = 'INSERT' then
            if actor_kind() <> 'system' and (new.version <> 1 or new.vanished or not exists (select from service s
                where s.centre_id = new.centre_id and s.id = new.service_id and s.partner_id = new.partner_id)) then
              raise exception 'a referral begins at the organisation of its service' using errcode = '42501';
            end if;
            return new;
          end if;
          if new.version <> old.version + 1 then
            raise exception 'a moved referral is the next version' using errcode = '42501';
          end if;
          if new.vanished <> old.vanished and (new.status <> 'WITHDRAWN' or old.status = 'WITHDRAWN'
              or new.sent_at is null or new.updated_at > new.sent_at + interval '1 minute') then
            raise exception 'only a withdrawal within the first minute leaves no trace' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_referral_books before insert or update on referral
        for each row execute function guard_referral_books();

      -- what a referral takes and waits for moves with its line in the same transaction
      create function hold_against_lines() returns trigger language plpgsql as $$
        declare
          was referral := old;
          reserves integer := (new.takes = 'RESERVED')::integer - coalesce((was.takes = 'RESERVED')::integer, 0);
          occupies integer := (new.takes = 'OCCUPIED')::integer - coalesce((was.takes = 'OCCUPIED')::integer, 0);
          waits integer := (new.status = 'WAITLISTED')::integer - coalesce((was.status = 'WAITLISTED')::integer, 0);
          line record;
        begin
          -- a centre that is loaded brings referrals whose units stand in the opening lines
          if tg_op = 'INSERT' and actor_kind() = 'system' then
            return null;
          end if;
          select count(*) as lines, coalesce(sum(e.reserved_change), 0) as reserved,
              coalesce(sum(e.occupied_change), 0) as occupied, coalesce(sum(e.waiting_change), 0) as waiting,
              coalesce(bool_and(e.kind = 'FINISH'), false) as finishes
            into line from capacity_event e
            where e.centre_id = new.centre_id and e.referral_id = new.id and e.xmin = pg_current_xact_id()::xid;
          if line.lines <> (reserves <> 0 or occupies <> 0 or waits <> 0)::integer
              or line.reserved <> reserves * new.units or line.waiting <> waits * new.units
              -- what was used up within its period does not come back
              or (occupies < 0 and (not line.finishes or line.occupied not in (0, -new.units)))
              or (occupies >= 0 and line.occupied <> occupies * new.units) then
            raise exception 'a referral moves its units with their line' using errcode = '42501';
          end if;
          return null;
        end $$;
      create constraint trigger hold_against_lines after insert or update on referral
        deferrable initially deferred for each row execute function hold_against_lines();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger hold_against_lines on referral;
      drop trigger guard_referral_books on referral;
      drop trigger hold_against_capacity on capacity_event;
      drop trigger hold_against_ledger on capacity;
      drop trigger guard_capacity on capacity;
      drop function hold_against_lines, guard_referral_books, hold_against_capacity, hold_against_ledger, guard_capacity;
      drop index capacity_event_referral;
      alter table capacity_event drop constraint capacity_event_says_its_kind;
    `);
  }
}
