// What every command begins and ends with: the settings, the database brought up to date, and a sentence for what fails.
import type { DataSource } from "typeorm";

import { migrations } from "../migrations/index.js";
import { entities } from "./graph.js";
import { ConfigError, readOwnConfig } from "./platform/config.js";
import type { DatabaseUrls } from "./platform/database/connect.js";
import { connectApplication } from "./platform/database/connect.js";
import { DatabaseUnusable } from "./platform/database/data-folder.js";
import { migrateUp } from "./platform/database/migrate.js";
import { openDatabase } from "./platform/database/open.js";
import type { Keys } from "./platform/keys.js";

// "… | head" has read enough; the work is finished all the same
process.stdout.on("error", (failure: NodeJS.ErrnoException) => {
  if (failure.code !== "EPIPE") throw failure;
});

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** @returns the exit status; 1 where the database or the settings cannot be used */
export async function atDatabase(
  work: (at: {
    dataSource: DataSource;
    urls: DatabaseUrls;
    keys: Keys;
  }) => Promise<number>,
): Promise<number> {
  try {
    const urls = await openDatabase(readOwnConfig(), { joins: true });
    try {
      await migrateUp(urls, migrations);
      const dataSource = await connectApplication(
        urls.applicationUrl,
        entities,
      );
      try {
        return await work({ dataSource, urls, keys: urls.keys });
      } finally {
        await dataSource.destroy();
      }
    } finally {
      await urls.close();
    }
  } catch (failure) {
    if (
      !(failure instanceof ConfigError || failure instanceof DatabaseUnusable)
    )
      throw failure;
    complain(failure.message);
    return 1;
  }
}
