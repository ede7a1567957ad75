// A log in a real PostgreSQL with everything between it and its followers: the line that wakes, the fan-out, the socket.
import { randomUUID } from "node:crypto";

import type { FanOutParts } from "../../server/events/centre-feed.js";
import type { LogSource } from "../../server/events/log-source.js";
import { startWake, type Wake } from "../../server/events/wake.js";
import type { Pace } from "../../server/platform/socket-connection.js";
import { Following } from "../platform/following.js";
import { openWorld, type World } from "../platform/socket-world.js";
import type { TestDatabase } from "../support/database.js";
import { openLog, type WrittenLog } from "./written-log.js";

export interface FollowedLog {
  log: WrittenLog;
  world: World;
  wake: Wake;
  /** Accounts whose rights were said to have changed. */
  heard: string[];
  /** Puts an outage or a hole between one centre's feed and the database. */
  disturb: (
    centreId: string,
    readEvents: (
      ...asked: Parameters<LogSource["readEvents"]>
    ) => ReturnType<LogSource["readEvents"]>,
  ) => void;
  /** What each delivery asks the database; a test may let it fail. */
  answers: { next: () => Promise<unknown> };
  follow: (centreId: string, after?: string | null) => Following;
  close: () => Promise<void>;
}

export async function openFollowedLog(
  database: TestDatabase,
  fanOut: Partial<FanOutParts>,
  pace: Partial<Pace> = {},
): Promise<FollowedLog> {
  const log = await openLog(database);
  const answers: FollowedLog["answers"] = {
    next: () => log.source.readHead(randomUUID()),
  };
  const disturbed = new Map<string, LogSource["readEvents"]>();
  const world = await openWorld({
    log: {
      ...log.source,
      readEvents: (centreId, ...asked) =>
        (disturbed.get(centreId) ?? log.source.readEvents)(centreId, ...asked),
    },
    fanOut,
    pace,
    beforeAnswer: () => answers.next(),
  });
  const heard: string[] = [];
  const wake = await startWake({
    connection: {
      connectionString: database.applicationUrl,
      application_name: "wake under test",
    },
    onLogGrown: (centreId) => world.fanOut.wake(centreId),
    onRightsChanged: (accountId) => {
      heard.push(accountId);
      void world.sockets.verifySessions(accountId);
    },
    onReconnected: () => world.fanOut.wakeAll(),
    logger: { warn: () => undefined },
  });
  log.committed = wake.notifyAfterCommit;
  return {
    log,
    world,
    wake,
    heard,
    answers,
    disturb: (centreId, readEvents) => disturbed.set(centreId, readEvents),
    follow: (centreId, after) =>
      new Following(world.client(world.signIn()), { centreId, after }),
    async close() {
      await world.stop();
      await wake.stop();
      await log.close();
    },
  };
}

export function numbered(count: number, from = 1): { number: number }[] {
  return Array.from({ length: count }, (_, index) => ({
    number: from + index,
  }));
}

export const oneTo = (count: number): number[] =>
  numbered(count).map(({ number }) => number);
