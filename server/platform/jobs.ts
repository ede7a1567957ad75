// The durable jobs of this process: taken from PostgreSQL, done at least once, on the owner's connection.
import { EventEmitter } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

import {
  Logger as QueueLogger,
  run,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";

import { showLife } from "./database/job-takers.js";
import type { Logger } from "./logging.js";

export interface Jobs {
  stop(): Promise<void>;
}

/** How long a queue that lost its database waits before it is taken up again. */
const pauseFor = 1000;

export async function startJobs({
  ownerUrl,
  tasks,
  crontab,
  log,
}: {
  ownerUrl: string;
  tasks: TaskList;
  /** What is done by the calendar, a line each. */
  crontab: string;
  log: Logger;
}): Promise<Jobs> {
  // payloads stay out of the log: only what the queue says about itself
  const logger = new QueueLogger(() => (level: string, message) => {
    if (level === "error") log.error(message);
    else if (level === "warning") log.warn(message);
  });
  async function take(): Promise<Runner> {
    const events: WorkerEvents = new EventEmitter();
    let name = "";
    events.once("pool:create", ({ workerPool }) => (name = workerPool.id));
    const runner = await run({
      connectionString: ownerUrl,
      maxPoolSize: 6,
      taskList: tasks,
      crontab,
      concurrency: 4,
      pollInterval: 2000,
      noHandleSignals: true,
      logger,
      events,
    });
    // one that has ended by itself refuses to be stopped
    const end = () => void runner.stop().catch(() => undefined);
    const life = await showLife(ownerUrl, name, end);
    runner.promise.catch(() => undefined).finally(() => void life.end());
    return runner;
  }
  const ending = new AbortController();
  const isEnding = () => ending.signal.aborted;
  let runner = await take();

  /** The queue gives up when its database goes away; the process does not. */
  async function keepTaking(): Promise<void> {
    for (;;) {
      await runner.promise.catch(() => undefined);
      if (isEnding()) return;
      log.warn("the job queue ended and is taken up again");
      await pause(pauseFor, undefined, { signal: ending.signal }).catch(
        () => undefined,
      );
      if (isEnding()) return;
      // a failed attempt leaves the ended one, and comes round again
      runner = await take().catch(() => runner);
    }
  }
  const kept = keepTaking();

  return {
    async stop() {
      ending.abort();
      // one that has ended by itself refuses to be stopped
      await runner.stop().catch(() => undefined);
      await kept;
    },
  };
}
