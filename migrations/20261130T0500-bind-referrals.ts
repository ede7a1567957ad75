// Referrals rest on agreements, also where nobody asks the application: which one carries, how far, and in which version.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class BindReferrals20261130050000 implements MigrationInterface {
  name = "BindReferrals20261130050000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral add column agreement_revision integer check (agreement_revision > 0);
      alter table referral no force row level security;
      alter table referral disable trigger user;
      update referral r set agreement_revision = 1 where r.agreement_id is not null;
      alter table referral enable trigger user;
      alter table referral force row level security;
      alter table referral add constraint referral_keeps_version
        check ((agreement_id is null) = (agreement_revision is null));
    `);
    await runner.query(`
      create function level_order(level text) returns integer language sql immutable parallel safe as $$
        select array_position(array['L0_TOKEN', 'L1_CONTACT', 'L2_IDENTITY', 'L3_SENSITIVE'], level) $$;

      -- as agreements/standing.ts: in force on this day for this partner
      create function is_in_force(agreement_id uuid, partner uuid, day date) returns boolean language sql stable as $$
        select exists (select from agreement a
          join agreement_party y on y.centre_id = a.centre_id and y.agreement_id = a.id and y.partner_id = partner
          where a.centre_id = actor_centre() and a.id = is_in_force.agreement_id
            and a.status in ('ACTIVE', 'SIGNED') and a.valid_from <= day and (a.valid_to is null or a.valid_to >= day)
            and (y.left_on is null or y.left_on > day)) $$;

      -- as agreements/carrying.ts: those that name the service, if there are any; else those that name none
      create function carrying_agreements(partner uuid, service uuid, day date) returns setof uuid language sql stable as $$
        with candidate as (
          select a.id, n.names, n.names_any from agreement_party y
          join agreement a on a.centre_id = y.centre_id and a.id = y.agreement_id
          cross join lateral (
            select coalesce(bool_or(s.service_id = service), false) as names, count(*) > 0 as names_any
            from agreement_service s where s.centre_id = a.centre_id and s.agreement_id = a.id) n
          where y.centre_id = actor_centre() and y.partner_id = partner
            and a.kind not in ('LSR_ACCORD', 'LETTER_OF_INTENT', 'DATA_PROCESSING')
            and is_in_force(a.id, partner, day)
        )
        select id from candidate
        where names or (not names_any and not exists (select from candidate other where other.names)) $$;

      -- as agreements/carrying.ts: how much of a person may travel under an agreement (domain 4.2)
      create function highest_level(agreement_id uuid, partner uuid, service uuid, day date) returns text language sql stable as $$
        select case a.data_role
          when 'NO_PERSONAL_DATA' then 'L0_TOKEN'
          when 'SAME_CONTROLLER' then 'L3_SENSITIVE'
          when 'SEPARATE_CONTROLLER' then case when a.allows_sensitive and exists (select from agreement_service s
            where s.centre_id = a.centre_id and s.agreement_id = a.id and s.service_id = service)
            then 'L3_SENSITIVE' else 'L2_IDENTITY' end
          when 'PROCESSOR' then case
            when not exists (select from agreement_party y
              join agreement d on d.centre_id = y.centre_id and d.id = y.agreement_id and d.kind = 'DATA_PROCESSING'
              where y.centre_id = a.centre_id and y.partner_id = partner and is_in_force(d.id, partner, day)
                -- the one that it leans on, where that is one with this partner
                and (d.id = a.dpa_agreement_id or not exists (select from agreement_party n
                  where n.centre_id = a.centre_id and n.agreement_id = a.dpa_agreement_id and n.partner_id = partner)))
              then 'L0_TOKEN'
            when a.allows_sensitive then 'L3_SENSITIVE' else 'L2_IDENTITY' end
          when 'JOINT_CONTROLLER' then coalesce((
            select case when bool_or(j.allows_sensitive) then 'L3_SENSITIVE' else 'L2_IDENTITY' end
            from agreement_party y
            join agreement j on j.centre_id = y.centre_id and j.id = y.agreement_id and j.kind = 'JOINT_CONTROL'
            where y.centre_id = a.centre_id and y.partner_id = partner and is_in_force(j.id, partner, day)
            having count(*) > 0), 'L0_TOKEN')
        end
        from agreement a where a.centre_id = actor_centre() and a.id = highest_level.agreement_id $$;

      create function guard_referral_grounds() returns trigger language plpgsql as $$
        declare
          day date := (new.sent_at at time zone 'Europe/Warsaw')::date;
          is_hub boolean;
          is_unit boolean;
          is_among_us boolean;
        begin
          -- a centre that is loaded brings what was sent under agreements of its past
          if actor_kind() = 'system' then
            return new;
          end if;
          if tg_op = 'UPDATE' and old.status <> 'DRAFT' then
            if (new.agreement_id, new.agreement_revision, new.disclosure_level, new.sent_at)
                is distinct from (old.agreement_id, old.agreement_revision, old.disclosure_level, old.sent_at) then
              raise exception 'a sent referral keeps what it was sent under' using errcode = '42501';
            end if;
            return new;
          end if;
          if new.status not in ('SENT', 'WAITLISTED') then
            return new;
          end if;
          select c.hub_partner_id = p.id, p.data_role = 'SAME_CONTROLLER',
              p.status not in ('SUSPENDED', 'FORMER') and exists (select from network_membership m
                where m.centre_id = p.centre_id and m.partner_id = p.id and m.left_on is null and m.role in ('HUB', 'MEMBER'))
            into is_hub, is_unit, is_among_us
            from partner p join centre c on c.id = p.centre_id
            where p.centre_id = new.centre_id and p.id = new.partner_id;
          if day is null or not coalesce(is_hub or is_among_us, false) then
            raise exception 'nobody is sent to who is no member' using errcode = '42501';
          end if;
          if not exists (select from service s where s.centre_id = new.centre_id and s.id = new.service_id
              and s.status = 'ACTIVE' and s.for_residents) then
            raise exception 'nobody is sent to what is not on offer' using errcode = '42501';
          end if;
          if new.agreement_id is null then
            if not (is_hub or is_unit)
                or exists (select from carrying_agreements(new.partner_id, new.service_id, day)) then
              raise exception 'no agreement carries this referral' using errcode = '42501';
            end if;
            return new;
          end if;
          if new.agreement_id not in (select carrying_agreements(new.partner_id, new.service_id, day))
              or new.agreement_revision is distinct from (select a.revision from agreement a
                where a.centre_id = new.centre_id and a.id = new.agreement_id) then
            raise exception 'this agreement does not carry this referral' using errcode = '42501';
          end if;
          if level_order(new.disclosure_level)
              > level_order(highest_level(new.agreement_id, new.partner_id, new.service_id, day)) then
            raise exception 'the agreement lets less travel than this' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_referral_grounds before insert or update on referral
        for each row execute function guard_referral_grounds();

      -- at the commit, when the subject stands beside the referral (domain 2.10)
      create function hold_against_basis() returns trigger language plpgsql as $$
        begin
          if actor_kind() <> 'system' and new.disclosure_level <> 'L0_TOKEN' and not exists (
              select from referral_subject s
              join disclosure_basis b on b.centre_id = s.centre_id and b.case_id = s.case_id
              where s.centre_id = new.centre_id and s.referral_id = new.id and b.partner_id = new.partner_id
                and (b.service_id is null or b.service_id = new.service_id)
                and level_order(b.max_level) >= level_order(new.disclosure_level)
                and b.revoked_at is null and b.given_at <= new.sent_at
                and (b.valid_to is null or b.valid_to > new.sent_at)) then
            raise exception 'more than a number needs a basis' using errcode = '42501';
          end if;
          return null;
        end $$;
      create constraint trigger hold_against_basis after insert on referral
        deferrable initially deferred for each row execute function hold_against_basis();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger hold_against_basis on referral;
      drop trigger guard_referral_grounds on referral;
      drop function hold_against_basis, guard_referral_grounds, highest_level, carrying_agreements, is_in_force, level_order;
      alter table referral drop column agreement_revision;
    `);
  }
}
