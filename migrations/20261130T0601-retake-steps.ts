// A step that was gone back to is completed anew: each move of a network rests on its own line of the history (domain 1.8).
import type { MigrationInterface, QueryRunner } from "typeorm";

const guard = (rests: string, further = "") => `
  create or replace function guard_network_step() returns trigger language plpgsql as $$
    declare
      steps constant text[] := array['PROBLEM_DEFINITION', 'GOALS_AND_CONTACTS', 'PROBLEM_RESOURCE_ANALYSIS', 'BUILDING',
        'FORMALISATION', 'WORKING_MEETINGS'];
      ahead integer := array_position(steps, new.step) - array_position(steps, old.step);
    begin
      ${further}
      if ahead > 1 or not exists (select from network_step s where s.centre_id = new.centre_id and s.network_id = new.id
          and s.change = case when ahead = 1 then 'COMPLETED' else 'REOPENED' end
          and s.step = case when ahead = 1 then old.step else new.step end ${rests}) then
        raise exception 'steps are not skipped' using errcode = '23514';
      end if;
      return new;
    end $$;`;

const trigger = (of: string, when: string) => `
  drop trigger guard_network_step on network;
  create trigger guard_network_step before update of ${of} on network
    for each row when (${when}) execute function guard_network_step();`;

export class RetakeSteps20261130060100 implements MigrationInterface {
  name = "RetakeSteps20261130060100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the version of the network that the move made; null: from before that was kept, no move rests on it
      alter table network_step add column network_version integer;
      create unique index network_step_move on network_step (centre_id, network_id, network_version);
      ${guard(
        "and s.network_version = new.version",
        `if new.version < old.version or (ahead <> 0 and new.version = old.version) then
        raise exception 'the version of a network rises' using errcode = '23514';
      end if;
      if ahead = 0 then
        return new;
      end if;`,
      )}
      ${trigger("step, version", "old.step is distinct from new.step or new.version < old.version")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${guard("")}
      ${trigger("step", "old.step is distinct from new.step")}
      drop index network_step_move;
      alter table network_step drop column network_version;
    `);
  }
}
