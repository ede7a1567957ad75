// Hold whose word it was and whose unit: what the hub notes for a party bears its mark for good, and who is no unit of the centre any more is sent no person's data as one (domain 2.5, 4.2).
import type { MigrationInterface, QueryRunner } from "typeorm";

const always = `when 'SAME_CONTROLLER' then 'L3_SENSITIVE'`;
const ofUnits = `when 'SAME_CONTROLLER' then case when exists (select from partner u join centre z on z.id = u.centre_id
            where u.centre_id = a.centre_id and u.id = highest_level.partner
              and (u.data_role = 'SAME_CONTROLLER' or z.hub_partner_id = u.id)) then 'L3_SENSITIVE' else 'L0_TOKEN' end`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (was: string, becomes: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('highest_level'::regproc);
    begin
      if position($from$${was}$from$ in was) = 0 then raise exception 'highest_level reads otherwise'; end if;
      execute replace(was, $from$${was}$from$, $to$${becomes}$to$);
    end $rewriting$;`;

export class HoldWordsAndUnits20261130074400 implements MigrationInterface {
  name = "HoldWordsAndUnits20261130074400";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${rewrite(always, ofUnits)}

      -- of a party or of a version: rows of both, whose columns differ
      create function guard_noted_word() returns trigger language plpgsql as $$
        declare
          was jsonb := to_jsonb(old);
          said jsonb := to_jsonb(new);
          is_anothers boolean := new.partner_id is distinct from actor_partner();
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if (was->>'signed_on' is null and said->>'signed_on' is not null and (said->>'signature_noted_on' is not null) <> is_anothers)
              or (was->>'agreed_on' is null and said->>'agreed_on' is not null and (said->>'on_behalf_reason' is not null) <> is_anothers)
              or (was->>'signed_on' is not null and said->'signature_noted_on' is distinct from was->'signature_noted_on')
              or (was->>'agreed_on' is not null and said->'on_behalf_reason' is distinct from was->'on_behalf_reason') then
            raise exception 'what is noted for another party bears its mark' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_noted_word before update on agreement_party
        for each row execute function guard_noted_word();
      create trigger guard_noted_word before update on agreement_version_party
        for each row execute function guard_noted_word();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_noted_word on agreement_version_party;
      drop trigger guard_noted_word on agreement_party;
      drop function guard_noted_word;
      ${rewrite(ofUnits, always)}
    `);
  }
}
