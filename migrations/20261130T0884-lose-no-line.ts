// No look falls out of the log because its line was written late; a restore keeps requests of who has no case, and every breach.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** A line is written after its answer: one of before a change may stand behind that change, and is none of the new words. */
const BY_POSITION = "w.position > l.position and w.action";
const BY_TIME = "(w.position > l.position or w.at > l.at) and w.action";

const replaced = (before: string, after: string) => `
  do $do$
    declare
      made text := pg_get_functiondef('is_read_on(uuid, timestamptz, uuid, uuid, text[], jsonb)'::regprocedure);
    begin
      if position($before$${before}$before$ in made) = 0 then raise exception 'is_read_on reads otherwise'; end if;
      execute replace(made, $before$${before}$before$, $after$${after}$after$);
    end $do$;`;

const OPEN = `('SENT', 'RECEIVED', 'INFO_REQUESTED', 'WAITLISTED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED')`;
const WALLED = [
  "disclosure_basis",
  "resident_request",
  "breach",
  "breach_step",
];
const each = (change: string) =>
  WALLED.map((table) => `alter table ${table} ${change};`).join(" ");

interface Shape {
  readonly parameters: string;
  readonly ended: string;
  readonly requests: string;
  readonly ofWhom: string;
  readonly breaches: string;
  readonly resting: string;
}

const holdAgain = (shape: Shape) => `
  create function hold_again(${shape.parameters}) returns integer language plpgsql as $$
    declare
      held integer;
      one record;
    begin
      perform set_config('splot.kind', 'backup', true);
      ${each("no force row level security")}
      ${each("disable trigger user")}
      with again as (
        update disclosure_basis b set revoked_at = e.revoked_at, ended_by = e.ended_by
          from jsonb_to_recordset(${shape.ended}) as e(centre uuid, id uuid, revoked_at timestamptz, ended_by text)
          where b.centre_id = e.centre and b.id = e.id and b.revoked_at is null
          returning b.centre_id, b.id, b.case_id, b.partner_id, b.ended_by),
      moved as (
        insert into resident_request select (jsonb_populate_record(null::resident_request, q ||
            -- who wrote it down may be somebody whom the backup does not know: her name stays beside it
            jsonb_build_object('filed_by_account_id', coalesce(
              (select a.id from account a where a.id = (q->>'filed_by_account_id')::uuid),
              (select c.coordinator_account_id from case_ref c where c.id = (q->>'case_id')::uuid),
              (select min(g.account_id::text)::uuid from assignment g where g.centre_id = (q->>'centre_id')::uuid))))).*
          from jsonb_array_elements(${shape.requests}) q
          where ${shape.ofWhom}exists (select from case_ref c where c.centre_id = (q->>'centre_id')::uuid
            and c.id = (q->>'case_id')::uuid)
          on conflict (centre_id, number) do update set state = excluded.state, answer = excluded.answer,
            answered_at = excluded.answered_at, lifted_at = excluded.lifted_at, due_on = excluded.due_on,
            extended_by = excluded.extended_by, extension_reason = excluded.extension_reason,
            version = excluded.version
            where resident_request.id = excluded.id and resident_request.version < excluded.version
          returning 1),${shape.breaches}
      resting as (
        select graphile_worker.add_job('withdraw-resting',
            json_build_object('centreId', r.centre_id, 'referralId', r.id), run_at => moment,
            job_key => format('%s:withdraw-resting:%s', r.centre_id, r.id))
          from again a ${shape.resting}
          where a.ended_by = 'WITHDRAWN' and r.status in ${OPEN})
      select (select count(*) from again) + (select count(*) from moved)${shape.breaches && " + (select count(*) from decided)"}
          + 0 * (select count(*) from resting)
        into held;
      ${each("enable trigger user")}
      ${each("force row level security")}
      for one in select c.id from centre c loop
        perform set_config('splot.kind', 'system', true);
        perform set_config('splot.centre', one.id::text, true);
        while exists (select from mask_referrals(moment, 500)) loop
          null;
        end loop;
      end loop;
      return held;
    end $$;
  revoke execute on function hold_again from public;`;

const BEFORE: Shape = {
  parameters: "ended jsonb, requests jsonb, moment timestamptz",
  ended: "ended",
  requests: "requests",
  ofWhom: "",
  breaches: "",
  resting: `join referral_scope t on t.centre_id = a.centre_id and t.basis_id = a.id
          join referral r on r.centre_id = t.centre_id and r.id = t.referral_id`,
};

const AFTER: Shape = {
  parameters: "was jsonb, moment timestamptz",
  ended: "was->'ended'",
  requests: "was->'requests'",
  ofWhom: "q->>'case_id' is null or ",
  breaches: `
      decided as (
        insert into breach select (jsonb_populate_record(null::breach, q)).* from jsonb_array_elements(was->'breaches') q
          on conflict (centre_id, number) do update set reported = excluded.reported,
            report_reason = excluded.report_reason, reported_at = excluded.reported_at,
            report_number = excluded.report_number, told = excluded.told, told_reason = excluded.told_reason,
            decided_at = excluded.decided_at, version = excluded.version
            where breach.id = excluded.id and breach.version < excluded.version
          returning 1),
      taken as (
        insert into breach_step select (jsonb_populate_record(null::breach_step, q)).*
          from jsonb_array_elements(was->'steps') q on conflict do nothing),`,
  // a referral that went on under a renewed basis names its first one
  resting: `join referral_scope t on t.centre_id = a.centre_id and t.case_id = a.case_id
          join referral r on r.centre_id = t.centre_id and r.id = t.referral_id and r.partner_id = a.partner_id
            and (t.basis_id = a.id or not exists (select from disclosure_basis o
              where o.centre_id = a.centre_id and o.case_id = a.case_id and o.partner_id = a.partner_id and o.id <> a.id
                and o.revoked_at is null and (o.valid_to is null or o.valid_to > moment)
                and not exists (select from again x where x.id = o.id)))`,
};

export class LoseNoLine20261130088400 implements MigrationInterface {
  name = "LoseNoLine20261130088400";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(replaced(BY_POSITION, BY_TIME));
    await runner.query(
      `drop function hold_again(jsonb, jsonb, timestamptz); ${holdAgain(AFTER)}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function hold_again(jsonb, timestamptz); ${holdAgain(BEFORE)}`,
    );
    await runner.query(replaced(BY_TIME, BY_POSITION));
  }
}
