// A new date after a no-show keeps the place: until somebody has come it is not given away past the coordinator who has not answered.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** The rest of the function stays as the migrations before have made it; both at once, so that it can be read. */
const rewrite = (pairs: readonly (readonly [string, string])[]) => `
  do $rewriting$
    declare made text := pg_get_functiondef('guard_awaited_place'::regproc);
    begin
      ${pairs
        .map(
          ([from, to]) => `
      if position($from$${from}$from$ in made) = 0 then raise exception 'guard_awaited_place reads otherwise'; end if;
      made := replace(made, $from$${from}$from$, $to$${to}$to$);`,
        )
        .join("")}
      execute made;
    end $rewriting$;`;

/** The newest no-show is unanswered, and since then nobody came, nor is awaited by now. */
const PAST_A_DATE = `coalesce((select a.answer is null and not exists (select from appointment l
            where l.centre_id = a.centre_id and l.referral_id = a.referral_id and l.number > a.number
              and (l.state = 'CAME' or (new.status = 'IN_PROGRESS' and l.state = 'PLANNED'
                and (l.at at time zone 'Europe/Warsaw')::date <= (new.updated_at at time zone 'Europe/Warsaw')::date)))
        from appointment a where a.centre_id = new.centre_id and a.referral_id = new.id and a.state = 'DID_NOT_COME'
        order by a.number desc limit 1), false)`;

const BEGINNING = `select coalesce((select (a.state`;
const END = `new.discontinue_reason = 'NO_SHOW', false)`;
const REWRITTEN = [
  [BEGINNING, `select (coalesce((select (a.state`],
  [END, `${END} or ${PAST_A_DATE})`],
] as const;

export class AskPastANewDate20261130102700 implements MigrationInterface {
  name = "AskPastANewDate20261130102700";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(REWRITTEN));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      rewrite(REWRITTEN.map(([from, to]) => [to, from] as const)),
    );
  }
}
