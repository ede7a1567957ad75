// Sight follows its basis: timers of it end with the referral, and what rests on a consent is withdrawn by rule where its coordinator has left.
import type { MigrationInterface, QueryRunner } from "typeorm";

const OPEN = [
  "SENT",
  "RECEIVED",
  "INFO_REQUESTED",
  "WAITLISTED",
  "OFFERED",
  "ACCEPTED",
  "IN_PROGRESS",
  "SUSPENDED",
];
const ALL_OPEN = OPEN.map((status) => `'${status}'`).join(", ");
const OF_SIGHT = ["end-sight", "withdraw-resting"];

/** One more job of a referral; the rest of the function stays as the migrations before have made it. */
const jobs = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('enqueue_job(text, uuid, timestamptz)'::regprocedure);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'enqueue_job reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;
const BEFORE = "'end-sight', ";
const WITH_RESTING = "'end-sight', 'withdraw-resting', ";

const endTimers = (of: { keys: string; from: string }) => `
  create or replace function end_timers() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      -- one that rings at this moment ends by itself: the queue's own remove_job would leave it behind as failed
      delete from graphile_worker._private_jobs j where j.locked_at is null
        and j.key = any(array_remove(array[
          case when new.status not in ('SENT', 'RECEIVED', 'INFO_REQUESTED')
            then format('%s:expire-referral:%s', new.centre_id, new.id) end,
          case when new.status <> 'OFFERED'
            then format('%s:lapse-offer:%s', new.centre_id, new.id) end${of.keys}], null));
      return null;
    end $$;
  drop trigger end_timers on referral;
  create trigger end_timers after update of status on referral for each row
    when (old.status <> new.status and old.status in (${of.from}))
    execute function end_timers();`;

export class LookAnew20261130087300 implements MigrationInterface {
  name = "LookAnew20261130087300";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(jobs(BEFORE, WITH_RESTING));
    await runner.query(
      endTimers({
        keys: OF_SIGHT.map(
          (task) => `,
          case when new.status not in (${ALL_OPEN})
            then format('%s:${task}:%s', new.centre_id, new.id) end`,
        ).join(""),
        from: ALL_OPEN,
      }),
    );
    await runner.query(`
      insert into referral_transition (from_status, to_status, side) values
        ${OPEN.map((status) => `('${status}', 'WITHDRAWN', 'SYSTEM')`).join(", ")};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from referral_transition where to_status = 'WITHDRAWN' and side = 'SYSTEM';
    `);
    await runner.query(
      endTimers({
        keys: "",
        from: "'SENT', 'RECEIVED', 'INFO_REQUESTED', 'OFFERED'",
      }),
    );
    await runner.query(jobs(WITH_RESTING, BEFORE));
  }
}
