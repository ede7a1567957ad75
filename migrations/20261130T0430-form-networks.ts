// Networks that the organiser forms: goals, memberships by invitation, and who does what in them (domain 1.9, 2.1).
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Signed in with any role: networks are everybody's to see. */
const ANYBODY = `actor_is('PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL',
          'DIRECTOR', 'RESIDENT_REP', 'AUTHORITY', 'IOD', 'SYSADMIN')`;

const keepers = (organiser: string, ownPartner: string) => `
  alter policy make_network on network with check (
    centre_id = actor_centre() and (actor_kind() = 'system'${organiser}));
  alter policy change_network on network using (
    centre_id = actor_centre() and (actor_kind() = 'system'${organiser}));
  alter policy change_membership on network_membership using (
    centre_id = actor_centre() and (actor_kind() = 'system'${organiser}${ownPartner}));`;

export class FormNetworks20261130043000 implements MigrationInterface {
  name = "FormNetworks20261130043000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table network
        add column goals text[] not null default '{}' check (cardinality(goals) <= 10),
        add column cadence_days integer check (cadence_days between 7 and 365),
        add column started_on date,
        add column version integer not null default 1;
      create unique index network_name on network (centre_id, (folded(name))) where status <> 'CLOSED';
      create unique index network_of_centre on network (centre_id, kind)
        where kind in ('LSR', 'FORUM') and status <> 'CLOSED';
      alter table network_membership
        add column version integer not null default 1;

      create table joint_action (
        centre_id uuid not null,
        id uuid not null,
        network_id uuid not null,
        title text not null,
        ended_on date,
        version integer not null default 1,
        created_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, network_id) references network (centre_id, id)
      );
      create index joint_action_network on joint_action (centre_id, network_id, created_at);
      -- who has which part in it; nobody has two
      create table joint_action_part (
        centre_id uuid not null,
        joint_action_id uuid not null,
        partner_id uuid not null,
        part text not null check (part in ('RESPONSIBLE', 'CONTRIBUTES', 'INFORMED')),
        primary key (centre_id, joint_action_id, partner_id),
        foreign key (centre_id, joint_action_id) references joint_action (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create unique index joint_action_responsible on joint_action_part (centre_id, joint_action_id)
        where part = 'RESPONSIBLE';
      create index joint_action_part_partner on joint_action_part (centre_id, partner_id);

      call wall('joint_action'); call wall('joint_action_part');
      call grant_application('joint_action', 'select, insert, update');
      call grant_application('joint_action_part', 'select, insert, delete');
      ${keepers(" or actor_is('OUS')", " or (actor_is('PARTNER_ADMIN') and partner_id = actor_partner())")}
      -- she asks organisations in, and makes the hub of a network that she forms
      alter policy make_membership on network_membership with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy read_joint_action on joint_action for select using (
        centre_id = actor_centre() and (actor_kind() = 'system' or ${ANYBODY}));
      create policy make_joint_action on joint_action for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy change_joint_action on joint_action for update using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy read_joint_action_part on joint_action_part for select using (
        centre_id = actor_centre() and (actor_kind() = 'system' or ${ANYBODY}));
      create policy make_joint_action_part on joint_action_part for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy end_joint_action_part on joint_action_part for delete using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));

      -- an administrator of a partner tells of her own membership
      create policy write_membership_event on event for insert with check (
        centre_id = actor_centre() and topic = 'NETWORK' and type like 'Network%' and actor_is('PARTNER_ADMIN')
        and partner_id = actor_partner() and actor_partner_id = actor_partner() and actor_account_id = actor_account());
    `);
    await runner.query(`
      create function guard_membership() returns trigger language plpgsql as $$
        begin
          if (new.centre_id, new.id, new.network_id, new.partner_id)
              is distinct from (old.centre_id, old.id, old.network_id, old.partner_id) then
            raise exception 'a membership keeps its network and organisation' using errcode = '42501';
          end if;
          if actor_kind() <> 'system' and not actor_is('OUS') and (
              (new.role_description, new.left_on) is distinct from (old.role_description, old.left_on)
              or new.stakeholder_type is distinct from old.stakeholder_type
              or (new.role <> old.role and (old.role <> 'INVITED' or new.role not in ('MEMBER', 'OBSERVER')))) then
            raise exception 'what an organisation is in a network is the organiser''s to say' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_membership before update on network_membership
        for each row execute function guard_membership();

      -- exactly one hub, and the one that the network names
      create function hold_hub() returns trigger language plpgsql as $$
        declare
          held uuid := case tg_table_name when 'network' then to_jsonb(new)->>'id' else to_jsonb(new)->>'network_id' end;
        begin
          if exists (select from network n where n.centre_id = new.centre_id and n.id = held and n.hub_partner_id is distinct from
              (select m.partner_id from network_membership m where m.centre_id = n.centre_id and m.network_id = n.id
                 and m.role = 'HUB' and m.left_on is null)) then
            raise exception 'a network has one hub' using errcode = '23514';
          end if;
          return null;
        end $$;
      create constraint trigger hold_hub after insert or update on network
        deferrable initially deferred for each row execute function hold_hub();
      create constraint trigger hold_hub after update on network_membership
        deferrable initially deferred for each row execute function hold_hub();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger hold_hub on network_membership;
      drop trigger hold_hub on network;
      drop trigger guard_membership on network_membership;
      drop function hold_hub, guard_membership;
      drop policy write_membership_event on event;
      drop table joint_action_part, joint_action;
      alter policy make_membership on network_membership with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or (actor_is('OUS') and role = 'MEMBER')));
      ${keepers("", "")}
      alter table network_membership drop column version;
      drop index network_of_centre, network_name;
      alter table network drop column version, drop column started_on, drop column cadence_days, drop column goals;
    `);
  }
}
