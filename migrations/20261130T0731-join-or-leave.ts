// Join or leave: who has left is in no network, and what an organisation is in a network that rests stays as it is (domain 2.1).
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Rows of all centres are the owner's to mend. */
const mend = (statements: string) => {
  const tables = ["partner", "network_membership", "service"];
  const alter = (what: string) =>
    tables.map((table) => `alter table ${table} ${what};`).join(" ");
  return `
    ${alter("no force row level security")} ${alter("disable trigger user")}
    ${statements}
    ${alter("enable trigger user")} ${alter("force row level security")}`;
};

export class JoinOrLeave20261130073100 implements MigrationInterface {
  name = "JoinOrLeave20261130073100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${mend(`
      -- who joined one network while leaving another is in
      update partner p set status = 'ACTIVE', version = p.version + 1
        where p.status = 'FORMER' and exists (select from network_membership m
          where m.centre_id = p.centre_id and m.partner_id = p.id and m.left_on is null and m.role <> 'INVITED');
      -- what was published while its organisation rested
      update service s set visibility = 'PUBLIC', version = s.version + 1
        where s.visibility = 'HUB_ONLY' and exists (select from partner p
          where p.centre_id = s.centre_id and p.id = s.partner_id and p.status in ('ACTIVE', 'SUSPENDED'));
      `)}
      create function hold_former() returns trigger language plpgsql as $$
        declare
          who uuid := case tg_table_name when 'partner' then to_jsonb(new)->>'id' else to_jsonb(new)->>'partner_id' end;
        begin
          if exists (select from partner p join network_membership m on m.centre_id = p.centre_id and m.partner_id = p.id
              where p.centre_id = new.centre_id and p.id = who and p.status = 'FORMER'
                and m.left_on is null and m.role <> 'INVITED') then
            raise exception 'who has left is in no network' using errcode = '23514';
          end if;
          return null;
        end $$;
      create constraint trigger hold_former after update of status on partner
        deferrable initially deferred for each row when (new.status = 'FORMER') execute function hold_former();
      create constraint trigger hold_former after insert or update on network_membership
        deferrable initially deferred for each row when (new.left_on is null and new.role <> 'INVITED') execute function hold_former();

      create function guard_resting_network() returns trigger language plpgsql as $$
        begin
          if actor_kind() <> 'system' and exists (select from network n
              where n.centre_id = new.centre_id and n.id = new.network_id and n.status = 'DORMANT') then
            raise exception 'nothing new is begun in a network that rests' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_resting_network before insert or update of role, stakeholder_type, role_description on network_membership
        for each row execute function guard_resting_network();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_resting_network on network_membership;
      drop function guard_resting_network;
      drop trigger hold_former on network_membership;
      drop trigger hold_former on partner;
      drop function hold_former;
    `);
  }
}
