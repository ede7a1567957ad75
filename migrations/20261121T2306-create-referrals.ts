// Cases by pseudonym, the basis for telling a partner more than a number, and referrals with all their transitions.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateReferrals20261121230600 implements MigrationInterface {
  name = "CreateReferrals20261121230600";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_ref (
        centre_id uuid not null references centre (id),
        id uuid not null,
        pseudonym text not null,
        coordinator_account_id uuid not null references account (id),
        opened_on date not null,
        closed_on date,
        created_at timestamptz not null,
        primary key (centre_id, id)
      );
      create unique index case_pseudonym on case_ref (centre_id, pseudonym);
      create index case_coordinator on case_ref (centre_id, coordinator_account_id, opened_on desc, id desc);
      create index case_account on case_ref (coordinator_account_id);
      create table disclosure_basis (
        centre_id uuid not null,
        id uuid not null,
        case_id uuid not null,
        partner_id uuid not null,
        service_id uuid,
        max_level text not null,
        basis text not null,
        given_at timestamptz not null,
        valid_to timestamptz,
        revoked_at timestamptz,
        primary key (centre_id, id),
        foreign key (centre_id, case_id) references case_ref (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        foreign key (centre_id, service_id) references service (centre_id, id)
      );
      create index disclosure_basis_case on disclosure_basis (centre_id, case_id, partner_id);
      create index disclosure_basis_partner on disclosure_basis (centre_id, partner_id);
      create index disclosure_basis_service on disclosure_basis (centre_id, service_id);

      create table referral_number (
        centre_id uuid not null references centre (id),
        year integer not null,
        last integer not null,
        primary key (centre_id, year)
      );
      create table referral (
        centre_id uuid not null references centre (id),
        id uuid not null,
        number text not null,
        token_code text not null,
        service_id uuid not null,
        partner_id uuid not null,
        sender_account_id uuid not null references account (id),
        -- as a signature on paper: the name at the time of sending
        sender_name text not null,
        priority text not null check (priority in ('EMERGENCY', 'URGENT', 'STANDARD')),
        status text not null,
        disclosure_level text not null,
        units integer not null check (units > 0),
        -- what it takes of the capacity now
        takes text not null default 'NOTHING' check (takes in ('NOTHING', 'RESERVED', 'OCCUPIED')),
        agreement_id uuid,
        sent_at timestamptz,
        due_at timestamptz,
        due_rule jsonb,
        opened_at timestamptz,
        waiting_since timestamptz,
        offered_until timestamptz,
        decided_at timestamptz,
        started_at timestamptz,
        finished_at timestamptz,
        decline_reason text,
        discontinue_reason text,
        withdraw_reason text,
        statutory_document_ref text,
        follows_id uuid,
        -- withdrawn within a minute: it leaves the partner's list as if nothing had been
        vanished boolean not null default false,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, service_id) references service (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        foreign key (centre_id, agreement_id) references agreement (centre_id, id),
        foreign key (centre_id, follows_id) references referral (centre_id, id)
      );
      create unique index referral_number_once on referral (centre_id, number);
      create index referral_newest on referral (centre_id, created_at desc, id desc);
      create index referral_partner on referral (centre_id, partner_id, created_at desc, id desc);
      create index referral_sender on referral (centre_id, sender_account_id, created_at desc, id desc);
      create index referral_status on referral (centre_id, status, created_at desc, id desc);
      create index referral_queue on referral (centre_id, service_id, status, waiting_since);
      create index referral_agreement on referral (centre_id, agreement_id);
      create index referral_follows on referral (centre_id, follows_id);
      create index referral_account on referral (sender_account_id);

      -- whom a referral is for: apart, because the partner and the hub read the referral and never this
      create table referral_subject (
        centre_id uuid not null,
        referral_id uuid not null,
        sender_account_id uuid not null references account (id),
        case_id uuid,
        own_reference text check (length(own_reference) <= 40),
        primary key (centre_id, referral_id),
        foreign key (centre_id, referral_id) references referral (centre_id, id),
        foreign key (centre_id, case_id) references case_ref (centre_id, id)
      );
      create index referral_subject_case on referral_subject (centre_id, case_id);
      create index referral_subject_account on referral_subject (sender_account_id);

      create table referral_transition (
        from_status text not null,
        to_status text not null,
        side text not null check (side in ('COORDINATOR', 'PARTNER', 'SYSTEM')),
        primary key (from_status, to_status, side)
      );
      create function guard_referral_transition() returns trigger language plpgsql as $$
        declare
          mover text := case
            when actor_kind() = 'system' then 'SYSTEM'
            when actor_is('PARTNER_REFERRALS') and new.partner_id = actor_partner() then 'PARTNER'
            when actor_is('KIPUS') and new.sender_account_id = actor_account() then 'COORDINATOR' end;
        begin
          if (new.partner_id, new.service_id, new.sender_account_id, new.number, new.units)
              is distinct from (old.partner_id, old.service_id, old.sender_account_id, old.number, old.units) then
            raise exception 'a sent referral keeps its parties and units' using errcode = '42501';
          end if;
          if actor_is('PARTNER_REFERRALS') and actor_is('KIPUS') and new.partner_id = actor_partner()
              and new.sender_account_id = actor_account() and exists (select from referral_transition t
                where t.from_status = old.status and t.to_status = new.status
                  and t.side in ('PARTNER', 'COORDINATOR')) then
            return new;
          end if;
          if not exists (select from referral_transition t where t.from_status = old.status
              and t.to_status = new.status and t.side = mover) then
            raise exception 'no transition from % to % on this side', old.status, new.status using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_referral_transition before update on referral
        for each row execute function guard_referral_transition();

      call wall('case_ref'); call wall('disclosure_basis'); call wall('referral_number');
      call wall('referral'); call wall('referral_subject');
      call grant_application('case_ref', 'select, insert, update');
      call grant_application('disclosure_basis', 'select, insert, update');
      call grant_application('referral_number', 'select, insert, update');
      call grant_application('referral', 'select, insert, update');
      call grant_application('referral_subject', 'select, insert');
      call grant_application('referral_transition', 'select');

      create policy read_case on case_ref for select using (centre_id = actor_centre() and (
        actor_kind() = 'system' or (actor_is('KIPUS') and coordinator_account_id = actor_account())));
      create policy make_case on case_ref for insert with check (centre_id = actor_centre() and actor_kind() = 'system');
      create policy change_case on case_ref for update using (centre_id = actor_centre() and actor_kind() = 'system');
      create policy read_basis on disclosure_basis for select using (centre_id = actor_centre() and exists (
        select from case_ref c where c.centre_id = disclosure_basis.centre_id and c.id = disclosure_basis.case_id));
      create policy make_basis on disclosure_basis for insert with check (centre_id = actor_centre() and actor_kind() = 'system');
      create policy change_basis on disclosure_basis for update using (centre_id = actor_centre() and actor_kind() = 'system');
      create policy count_referrals on referral_number for all
        using (centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('KIPUS')));

      create policy read_referral on referral for select using (centre_id = actor_centre() and (
        actor_kind() in ('system', 'band')
        or (actor_is('KIPUS') and sender_account_id = actor_account())
        or (status <> 'DRAFT' and actor_is('OUS'))
        or (status <> 'DRAFT' and actor_is('PARTNER_REFERRALS', 'PARTNER_ADMIN')
            and partner_id = actor_partner())));
      create policy send_referral on referral for insert with check (centre_id = actor_centre() and (
        actor_kind() = 'system'
        or (actor_is('KIPUS') and sender_account_id = actor_account() and status in ('SENT', 'WAITLISTED'))));
      create policy move_referral on referral for update using (centre_id = actor_centre() and (
        actor_kind() = 'system'
        or (actor_is('KIPUS') and sender_account_id = actor_account())
        or (actor_is('PARTNER_REFERRALS') and partner_id = actor_partner())));
      create policy read_subject on referral_subject for select using (centre_id = actor_centre() and (
        actor_kind() = 'system' or (actor_is('KIPUS') and sender_account_id = actor_account())));
      create policy make_subject on referral_subject for insert with check (centre_id = actor_centre() and (
        actor_kind() = 'system' or (actor_is('KIPUS') and sender_account_id = actor_account())));
    `);
    await runner.query(`
      -- a place in the queue is its own coordinator's to know, those of others are not
      create function queue_positions(services uuid[])
        returns table (referral_id uuid, queue_position integer)
        language plpgsql stable security definer set search_path = public, pg_temp
        as $$
        declare
          kind text := actor_kind();
        begin
          -- a function's own SET of such a setting is for superusers only
          perform set_config('splot.kind', 'band', true);
          return query select r.id, (row_number() over (partition by r.service_id
            order by array_position(array['EMERGENCY', 'URGENT', 'STANDARD'], r.priority), r.waiting_since, r.id))::integer
          from referral r
          where r.centre_id = actor_centre() and r.status = 'WAITLISTED' and r.service_id = any(services);
          perform set_config('splot.kind', kind, true);
        end $$;
    `);
    await runner.query(`
      -- aggregates for who may count and not read: 1 to 4 are never told by partner (domain 2.12, 4.5)
      create function may_count_referrals() returns boolean language sql stable as $$
        select string_to_array(coalesce(current_setting('splot.roles', true), ''), ',') && array['OUS', 'DIRECTOR', 'AUTHORITY'] $$;
      create function referral_flow(since timestamptz)
        returns table (partner_id uuid, referrals integer)
        language plpgsql stable security definer set search_path = public, pg_temp
        as $$
        declare
          kind text := actor_kind();
        begin
          -- a function's own SET of such a setting is for superusers only
          perform set_config('splot.kind', 'band', true);
          return query select r.partner_id, case when count(*) >= 5 then count(*)::integer end
          from referral r
          where may_count_referrals() and r.centre_id = actor_centre() and r.sent_at >= since
          group by r.partner_id;
          perform set_config('splot.kind', kind, true);
        end $$;
      create function referral_counts(at timestamptz)
        returns table (unopened integer, overdue integer, open integer)
        language plpgsql stable security definer set search_path = public, pg_temp
        as $$
        declare
          kind text := actor_kind();
        begin
          -- a function's own SET of such a setting is for superusers only
          perform set_config('splot.kind', 'band', true);
          return query select count(*) filter (where r.status = 'SENT')::integer,
            count(*) filter (where r.status in ('SENT', 'RECEIVED', 'INFO_REQUESTED') and r.due_at < at)::integer,
            count(*)::integer
          from referral r
          where may_count_referrals() and r.centre_id = actor_centre()
            and r.status in ('SENT', 'RECEIVED', 'INFO_REQUESTED', 'WAITLISTED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED');
          perform set_config('splot.kind', kind, true);
        end $$;
    `);
    await runner.query(`
      insert into referral_transition (from_status, to_status, side) values
        ('DRAFT', 'SENT', 'COORDINATOR'),
        ('DRAFT', 'WAITLISTED', 'COORDINATOR'),
        ('INFO_REQUESTED', 'RECEIVED', 'COORDINATOR'),
        ('OFFERED', 'ACCEPTED', 'COORDINATOR'),
        ('IN_PROGRESS', 'SUSPENDED', 'COORDINATOR'),
        ('SUSPENDED', 'IN_PROGRESS', 'COORDINATOR'),
        ('ACCEPTED', 'DISCONTINUED', 'COORDINATOR'),
        ('IN_PROGRESS', 'DISCONTINUED', 'COORDINATOR'),
        ('SUSPENDED', 'DISCONTINUED', 'COORDINATOR'),
        ('DRAFT', 'WITHDRAWN', 'COORDINATOR'),
        ('SENT', 'WITHDRAWN', 'COORDINATOR'),
        ('RECEIVED', 'WITHDRAWN', 'COORDINATOR'),
        ('INFO_REQUESTED', 'WITHDRAWN', 'COORDINATOR'),
        ('WAITLISTED', 'WITHDRAWN', 'COORDINATOR'),
        ('OFFERED', 'WITHDRAWN', 'COORDINATOR'),
        ('ACCEPTED', 'WITHDRAWN', 'COORDINATOR'),
        ('IN_PROGRESS', 'WITHDRAWN', 'COORDINATOR'),
        ('SUSPENDED', 'WITHDRAWN', 'COORDINATOR'),
        ('SENT', 'RECEIVED', 'PARTNER'),
        ('SENT', 'INFO_REQUESTED', 'PARTNER'),
        ('RECEIVED', 'INFO_REQUESTED', 'PARTNER'),
        ('SENT', 'ACCEPTED', 'PARTNER'),
        ('RECEIVED', 'ACCEPTED', 'PARTNER'),
        ('INFO_REQUESTED', 'ACCEPTED', 'PARTNER'),
        ('SENT', 'DECLINED', 'PARTNER'),
        ('RECEIVED', 'DECLINED', 'PARTNER'),
        ('INFO_REQUESTED', 'DECLINED', 'PARTNER'),
        ('SENT', 'WAITLISTED', 'PARTNER'),
        ('RECEIVED', 'WAITLISTED', 'PARTNER'),
        ('WAITLISTED', 'OFFERED', 'PARTNER'),
        ('ACCEPTED', 'IN_PROGRESS', 'PARTNER'),
        ('IN_PROGRESS', 'SUSPENDED', 'PARTNER'),
        ('SUSPENDED', 'IN_PROGRESS', 'PARTNER'),
        ('IN_PROGRESS', 'COMPLETED', 'PARTNER'),
        ('ACCEPTED', 'DISCONTINUED', 'PARTNER'),
        ('IN_PROGRESS', 'DISCONTINUED', 'PARTNER'),
        ('SUSPENDED', 'DISCONTINUED', 'PARTNER'),
        ('SENT', 'EXPIRED', 'SYSTEM'),
        ('RECEIVED', 'EXPIRED', 'SYSTEM'),
        ('INFO_REQUESTED', 'EXPIRED', 'SYSTEM'),
        ('WAITLISTED', 'OFFERED', 'SYSTEM'),
        ('OFFERED', 'WAITLISTED', 'SYSTEM')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function referral_counts, referral_flow, may_count_referrals, queue_positions;
      drop table referral_subject, referral;
      drop function guard_referral_transition;
      drop table referral_transition, referral_number, disclosure_basis, case_ref;
    `);
  }
}
