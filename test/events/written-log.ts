// The log of a new centre in a real PostgreSQL, written by the real unit of work and read on the application's role.
import { randomUUID } from "node:crypto";

import type { DataSource } from "typeorm";

import type { NewEvent } from "../../server/events/event.js";
import { readEvents, readHead } from "../../server/events/log.reads.js";
import type { LogSource } from "../../server/events/log-source.js";
import { transact } from "../../server/events/transact.js";
import { connectApplication } from "../../server/platform/database/connect.js";
import {
  adminUrlOf,
  connectTo,
  type TestDatabase,
} from "../support/database.js";
import { testKeys } from "../support/server.js";

export interface WrittenLog {
  source: LogSource;
  aCentre: () => Promise<string>;
  /** One transaction that writes one event for each of the facts; it stays open until `held` is done. */
  write: (
    centreId: string,
    facts: readonly NewEvent["facts"][],
    held?: Promise<unknown>,
  ) => Promise<void>;
  committed: (centreId: string, position: number) => void;
  asAdmin: (sql: string, values: unknown[]) => Promise<void>;
  close: () => Promise<void>;
}

export async function openLog(database: TestDatabase): Promise<WrittenLog> {
  const dataSource: DataSource = await connectApplication(
    database.applicationUrl,
    [],
  );
  const admin = await connectTo(adminUrlOf(database.name));
  const log: WrittenLog = {
    source: {
      readEvents: (...asked) => readEvents(dataSource, ...asked),
      readHead: (centreId) => readHead(dataSource, centreId),
    },
    committed: () => undefined,
    async aCentre() {
      const id = randomUUID();
      await admin.query(
        `insert into centre (id, slug, name, short_name, created_at)
         values ($1, $1::uuid::text, 'Centrum', 'CUS', now())`,
        [id],
      );
      await admin.query(
        `insert into centre_log (centre_id, epoch) values ($1, $2)`,
        [id, randomUUID()],
      );
      return id;
    },
    async write(centreId, facts, held) {
      const desk = {
        dataSource,
        actor: { kind: "system" as const, centreId },
        now: new Date(),
        say: ({ pl }: { pl: string }) => pl,
        keys: testKeys,
        committed: (of: string, position: number) =>
          log.committed(of, position),
      };
      await transact(desk, async (work) => {
        await held;
        for (const fact of facts)
          work.record({
            type: "CapacitySet",
            topic: "CAPACITY",
            subjectId: randomUUID(),
            facts: fact,
          });
      });
    },
    async asAdmin(sql, values) {
      await admin.query(sql, values);
    },
    async close() {
      await dataSource.destroy();
      await admin.end();
    },
  };
  return log;
}
