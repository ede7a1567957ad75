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
import pg from "pg";

import { showLife } from "./database/job-takers.js";
import { queueReadings } from "./database/queue-readings.js";
import type { Logger } from "./logging.js";
import type { Reading } from "./metrics.js";
import type { Watch } from "./watch.js";

export interface Jobs {
  /** What waits in the queue, for whoever watches. */
  readonly readings: readonly Reading[];
  stop(): Promise<void>;
}

/** How long a queue that lost its database waits before it is taken up again. */
const pauseFor = 1000;

export async function startJobs({
  ownerUrl,
  tasks,
  crontab,
  log,
  watch,
}: {
  ownerUrl: string;
  tasks: TaskList;
  /** What is done by the calendar, a line each. */
  crontab: string;
  log: Logger;
  watch?: Pick<Watch, "job">;
}): Promise<Jobs> {
  // the queue repeats what a failed job said, which may be somebody's address: jobs are told below, in our own words
  const logger = new QueueLogger(
    ({ taskIdentifier }) =>
      (level: string, message) => {
        if (/^(Failed task|Cancelled|Failed to release)/.test(message)) return;
        if (level === "error") log.error(message);
        else if (level === "warning") log.warn(message);
        // what a job itself has to tell
        else if (level === "info" && taskIdentifier) log.info(message);
      },
  );
  const ending = new AbortController();
  const isEnding = () => ending.signal.aborted;
  let queue: pg.Pool | null = null;
  async function take(): Promise<Runner> {
    const events: WorkerEvents = new EventEmitter();
    let name = "";
    events.once("pool:create", ({ workerPool }) => (name = workerPool.id));
    const pgPool = new pg.Pool({ connectionString: ownerUrl, max: 6 });
    // the queue stops listening as it ends; a connection that breaks after that would end the process
    pgPool.on("error", () => undefined);
    queue = pgPool;
    tellJobs(events, log, watch);
    pgPool.on("connect", (client) => client.on("error", () => undefined));
    const runner = await run({
      pgPool,
      taskList: tasks,
      crontab,
      noHandleSignals: true,
      logger,
      events,
      preset: {
        worker: {
          concurrentJobs: 4,
          // whoever finds nothing looks again after so long: what is due waits for it
          pollInterval: 500,
          // told at once, and again until the database has heard it; unset, the queue looks after neither, and a database
          // that goes away just then ends the process
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
    }).catch(async (failure: unknown) => {
      await pgPool.end();
      throw failure;
    });
    // one that has ended by itself refuses to be stopped
    const end = () => void runner.stop().catch(() => undefined);
    const over = runner.promise.catch(() => undefined);
    // one that lost its database still has to tell it of its jobs; what it leaves idle closes by itself
    void over.then(() => (isEnding() ? pgPool.end() : undefined));
    const life = await showLife(ownerUrl, name, end);
    void over.then(() => life.end());
    return runner;
  }
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
      // told to stop while it was being taken up
      if (isEnding()) await endQuietly();
    }
  }
  /** One that has ended by itself refuses to be stopped. */
  const endQuietly = () => runner.stop().catch(() => undefined);
  const kept = keepTaking();
  let stopping: Promise<void> | undefined;

  async function stop(): Promise<void> {
    ending.abort();
    await endQuietly();
    await kept;
  }

  return {
    readings: queueReadings(() => queue),
    stop: () => (stopping ??= stop()),
  };
}

/** A failed one is tried again by the queue; why it failed stands in the log without its words. */
function tellJobs(
  events: WorkerEvents,
  log: Logger,
  watch: Pick<Watch, "job"> | undefined,
): void {
  const began = new Map<string, number>();
  events.on("job:start", ({ job }) => began.set(job.id, performance.now()));
  events.on("job:error", ({ job, error }) => {
    const { task_identifier: task, attempts, max_attempts: of } = job;
    log.error({ err: error, task, attempts, of }, "job failed");
  });
  events.on("job:complete", ({ job, error }) => {
    const since = performance.now() - (began.get(job.id) ?? performance.now());
    began.delete(job.id);
    watch?.job(job.task_identifier, error ? "failed" : "done", since);
  });
}
