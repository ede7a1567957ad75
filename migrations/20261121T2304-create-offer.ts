// The bank of local services: services, their capacity, and the ledger that every change of capacity stands in.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who sees exact numbers. */
const COUNTING = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP', 'AUTHORITY'`;
const OFFER_TEAM = `'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;
/** Who keeps the offer itself, not its numbers alone. */
const OFFER_KEEPERS = `'PARTNER_EDITOR', 'PARTNER_ADMIN'`;

export class CreateOffer20261121230400 implements MigrationInterface {
  name = "CreateOffer20261121230400";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service (
        centre_id uuid not null references centre (id),
        id uuid not null,
        partner_id uuid not null,
        name text not null,
        description text,
        area text not null,
        service_group text not null,
        form text not null,
        sphere text,
        reintegration_profile text not null default 'NONE',
        entry_mode text not null default 'REFERRAL',
        acquisition_mode text,
        fee_grosze integer not null default 0 check (fee_grosze >= 0),
        fee_unit text,
        emergency boolean not null default false,
        for_residents boolean not null default true,
        place text,
        status text not null default 'ACTIVE'
          check (status in ('DRAFT', 'PENDING_REVIEW', 'ACTIVE', 'PAUSED', 'WITHDRAWN')),
        visibility text not null default 'PUBLIC' check (visibility in ('PUBLIC', 'NETWORK', 'HUB_ONLY')),
        suspended_until date,
        import_key text,
        event_on date,
        -- from when to when an agreement lets the hub refer here: what ranking needs, set with the agreements
        referable_from date,
        referable_to date,
        -- name and description, and the everyday words of area and sphere
        search text generated always as (folded(name || ' ' || coalesce(description, '') || ' ' ||
          case area when 'PRO_FAMILY' then 'rodzina' when 'FAMILY_SUPPORT' then 'wspieranie rodziny' when 'FOSTER_CARE' then 'piecza zastępcza' when 'SOCIAL_ASSISTANCE' then 'pomoc społeczna' when 'HEALTH' then 'zdrowie' when 'DISABILITY' then 'niepełnosprawność osoby niepełnosprawne' when 'EDUCATION' then 'edukacja nauka szkoła' when 'EMPLOYMENT' then 'praca bezrobocie zatrudnienie' when 'CULTURE' then 'kultura' when 'SPORT_TOURISM' then 'sport turystyka' when 'CIVIC' then 'aktywność obywatelska wolontariat' when 'HOUSING' then 'mieszkanie mieszkalnictwo' when 'ENVIRONMENT' then 'środowisko przyroda' when 'REINTEGRATION' then 'reintegracja' else '' end || ' ' ||
          case sphere when 'SOCIAL_LIVING' then 'socjalno-bytowa' when 'HEALTH' then 'zdrowotna' when 'VOCATIONAL' then 'zawodowa' when 'PSYCHOLOGICAL' then 'psychologiczna' when 'SOCIAL' then 'społeczna' else '' end)) stored,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create index service_partner on service (centre_id, partner_id);
      create index service_area on service (centre_id, area);
      create index service_group on service (centre_id, service_group);
      create index service_form on service (centre_id, form);
      create index service_sphere on service (centre_id, sphere);
      create index service_entry_mode on service (centre_id, entry_mode);
      create index service_order on service (centre_id, (folded(name)), id);
      create index service_search on service using gin (search gin_trgm_ops);
      create unique index service_import on service (centre_id, import_key) where import_key is not null;

      create table capacity (
        centre_id uuid not null,
        service_id uuid not null,
        partner_id uuid not null,
        unit text not null,
        total integer not null,
        occupied integer not null default 0,
        reserved integer not null default 0,
        waiting_referred integer not null default 0,
        waiting_outside integer not null default 0,
        -- of occupied: the units of running referrals, below which it can never fall
        running integer not null default 0,
        -- of occupied: who was counted in by hand since counting began
        walk_ins integer not null default 0,
        suspended boolean not null default false,
        -- the agreement's duty to update, set by a reaction; null: the default
        confirm_every_days integer check (confirm_every_days > 0),
        confirmed_at timestamptz,
        confirmed_by text,
        confirmed_from text check (confirmed_from in ('PROVIDER', 'IMPORT', 'HUB')),
        version integer not null,
        -- the last version that a confirmation alone did not make
        numbers_version integer not null,
        primary key (centre_id, service_id),
        foreign key (centre_id, service_id) references service (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        constraint capacity_never_negative check (
          total >= 0 and occupied >= 0 and reserved >= 0 and waiting_referred >= 0
          and waiting_outside >= 0 and running >= 0 and walk_ins >= 0),
        constraint capacity_never_overbooked check (occupied + reserved <= total),
        constraint capacity_covers_running check (running <= occupied)
      );
      create index capacity_partner on capacity (centre_id, partner_id);
      create index capacity_confirmed on capacity (centre_id, confirmed_at);

      create table capacity_event (
        centre_id uuid not null,
        service_id uuid not null,
        version integer not null check (version > 0),
        kind text not null check (kind in ('OPENING', 'SET_TOTAL', 'RESERVE', 'RELEASE', 'START', 'FINISH',
          'WALK_IN', 'WAITING', 'ADJUST', 'CONFIRM', 'SUSPEND', 'RESUME')),
        total_change integer not null default 0,
        occupied_change integer not null default 0,
        reserved_change integer not null default 0,
        waiting_change integer not null default 0,
        referral_id uuid,
        reason text,
        actor_account_id uuid,
        actor_partner_id uuid,
        on_behalf_of uuid,
        at timestamptz not null,
        primary key (centre_id, service_id, version),
        foreign key (centre_id, service_id) references capacity (centre_id, service_id)
      );
      -- no number changes without its line in the ledger
      alter table capacity add constraint capacity_in_ledger
        foreign key (centre_id, service_id, version) references capacity_event (centre_id, service_id, version)
        deferrable initially deferred;
      create index capacity_ledger on capacity (centre_id, service_id, version);

      create function capacity_status(total integer, occupied integer, reserved integer, waiting integer,
          suspended boolean, confirm_every_days integer, confirmed_at timestamptz, at timestamptz) returns text
        language sql immutable parallel safe as $$
          select case
            when suspended then 'SUSPENDED'
            when total - occupied - reserved <= 0 then case when waiting > 0 then 'WAITLIST' else 'FULL' end
            when confirmed_at is null
              or at - confirmed_at > make_interval(days => coalesce(confirm_every_days, case when waiting > 0 then 7 else 30 end))
              then 'STALE'
            when waiting >= total - occupied - reserved then 'WAITLIST'
            when total - occupied - reserved <= greatest(1, floor(total * 0.15)) then 'LIMITED'
            else 'AVAILABLE'
          end $$;

      call wall('service'); call wall('capacity'); call wall('capacity_event');
      call grant_application('service', 'select, insert, update');
      call grant_application('capacity', 'select, insert, update');
      call grant_application('capacity_event', 'select, insert');

      create policy read_service on service for select using (
        centre_id = actor_centre() and (
          actor_kind() in ('system', 'band') or sees_offer(visibility, status, partner_id)));
      create policy make_service on service for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system'
          or (actor_is(${OFFER_KEEPERS}) and partner_id = actor_partner())));
      create policy change_service on service for update using (
        centre_id = actor_centre() and (actor_kind() = 'system'
          or (actor_is(${OFFER_KEEPERS}) and partner_id = actor_partner())));

      create policy read_capacity on capacity for select using (
        centre_id = actor_centre() and (actor_kind() in ('system', 'log', 'band') or actor_is(${COUNTING}))
        and exists (select from service s where s.centre_id = capacity.centre_id and s.id = capacity.service_id));
      create policy make_capacity on capacity for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system'
          or (actor_is(${OFFER_KEEPERS}) and partner_id = actor_partner())));
      create policy change_capacity on capacity for update using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('KIPUS', 'OUS')
          or (actor_is(${OFFER_TEAM}) and partner_id = actor_partner())));

      create policy read_capacity_event on capacity_event for select using (
        centre_id = actor_centre() and (actor_kind() in ('system', 'log') or actor_is(${COUNTING}))
        and exists (select from capacity c where c.centre_id = capacity_event.centre_id
                    and c.service_id = capacity_event.service_id));
      -- which hand may write which line: the second wall of every operation on a number
      create policy write_capacity_event on capacity_event for insert with check (
        centre_id = actor_centre() and (
          actor_kind() = 'system'
          or (actor_account_id = actor_account() and exists (
            select from capacity c where c.centre_id = capacity_event.centre_id
              and c.service_id = capacity_event.service_id
              and case kind
                when 'OPENING' then actor_is(${OFFER_KEEPERS}) and c.partner_id = actor_partner()
                when 'SET_TOTAL' then (actor_is(${OFFER_TEAM}) and c.partner_id = actor_partner())
                  or (actor_is('OUS') and on_behalf_of = c.partner_id and reason is not null)
                when 'WALK_IN' then actor_is(${OFFER_TEAM}) and c.partner_id = actor_partner()
                when 'CONFIRM' then actor_is(${OFFER_TEAM}) and c.partner_id = actor_partner()
                when 'WAITING' then (actor_is(${OFFER_TEAM}) and c.partner_id = actor_partner())
                  or (actor_is('OUS') and on_behalf_of = c.partner_id and reason is not null)
                  or (actor_is('KIPUS') and referral_id is not null)
                when 'RESERVE' then referral_id is not null and (actor_is('KIPUS')
                  or (actor_is('PARTNER_REFERRALS') and c.partner_id = actor_partner()))
                when 'RELEASE' then referral_id is not null and (actor_is('KIPUS')
                  or (actor_is('PARTNER_REFERRALS') and c.partner_id = actor_partner()))
                when 'START' then referral_id is not null
                  and actor_is('PARTNER_REFERRALS') and c.partner_id = actor_partner()
                when 'FINISH' then referral_id is not null and (actor_is('KIPUS')
                  or (actor_is('PARTNER_REFERRALS') and c.partner_id = actor_partner()))
                else false
              end))));

      -- the band is everybody's who sees the service, the numbers behind it are not (domain 1.14)
      create function capacity_bands(at timestamptz)
        returns table (service_id uuid, status text, takes_now boolean, confirmed_at timestamptz, never_confirmed boolean,
                       offerable integer)
        language plpgsql stable security definer set search_path = public, pg_temp
        as $$
        declare
          kind text := actor_kind();
          counts boolean := kind = 'system' or actor_is(${COUNTING});
        begin
          -- a function's own SET of such a setting is for superusers only
          perform set_config('splot.kind', 'band', true);
          return query select c.service_id,
            capacity_status(c.total, c.occupied, c.reserved, c.waiting_referred + c.waiting_outside,
              c.suspended, c.confirm_every_days, c.confirmed_at, at),
            not c.suspended and c.confirmed_at is not null
              and c.total - c.occupied - c.reserved > c.waiting_referred + c.waiting_outside,
            c.confirmed_at, c.confirmed_at is null,
            case when counts then greatest(0, c.total - c.occupied - c.reserved - c.waiting_referred - c.waiting_outside) end
          from capacity c where c.centre_id = actor_centre();
          perform set_config('splot.kind', kind, true);
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function capacity_bands;
      alter table capacity drop constraint capacity_in_ledger;
      drop table capacity_event, capacity;
      drop function capacity_status;
      drop table service;
    `);
  }
}
