// Hold the centre: its own organisation never leaves it, and the same controller of data is for its public units alone (domain 2.1, 4.2).
import type { MigrationInterface, QueryRunner } from "typeorm";

const UNIT = `sector = 'PUBLIC' and kind in ('CUS', 'OPS', 'CIS', 'KIS', 'ZAZ_WTZ', 'OTHER_PUBLIC')`;

/** Rows of all centres are the owner's to mend. */
const mend = (statements: string) => {
  const tables = ["centre", "partner", "network_membership"];
  const alter = (what: string) =>
    tables.map((table) => `alter table ${table} ${what};`).join(" ");
  return `
    ${alter("no force row level security")} ${alter("disable trigger user")}
    ${statements}
    ${alter("enable trigger user")} ${alter("force row level security")}`;
};

export class HoldTheCentre20261130073000 implements MigrationInterface {
  name = "HoldTheCentre20261130073000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${mend(`
      -- who was taken for a unit and is none: nothing of a person travels there until the organiser has corrected it
      update partner set data_role = 'NO_PERSONAL_DATA', version = version + 1
        where data_role = 'SAME_CONTROLLER' and not (${UNIT});
      update network_membership m set leaving_on = null, leave_reason = null, version = m.version + 1
        from centre c where c.id = m.centre_id and c.hub_partner_id = m.partner_id and m.left_on is null and m.leaving_on is not null;
      update partner p set status = 'ACTIVE', version = p.version + 1
        from centre c where c.id = p.centre_id and c.hub_partner_id = p.id and p.status = 'FORMER';
      `)}
      alter table partner add constraint same_controller_is_a_unit check (data_role <> 'SAME_CONTROLLER' or ${UNIT});

      create function guard_centres_own() returns trigger language plpgsql as $$
        declare
          who uuid := case tg_table_name when 'partner' then to_jsonb(new)->>'id' else to_jsonb(new)->>'partner_id' end;
        begin
          if exists (select from centre c where c.id = new.centre_id and c.hub_partner_id = who) then
            raise exception 'the organisation of the centre itself does not leave' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_centres_own before update of status on partner
        for each row when (new.status = 'FORMER') execute function guard_centres_own();
      create trigger guard_centres_own before insert or update of leaving_on on network_membership
        for each row when (new.leaving_on is not null) execute function guard_centres_own();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_centres_own on network_membership;
      drop trigger guard_centres_own on partner;
      drop function guard_centres_own;
      alter table partner drop constraint same_controller_is_a_unit;
    `);
  }
}
