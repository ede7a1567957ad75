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
    const pgPool = new pg.Pool({ connectionString: ownerUrl, max: 6 });
    // the queue stops listening as it ends; a connection that breaks after that would end the process
    pgPool.on("error", () => undefined);
    pgPool.on("connect", (client) => client.on("error", () => undefined));
    const runner = await run({
      pgPool,
      taskList: tasks,
      crontab,
      concurrency: 4,
      pollInterval: 2000,
      noHandleSignals: true,
      logger,
      events,
    }).catch(async (failure: unknown) => {
      await pgPool.end();
      throw failure;
    });
    // one that has ended by itself refuses to be stopped
    const end = () => void runner.stop().catch(() => undefined);
    const over = runner.promise.catch(() => undefined);
    void over.finally(() => pgPool.end());
    const life = await showLife(ownerUrl, name, end);
    void over.finally(() => life.end());
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

  return { stop: () => (stopping ??= stop()) };
}
