// The connections of the application's role in this process, and how many of them are in use.
import type { Pool } from "pg";
import type { DataSource } from "typeorm";

import type { Reading } from "../metrics.js";

/** The pool under TypeORM's PostgreSQL driver. */
export function poolOf(dataSource: DataSource): Pool {
  if ("master" in dataSource.driver)
    // TypeORM keeps the pool there and does not type it
    // oxlint-disable-next-line typescript/consistent-type-assertions
    return dataSource.driver.master as Pool;
  throw new Error("the data source is not connected to PostgreSQL");
}

export function poolReadings(
  dataSource: DataSource,
  answers: () => Promise<boolean>,
): Reading[] {
  const pool = poolOf(dataSource);
  return [
    {
      name: "database_up",
      help: "1 while the database answers within two seconds.",
      read: async () => [{ value: (await answers()) ? 1 : 0 }],
    },
    {
      name: "database_connections_used",
      help: "Connections of the application's role that are at work.",
      read: () => [{ value: pool.totalCount - pool.idleCount }],
    },
    {
      name: "database_connections_most",
      help: "As many as there may be.",
      read: () => [{ value: pool.options.max }],
    },
    {
      name: "database_connections_awaited",
      help: "Who waits for a connection.",
      read: () => [{ value: pool.waitingCount }],
    },
  ];
}
