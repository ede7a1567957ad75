// How the queue of durable jobs stands, by task: what is due, since when, and what was given up.
import type pg from "pg";

import type { Reading } from "../metrics.js";

const due = `j.run_at <= now() and j.attempts < j.max_attempts`;

export function queueReadings(queue: () => pg.Pool | null): Reading[] {
  const byTask =
    (value: string): Reading["read"] =>
    async () => {
      const answer = await queue()?.query<{ task: string; value: number }>(
        `select t.identifier as task, (${value})::float8 as value
         from graphile_worker._private_tasks t
         left join graphile_worker._private_jobs j on j.task_id = t.id group by 1`,
      );
      const rows = answer?.rows ?? [];
      return rows.map((row) => ({
        labels: { task: row.task },
        value: row.value,
      }));
    };
  const labels = ["task"];
  return [
    {
      name: "jobs_due",
      help: "Jobs whose time has come and that are not done.",
      labels,
      read: byTask(`count(*) filter (where ${due})`),
    },
    {
      name: "jobs_oldest_due_seconds",
      help: "How long the oldest of them has been due.",
      labels,
      read: byTask(
        `coalesce(extract(epoch from now() - min(j.run_at) filter (where ${due})), 0)`,
      ),
    },
    {
      name: "jobs_given_up",
      help: "Jobs that failed so often that the queue tries no more.",
      labels,
      read: byTask(`count(*) filter (where j.attempts >= j.max_attempts)`),
    },
  ];
}
