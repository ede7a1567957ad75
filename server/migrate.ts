// `npm run migrate`: brings the database up to date, or with `down [n]` takes the latest steps back.
import "reflect-metadata";

import { migrations } from "../migrations/index.js";
import { complain } from "./at-database.js";
import { ConfigError, readOwnConfig } from "./platform/config.js";
import { DatabaseUnusable } from "./platform/database/data-folder.js";
import { migrateDown, migrateUp } from "./platform/database/migrate.js";
import { openDatabase } from "./platform/database/open.js";
import { say } from "./platform/logging.js";

/** What was asked for; null where it cannot be understood or lacks the consent it needs. */
function read(words: readonly string[]): { steps: number } | null {
  const [direction = "up", ...rest] = words;
  if (direction === "up" && rest.length === 0) return { steps: 0 };
  const given = rest.filter((word) => word !== "--yes");
  const [count = "1"] = given;
  const steps = /^[1-9]\d{0,2}$/.test(count) ? Number(count) : 0;
  if (direction !== "down" || given.length > 1 || steps === 0) {
    complain("npm run migrate, or npm run migrate -- down [steps] --yes");
    return null;
  }
  if (given.length < rest.length) return { steps };
  complain(
    `Taking ${String(steps)} back deletes what people have entered in their tables and columns since. Make a backup, and say it with --yes.`,
  );
  return null;
}

async function migrate({ steps }: { steps: number }): Promise<void> {
  const database = await openDatabase(readOwnConfig(), { joins: true });
  try {
    if (steps > 0) {
      await migrateDown(database, migrations, steps);
      say(`took ${String(steps)} back`);
      return;
    }
    const run = await migrateUp(database, migrations);
    say(run.length > 0 ? `ran ${run.join(", ")}` : "nothing to migrate");
  } finally {
    await database.close();
  }
}

const asked = read(process.argv.slice(2));
try {
  if (asked) await migrate(asked);
  else process.exitCode = 2;
} catch (failure) {
  if (!(failure instanceof ConfigError || failure instanceof DatabaseUnusable))
    throw failure;
  complain(failure.message);
  process.exitCode = 1;
}
