// Whose session a look was stands in the chain of the access log too; lines of before keep the hashes that they have.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('check_access_log'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'check_access_log reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

const FITS = `(p.line).hash <> access_hash(p.line, p.before)`;
const FITS_EITHER = `(p.line).hash <> access_hash(p.line, p.before)
              and (p.line).hash <> access_hash_without_session(p.line, p.before)`;

const hash = (name: string, text: string) => `
  create or replace function ${name}(l access_log, before bytea) returns bytea language sql stable as $$
    select sha256(before || convert_to(${text}, 'UTF8')) $$;`;

export class ChainSessions20261130102800 implements MigrationInterface {
  name = "ChainSessions20261130102800";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${hash("access_hash_without_session", "access_text(l)")}
      -- also where there is none, so that none is added
      ${hash("access_hash", "access_text(l) || coalesce(l.session_id::text, '-')")}
      ${rewrite(FITS, FITS_EITHER)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${rewrite(FITS_EITHER, FITS)}
      ${hash("access_hash", "access_text(l)")}
      drop function access_hash_without_session;
    `);
  }
}
