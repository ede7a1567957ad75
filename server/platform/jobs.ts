// The durable jobs of this process: taken from PostgreSQL, done at least once, on the owner's connection.
import { Logger as QueueLogger, run, type TaskList } from "graphile-worker";

import type { Logger } from "./logging.js";

export interface Jobs {
  stop(): Promise<void>;
}

export async function startJobs({
  ownerUrl,
  tasks,
  log,
}: {
  ownerUrl: string;
  tasks: TaskList;
  log: Logger;
}): Promise<Jobs> {
  // payloads stay out of the log: only what the queue says about itself
  const logger = new QueueLogger(() => (level: string, message) => {
    if (level === "error") log.error(message);
    else if (level === "warning") log.warn(message);
  });
  const runner = await run({
    connectionString: ownerUrl,
    maxPoolSize: 6,
    taskList: tasks,
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    logger,
  });
  return { stop: async () => runner.stop() };
}
