// The log of a centre as its readers take it: onwards from a place, without a hole, waiting out a database that is away.
import { setTimeout as pause } from "node:timers/promises";

import { isOutage } from "../platform/database/outage.js";
import { Refusal } from "../platform/graphql/problem.js";
import { cursorExpired } from "./cursor.js";
import type { LogEvent } from "./event.js";
import type { Head } from "./log.reads.js";

/** The log, read on the application's role behind row-level security. */
export interface LogSource {
  readEvents: (
    centreId: string,
    after: number,
    limit: number,
  ) => Promise<LogEvent[]>;
  readHead: (centreId: string) => Promise<Head | null>;
}

const batch = 200;

export async function headOf(log: LogSource, centreId: string): Promise<Head> {
  const head = await log.readHead(centreId);
  if (!head) throw new Refusal("BAD_USER_INPUT", "There is no such centre.");
  return head;
}

/** The next events as far as they are dense; what lies behind a hole waits until the hole is filled. */
export async function eventsAfter(
  log: LogSource,
  centreId: string,
  position: number,
): Promise<LogEvent[]> {
  const events = await log.readEvents(centreId, position, batch);
  const hole = events.findIndex(
    (event, index) => event.position !== position + 1 + index,
  );
  if (hole === 0) {
    const head = await headOf(log, centreId);
    if (position + 1 < head.oldest) throw cursorExpired();
  }
  return hole === -1 ? events : events.slice(0, hole);
}

export interface Patience {
  pauseMs: number;
  isOver: () => boolean;
}

/**
 * Does the work again until the database is back, so that an outage delays an event and never loses it.
 * @returns undefined where nobody waits for it any more
 */
export async function patiently<Result>(
  { pauseMs, isOver }: Patience,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  while (!isOver()) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error)) throw error;
    }
    await pause(pauseMs);
  }
  return undefined;
}
