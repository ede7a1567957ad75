// Ask before joining: who is registered may be invited only, and of a member it is known when it signed that it joins (domain 2.1, 2.2).
import type { MigrationInterface, QueryRunner } from "typeorm";

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

const makePartner = (states: string) => `
  alter policy make_partner on partner with check (
    centre_id = actor_centre() and (actor_kind() = 'system'
      or (actor_is('OUS') and status in (${states}) and import_key is null)));`;

export class AskBeforeJoining20261130070000 implements MigrationInterface {
  name = "AskBeforeJoining20261130070000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table network_membership
        add column declared_on date,
        add constraint declared_by_who_is_in check (declared_on is null or (role <> 'INVITED' and declared_on <= joined_on));
      ${makePartner("'ACTIVE', 'INVITED'")}
      ${guard(
        "(new.role_description, new.declared_on) is distinct from (old.role_description, old.declared_on)",
      )}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${guard("new.role_description is distinct from old.role_description")}
      ${makePartner("'ACTIVE'")}
      alter table network_membership drop column declared_on;
    `);
  }
}
