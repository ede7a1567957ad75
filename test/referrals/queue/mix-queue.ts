// The queue of a mix: jobs ring at their hour, some of them again, since the queue was not told that they were done.
import { isOutage } from "../../../server/platform/database/outage.js";
import type { Api } from "../../support/api.js";
import { runTask } from "../referring.js";
import type { Mix } from "./mix.js";

/** All that rings for a referral. */
const TIMERS = [
  ...["expire-referral", "lapse-offer", "offer-freed-place"],
  ...["move-on", "end-sight", "withdraw-resting", "send-letter"],
] as const;

/** Due at once, by the database's clock, which is not the test's. */
const AT_ONCE = ["offer-freed-place", "move-on", "withdraw-resting"] as const;

/**
 * The queue: what is due is taken, done, and told to it; some is done and not told, so that it comes again.
 * What follows a change of numbers is always due: it is queued by the database's clock, which is not the test's.
 * @throws what a job failed of, other than a connection that was cut
 */
export async function ring(
  api: Api,
  { admin, centre }: Mix,
  { again = false, breaks = false } = {},
): Promise<number> {
  const { rows } = await admin.query<{
    id: string;
    task: string;
    payload: Record<string, unknown>;
  }>(
    `update graphile_worker._private_jobs j set locked_at = now(), locked_by = 'mix'
     from graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = any($3) and j.payload->>'centreId' = $1
       and (j.run_at <= $2 or t.identifier = any($4)) and j.locked_at is null
     returning j.id, t.identifier as task, j.payload`,
    [centre.id, api.clock.now(), TIMERS, AT_ONCE],
  );
  const done: string[] = [];
  const faults: unknown[] = [];
  await Promise.all(
    rows.map(async ({ id, task, payload }, place) =>
      runTask(api, task, payload).then(
        () => (again && place % 3 === 0 ? undefined : done.push(id)),
        (fault: unknown) =>
          breaks && isOutage(fault) ? undefined : faults.push(fault),
      ),
    ),
  );
  await admin.query(
    `with told as (delete from graphile_worker._private_jobs where id = any($2))
     update graphile_worker._private_jobs set locked_at = null, locked_by = null where id = any($1) and id <> all($2)`,
    [rows.map(({ id }) => id), done],
  );
  if (faults.length > 0) throw new AggregateError(faults, "a job failed");
  return rows.length;
}
