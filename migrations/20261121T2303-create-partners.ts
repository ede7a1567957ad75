// The organisations of a centre, their contact persons, and the networks that they are members of.
import type { MigrationInterface, QueryRunner } from "typeorm";

const INSIDE = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP'`;

export class CreatePartners20261121230300 implements MigrationInterface {
  name = "CreatePartners20261121230300";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table partner (
        centre_id uuid not null references centre (id),
        id uuid not null,
        code text,
        name text not null,
        short_name text not null,
        kind text not null,
        sector text not null,
        statutory_provider_kind text,
        data_role text not null,
        nip text,
        regon text,
        krs text,
        address text,
        terc text,
        website text,
        phone text,
        status text not null default 'ACTIVE'
          check (status in ('PROSPECT', 'INVITED', 'ACTIVE', 'SUSPENDED', 'FORMER')),
        is_demo boolean not null default false,
        import_key text,
        search text generated always as (folded(name || ' ' || short_name || ' ' || coalesce(code, ''))) stored,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (centre_id, id)
      );
      create unique index partner_code on partner (centre_id, code) where code is not null;
      create unique index partner_regon on partner (centre_id, regon) where regon is not null and status <> 'FORMER';
      create unique index partner_import on partner (centre_id, import_key) where import_key is not null;
      create index partner_order on partner (centre_id, (folded(name)), id);
      create index partner_kind on partner (centre_id, kind);
      create index partner_search on partner using gin (search gin_trgm_ops);

      create table contact_person (
        centre_id uuid not null,
        id uuid not null,
        partner_id uuid not null,
        name text not null,
        position text,
        work_email text,
        work_phone text,
        is_primary boolean not null default false,
        active boolean not null default true,
        created_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create index contact_person_partner on contact_person (centre_id, partner_id);
      create unique index contact_person_primary on contact_person (centre_id, partner_id) where is_primary and active;

      create table network (
        centre_id uuid not null references centre (id),
        id uuid not null,
        kind text not null,
        name text not null,
        purpose text,
        step text not null,
        hub_partner_id uuid not null,
        status text not null,
        created_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, hub_partner_id) references partner (centre_id, id)
      );
      create index network_hub on network (centre_id, hub_partner_id);
      create table network_membership (
        centre_id uuid not null,
        id uuid not null,
        network_id uuid not null,
        partner_id uuid not null,
        role text not null check (role in ('HUB', 'MEMBER', 'OBSERVER', 'INVITED')),
        stakeholder_type text check (stakeholder_type in ('A', 'B', 'C')),
        role_description text,
        joined_on date not null,
        left_on date,
        primary key (centre_id, id),
        foreign key (centre_id, network_id) references network (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        check ((role = 'HUB') <= (stakeholder_type is null)),
        check ((role = 'MEMBER') <= (stakeholder_type is not null))
      );
      create unique index network_membership_open on network_membership (centre_id, network_id, partner_id) where left_on is null;
      create unique index network_membership_hub on network_membership (centre_id, network_id) where role = 'HUB' and left_on is null;
      create index network_membership_network on network_membership (centre_id, network_id);
      create index network_membership_partner on network_membership (centre_id, partner_id);

      alter table centre add foreign key (id, hub_partner_id) references partner (centre_id, id);
      create index centre_hub on centre (id, hub_partner_id);
      alter table assignment add foreign key (centre_id, partner_id) references partner (centre_id, id);
      create index assignment_partner on assignment (centre_id, partner_id);

      call wall('partner'); call wall('contact_person'); call wall('network'); call wall('network_membership');
      call grant_application('partner', 'select, insert, update');
      call grant_application('contact_person', 'select, insert, update');
      call grant_application('network', 'select, insert, update');
      call grant_application('network_membership', 'select, insert, update');

      -- the name of the organisation somebody may act for is shown in the switch of memberships
      create policy read_partner on partner for select using (
        centre_id = actor_centre()
        or exists (select from assignment a where a.centre_id = partner.centre_id and a.partner_id = partner.id
                   and a.account_id = actor_account() and a.ended_at is null));
      create policy make_partner on partner for insert with check (centre_id = actor_centre() and actor_kind() = 'system');
      create policy change_partner on partner for update using (centre_id = actor_centre() and actor_kind() = 'system');

      create policy read_contact_person on contact_person for select using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is(${INSIDE}, 'IOD')));
      create policy make_contact_person on contact_person for insert with check (
        centre_id = actor_centre() and actor_kind() = 'system');
      create policy change_contact_person on contact_person for update using (
        centre_id = actor_centre() and actor_kind() = 'system');

      create policy read_network on network for select using (
        centre_id = actor_centre() and (actor_kind() = 'system'
          or actor_is(${INSIDE}, 'AUTHORITY', 'IOD', 'SYSADMIN')));
      create policy make_network on network for insert with check (centre_id = actor_centre() and actor_kind() = 'system');
      create policy change_network on network for update using (centre_id = actor_centre() and actor_kind() = 'system');
      -- the type of a stakeholder stands in the public catalogue, beside the name
      create policy read_membership on network_membership for select using (centre_id = actor_centre());
      create policy make_membership on network_membership for insert with check (
        centre_id = actor_centre() and actor_kind() = 'system');
      create policy change_membership on network_membership for update using (
        centre_id = actor_centre() and actor_kind() = 'system');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assignment drop constraint assignment_centre_id_partner_id_fkey;
      drop index assignment_partner;
      alter table centre drop constraint centre_id_hub_partner_id_fkey;
      drop index centre_hub;
      drop table network_membership, network, contact_person, partner;
    `);
  }
}
