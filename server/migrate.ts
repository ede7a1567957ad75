// `npm run migrate`: brings the database up to date, or with `down [n]` takes the latest steps back.
import "reflect-metadata";

import { migrations } from "../migrations/index.js";
import { readOwnConfig } from "./platform/config.js";
import { migrateDown, migrateUp } from "./platform/database/migrate.js";
import { openDatabase } from "./platform/database/open.js";
import { say } from "./platform/logging.js";

const [direction = "up", steps = "1"] = process.argv.slice(2);
const database = await openDatabase(readOwnConfig(), { joins: true });
try {
  if (direction === "down") {
    await migrateDown(database, migrations, Number(steps));
    say(`took ${steps} back`);
  } else {
    const run = await migrateUp(database, migrations);
    say(run.length > 0 ? `ran ${run.join(", ")}` : "nothing to migrate");
  }
} finally {
  await database.close();
}
