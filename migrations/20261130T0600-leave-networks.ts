// Joining and leaving by a procedure that everybody reads; who leaves hands over first (domain 2.1).
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Signed in with any role: networks are everybody's to see. */
const ANYBODY = `actor_is('PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL',
          'DIRECTOR', 'RESIDENT_REP', 'AUTHORITY', 'IOD', 'SYSADMIN')`;

/** @param organisers what only the organiser says */
const guard = (organisers: string) => `
  create or replace function guard_membership() returns trigger language plpgsql as $$
    begin
      if (new.centre_id, new.id, new.network_id, new.partner_id)
          is distinct from (old.centre_id, old.id, old.network_id, old.partner_id) then
        raise exception 'a membership keeps its network and organisation' using errcode = '42501';
      end if;
      if actor_kind() <> 'system' and not actor_is('OUS') and (
          ${organisers}
          or new.stakeholder_type is distinct from old.stakeholder_type
          or (new.role <> old.role and (old.role <> 'INVITED' or new.role not in ('MEMBER', 'OBSERVER')))) then
        raise exception 'what an organisation is in a network is the organiser''s to say' using errcode = '42501';
      end if;
      return new;
    end $$;`;

export class LeaveNetworks20261130060000 implements MigrationInterface {
  name = "LeaveNetworks20261130060000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table network_membership
        add column leaving_on date,
        add column leave_reason text,
        add check ((leaving_on is null) = (leave_reason is null)),
        add check (leaving_on is null or role in ('MEMBER', 'OBSERVER'));

      -- how one joins and leaves a network, each version of it; only ever added to
      create table network_procedure (
        centre_id uuid not null,
        network_id uuid not null,
        version integer not null check (version > 0),
        text text not null,
        written_at timestamptz not null,
        primary key (centre_id, network_id, version),
        foreign key (centre_id, network_id) references network (centre_id, id)
      );
      call wall('network_procedure');
      call grant_application('network_procedure', 'select, insert');
      create policy read_network_procedure on network_procedure for select using (
        centre_id = actor_centre() and (actor_kind() = 'system' or ${ANYBODY}));
      create policy make_network_procedure on network_procedure for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
    `);
    await runner.query(
      guard("new.role_description is distinct from old.role_description"),
    );
    await runner.query(`
      -- whoever ends a membership reads the referrals of its organisation
      create function guard_leaving() returns trigger language plpgsql as $$
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if old.left_on is not null or new.leaving_on is null or new.leaving_on > new.left_on then
            raise exception 'leaving is announced, and not taken back afterwards' using errcode = '42501';
          end if;
          if not exists (select from network_membership m where m.centre_id = new.centre_id and m.partner_id = new.partner_id
                and m.id <> new.id and m.left_on is null and m.role in ('HUB', 'MEMBER'))
              and exists (select from referral r where r.centre_id = new.centre_id and r.partner_id = new.partner_id
                and r.status not in ('DRAFT', 'COMPLETED', 'DISCONTINUED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')
                and not exists (select from referral_continuation c
                  where c.centre_id = r.centre_id and c.referral_id = r.id)) then
            raise exception 'who leaves hands over first' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_leaving before update of left_on on network_membership
        for each row when (old.left_on is distinct from new.left_on) execute function guard_leaving();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      guard(
        "(new.role_description, new.left_on) is distinct from (old.role_description, old.left_on)",
      ),
    );
    await runner.query(`
      drop trigger guard_leaving on network_membership;
      drop function guard_leaving;
      drop table network_procedure;
      alter table network_membership drop column leave_reason, drop column leaving_on;
    `);
  }
}
