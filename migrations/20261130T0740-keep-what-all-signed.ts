// The second wall of an amendment that all have signed: no party undoes it, only the end of the agreement or its own last day.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class KeepWhatAllSigned20261130074000 implements MigrationInterface {
  name = "KeepWhatAllSigned20261130074000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function guard_agreement_version() returns trigger language plpgsql as $$
        begin
          if exists (select from agreement a where a.centre_id = new.centre_id and a.id = new.agreement_id
                and a.status in ('SIGNED', 'ACTIVE', 'SUSPENDED') and a.ended_on is null
                -- a last day may go by while it waits for its first
                and coalesce(new.terms->>'validTo', a.valid_to::text) is null)
              and not exists (select from agreement_version_party s
                join agreement_party y on y.centre_id = s.centre_id and y.agreement_id = s.agreement_id and y.partner_id = s.partner_id
                where s.centre_id = new.centre_id and s.agreement_id = new.agreement_id and s.revision = new.revision
                  and y.is_required and y.left_on is null and s.signed_on is null) then
            raise exception 'what all have signed is undone by nobody alone' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_agreement_version before update on agreement_version
        for each row when (old.status = 'PROPOSED' and new.status = 'REJECTED') execute function guard_agreement_version();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_agreement_version on agreement_version;
      drop function guard_agreement_version;
    `);
  }
}
