// Mark what the director signed: who does not stand for the hub herself notes its signature as she does another party's, and the mark stays (domain 2.5).
import type { MigrationInterface, QueryRunner } from "typeorm";

const ANOTHERS = `is_anothers boolean := new.partner_id is distinct from actor_partner();`;
const NOTED = `${ANOTHERS}
          -- whoever stands for her party signs for it herself
          is_noted boolean := new.partner_id is distinct from actor_partner() or not actor_is('PARTNER_ADMIN', 'DIRECTOR');`;

const marked = (
  is: string,
) => `(said->>'signature_noted_on' is not null) <> ${is}
                or`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (...changes: readonly (readonly [string, string])[]) =>
  changes
    .map(
      ([was, becomes]) => `
  do $rewriting$
    declare was text := pg_get_functiondef('guard_noted_word'::regproc);
    begin
      if position($from$${was}$from$ in was) = 0 then raise exception 'guard_noted_word reads otherwise'; end if;
      execute replace(was, $from$${was}$from$, $to$${becomes}$to$);
    end $rewriting$;`,
    )
    .join("");

export class MarkWhatTheDirectorSigned20261130078700 implements MigrationInterface {
  name = "MarkWhatTheDirectorSigned20261130078700";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      rewrite([ANOTHERS, NOTED], [marked("is_anothers"), marked("is_noted")]),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      rewrite([marked("is_noted"), marked("is_anothers")], [NOTED, ANOTHERS]),
    );
  }
}
