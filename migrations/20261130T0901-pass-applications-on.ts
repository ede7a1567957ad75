// An application is passed on to the municipal office or a unit of the municipality, and to nobody else (CUS art. 38(1)).
import type { MigrationInterface, QueryRunner } from "typeorm";

export class PassApplicationsOn20261130090100 implements MigrationInterface {
  name = "PassApplicationsOn20261130090100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral add column sent_as text not null default 'SERVICE_REFERRAL'
        check (sent_as in ('SERVICE_REFERRAL', 'APPLICATION_TRANSFER'));
      create function guard_referral_kind() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' then
            if new.sent_as <> old.sent_as then
              raise exception 'what was sent stays what it is' using errcode = '42501';
            end if;
          elsif new.sent_as = 'APPLICATION_TRANSFER' and not exists (select from partner p
              where p.centre_id = new.centre_id and p.id = new.partner_id
                and p.statutory_provider_kind in ('MUNICIPAL_OFFICE', 'MUNICIPAL_UNIT')) then
            raise exception 'an application is passed on to the municipality alone' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_referral_kind before insert or update on referral
        for each row execute function guard_referral_kind();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_referral_kind on referral;
      drop function guard_referral_kind;
      alter table referral drop column sent_as;
    `);
  }
}
