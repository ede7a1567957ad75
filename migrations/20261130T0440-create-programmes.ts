// Programmes of the council with their history; services under them, and the cap that their list of personal data puts on referrals.
import type { MigrationInterface, QueryRunner } from "typeorm";

const PARTNER_ROLES = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;
const READERS = `'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP', 'AUTHORITY', 'IOD'`;
const OFFER_KEEPERS = `'PARTNER_EDITOR', 'PARTNER_ADMIN'`;

export class CreateProgrammes20261130044000 implements MigrationInterface {
  name = "CreateProgrammes20261130044000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table programme (
        centre_id uuid not null references centre (id),
        id uuid not null,
        name text not null,
        aim text,
        starts_on date,
        ends_on date,
        needs text,
        persons integer check (persons > 0),
        service_scope text,
        qualification text,
        fees text,
        documentation text,
        -- null: not decided yet
        personal_data text[],
        organisation text,
        monitoring text,
        budget_grosze integer check (budget_grosze >= 0),
        resolution_number text,
        resolution_on date,
        bip_url text,
        status text not null check (status in ('DRAFT', 'ADOPTED', 'REPORTED')),
        reported_on date,
        network_id uuid,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, network_id) references network (centre_id, id),
        check (starts_on <= ends_on),
        -- the twelve elements of CUS art. 5(3)
        check (status = 'DRAFT' or (resolution_number is not null and resolution_on is not null
          and aim is not null and starts_on is not null and ends_on is not null and needs is not null
          and persons is not null and service_scope is not null and qualification is not null and fees is not null
          and documentation is not null and personal_data is not null and organisation is not null
          and monitoring is not null and budget_grosze is not null)),
        check ((status = 'REPORTED') = (reported_on is not null))
      );
      create unique index programme_partnership on programme (centre_id, network_id);
      create index programme_latest on programme (centre_id, starts_on desc, id);

      create table programme_change (
        centre_id uuid not null,
        programme_id uuid not null,
        version integer not null,
        kind text not null check (kind in ('DRAFTED', 'CHANGED', 'ADOPTED', 'PARTNERSHIP_LINKED', 'REPORTED')),
        elements text[] not null,
        resolution_number text,
        resolution_on date,
        by_name text,
        at timestamptz not null,
        primary key (centre_id, programme_id, version),
        foreign key (centre_id, programme_id) references programme (centre_id, id)
      );

      alter table service add column programme_id uuid,
        add foreign key (centre_id, programme_id) references programme (centre_id, id);
      create index service_programme on service (centre_id, programme_id);

      -- the actor's organisation is in its partnership, or has a service under it
      create function takes_part(programme uuid, network uuid) returns boolean language sql stable as $$
        select exists (select from network_membership m where m.centre_id = actor_centre() and m.network_id = network
                       and m.partner_id = actor_partner() and m.left_on is null)
          or exists (select from service s where s.centre_id = actor_centre() and s.programme_id = programme
                     and s.partner_id = actor_partner()) $$;

      call wall('programme'); call wall('programme_change');
      call grant_application('programme', 'select, insert, update');
      call grant_application('programme_change', 'select, insert');

      create policy read_programme on programme for select using (centre_id = actor_centre() and (
        actor_kind() = 'system' or actor_is(${READERS})
        or (actor_is(${PARTNER_ROLES}) and takes_part(id, network_id))));
      create policy draft_programme on programme for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy change_programme on programme for update using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy read_programme_change on programme_change for select using (
        centre_id = actor_centre() and exists (select from programme p
          where p.centre_id = programme_change.centre_id and p.id = programme_change.programme_id));
      create policy write_programme_change on programme_change for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy put_service_under_programme on service for update using (
        centre_id = actor_centre() and actor_is('OUS'));
    `);
    await runner.query(`
      -- the organiser says of a service only which programme it is under; who keeps its offer puts it there, and no more
      create function guard_service_programme() returns trigger language plpgsql as $$
        declare
          is_keeper boolean := actor_is(${OFFER_KEEPERS}) and new.partner_id = actor_partner();
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if tg_op = 'INSERT' then
            if new.programme_id is not null then
              raise exception 'a service begins under no programme' using errcode = '42501';
            end if;
            return new;
          end if;
          if not is_keeper and to_jsonb(new) - array['programme_id', 'version', 'updated_at', 'search']
              is distinct from to_jsonb(old) - array['programme_id', 'version', 'updated_at', 'search'] then
            raise exception 'the offer is its organisation''s to change' using errcode = '42501';
          end if;
          if new.programme_id is distinct from old.programme_id then
            if not actor_is('OUS') and old.programme_id is not null then
              raise exception 'only the organiser takes a service out of a programme' using errcode = '42501';
            end if;
            if new.programme_id is not null and not exists (select from programme p
                where p.centre_id = new.centre_id and p.id = new.programme_id and p.status <> 'DRAFT') then
              raise exception 'a service is put under a programme that is adopted' using errcode = '42501';
            end if;
          end if;
          return new;
        end $$;
      create trigger guard_service_programme before insert or update on service
        for each row execute function guard_service_programme();

      -- the rule of personal-data.ts: the rank of the highest level that the fields let travel
      create function programme_rank(fields text[]) returns integer language sql immutable parallel safe as $$
        select case
          when fields is null or not fields @> array['FIRST_NAME', 'CONTACT_CHANNEL'] then 0
          when not fields @> array['SURNAME'] then 1
          when fields && array['DISABILITY_DEGREE', 'HEALTH_CONTRAINDICATIONS', 'HEALTH_STATE', 'ADDICTION',
            'FAMILY_SITUATION', 'INCOME', 'CRIMINAL_DATA'] then 3
          else 2 end $$;
      create function guard_programme_level() returns trigger language plpgsql as $$
        declare
          rank integer := array_position(array['L0_TOKEN', 'L1_CONTACT', 'L2_IDENTITY', 'L3_SENSITIVE'], new.disclosure_level) - 1;
        begin
          -- what the actor cannot see lets nothing travel
          if rank > 0 and not exists (select from service s
              left join programme p on p.centre_id = s.centre_id and p.id = s.programme_id
              where s.centre_id = new.centre_id and s.id = new.service_id
                and (s.programme_id is null or rank <= programme_rank(p.personal_data))) then
            raise exception 'the programme lets less travel' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_programme_level before insert or update of disclosure_level, service_id on referral
        for each row execute function guard_programme_level();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_programme_level on referral;
      drop function guard_programme_level, programme_rank;
      drop trigger guard_service_programme on service;
      drop function guard_service_programme;
      drop policy put_service_under_programme on service;
      drop table programme_change;
      drop policy read_programme on programme;
      drop function takes_part;
      alter table service drop column programme_id;
      drop table programme;
    `);
  }
}
