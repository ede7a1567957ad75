// What a line of the access log tells of is found by its id, each by itself: joined to all that the centre has, each write of a full centre read them all.
import type { MigrationInterface, QueryRunner } from "typeorm";

const WRITES = "write_access(uuid, timestamptz, text, text, jsonb)";

const JOINED = `left join referral r on t.touch->>'noun' = 'Referral' and r.centre_id = of_centre
          and r.id = (t.touch->>'subjectId')::uuid
        left join referral_subject s on s.centre_id = r.centre_id and s.referral_id = r.id
        left join case_ref c on t.touch->>'noun' = 'Case' and c.centre_id = of_centre
          and c.id = (t.touch->>'subjectId')::uuid;`;

// behind the walls the planner expects next to nothing of any table, and reads all of it; a limit leaves it one way
const LOOKED_UP = `left join lateral (select * from referral r where t.touch->>'noun' = 'Referral'
          and r.centre_id = of_centre and r.id = (t.touch->>'subjectId')::uuid limit 1) r on true
        left join lateral (select * from referral_subject s
          where s.centre_id = r.centre_id and s.referral_id = r.id limit 1) s on true
        left join lateral (select * from case_ref c where t.touch->>'noun' = 'Case'
          and c.centre_id = of_centre and c.id = (t.touch->>'subjectId')::uuid limit 1) c on true;`;

const replaced = (before: string, after: string) => `
  do $do$
    declare
      made text := pg_get_functiondef('${WRITES}'::regprocedure);
    begin
      if position($before$${before}$before$ in made) = 0 then raise exception '${WRITES} reads otherwise'; end if;
      execute replace(made, $before$${before}$before$, $after$${after}$after$);
    end $do$;`;

export class FindById20261130103500 implements MigrationInterface {
  name = "FindById20261130103500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(replaced(JOINED, LOOKED_UP));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replaced(LOOKED_UP, JOINED));
  }
}
