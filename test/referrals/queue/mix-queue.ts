// The queue of a mix: jobs ring at their hour, some of them again, since the queue was not told that they were done.
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
 */
export async function ring(
  api: Api,
  mix: Mix,
  crashes: boolean,
): Promise<number> {
  const { admin, centre } = mix;
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
  await Promise.all(
    rows.map(async ({ id, task, payload }, place) => {
      const told = await runTask(api, task, payload).then(
        () => !(crashes && place % 3 === 0),
        () => false,
      );
      await admin.query(
        told
          ? `delete from graphile_worker._private_jobs where id = $1`
          : `update graphile_worker._private_jobs set locked_at = null, locked_by = null where id = $1`,
        [id],
      );
    }),
  );
  return rows.length;
}
