// What a partner would see is looked at without leave to correct the rest; and who has a case of the same person already is told which of them is her own.
import type { MigrationInterface, QueryRunner } from "typeorm";

const ANY_LOOK = `and l.at <= new.changed_at and l.until > new.changed_at`;
const WHOLE_LOOK = `and not l.is_preview ${ANY_LOOK}`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('guard_case_identity()'::regprocedure);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'guard_case_identity reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

const coordinators = (told: string, given: string) => `
  drop function coordinators_of_person(jsonb, uuid);
  -- whom to ask, and nothing of the case; what is sought is blind without the master key
  create function coordinators_of_person(sought jsonb, except_case uuid) returns table (name text, ${told})
    language plpgsql stable security definer set search_path = public, pg_temp as $$
    declare
      kind text := actor_kind();
      asks boolean := actor_is('KIPUS');
      who uuid := actor_account();
    begin
      perform set_config('splot.kind', 'system', true);
      return query select distinct a.name, ${given}
        from jsonb_to_recordset(sought) as s(by_year text, by_date text)
        join case_person p on p.centre_id = actor_centre() and p.by_year = decode(s.by_year, 'hex')
          and (p.by_date is null or s.by_date is null or p.by_date = decode(s.by_date, 'hex'))
        join case_ref c on c.centre_id = p.centre_id and c.id = p.case_id
        join account a on a.id = c.coordinator_account_id
        where asks and (except_case is null or p.case_id <> except_case)
        order by 1 limit 10;
      perform set_config('splot.kind', kind, true);
    end $$;
  revoke execute on function coordinators_of_person(jsonb, uuid) from public;
  do $$ begin
    execute format('grant execute on function coordinators_of_person(jsonb, uuid) to %I',
      current_setting('splot.application_role'));
  end $$;`;

export class LookBeforeCorrecting20261130088300 implements MigrationInterface {
  name = "LookBeforeCorrecting20261130088300";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table case_look add column is_preview boolean not null default false`,
    );
    await runner.query(rewrite(ANY_LOOK, WHOLE_LOOK));
    await runner.query(
      coordinators(
        "own_case_id uuid",
        "case when c.coordinator_account_id = who then c.id end",
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      coordinators("own boolean", "c.coordinator_account_id = who"),
    );
    await runner.query(rewrite(WHOLE_LOOK, ANY_LOOK));
    await runner.query(`alter table case_look drop column is_preview`);
  }
}
