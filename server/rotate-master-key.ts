// `npm run rotate-master-key`: wraps the data key of each case under the new master key, beside a running Splot or without one.
import "reflect-metadata";

import { migrations } from "../migrations/index.js";
import { complain } from "./at-database.js";
import { rotateMasterKey } from "./cases/index.js";
import { entities } from "./graph.js";
import {
  ConfigError,
  readOwnConfig,
  requireMasterKey,
} from "./platform/config.js";
import { connectApplication } from "./platform/database/connect.js";
import { DatabaseUnusable } from "./platform/database/data-folder.js";
import { migrateUp } from "./platform/database/migrate.js";
import { openDatabase } from "./platform/database/open.js";
import { say, saying } from "./platform/logging.js";
import { MasterKeyUnknown } from "./platform/vault.js";

const help = [
  "npm run rotate-master-key   wraps every data key under MASTER_KEY, and makes the blind index anew",
  "",
  "MASTER_KEY is the new key, MASTER_KEY_BEFORE the one from before. First restart every Splot with both,",
  "then run this, then restart them with MASTER_KEY alone. What ends it half-way loses nothing: run it again.",
  "Exit: 0 done, 1 refused (what was not done yet stays under the key from before), 2 mistyped.",
];

async function rotate(): Promise<void> {
  const config = readOwnConfig();
  requireMasterKey(config);
  const database = await openDatabase(config, { joins: true });
  try {
    await migrateUp(database, migrations);
    const { vault } = database.keys;
    const owner = await connectApplication(database.ownerUrl, entities, 1);
    try {
      let done = 0;
      await saying(`wrapping under the master key ${vault.masterKeyId}`, () =>
        rotateMasterKey(owner, vault).then((count) => (done = count)),
      );
      say(`${String(done)} data keys were wrapped anew`);
    } finally {
      await owner.destroy();
    }
  } finally {
    await database.close();
  }
}

const words = process.argv.slice(2);
if (words[0] === "--help" || words[0] === "-h") say(help.join("\n"));
else if (words.length > 0) {
  complain(`"${words.join(" ")}" is not understood.\n${help.join("\n")}`);
  process.exitCode = 2;
} else
  await rotate().catch((failure: unknown) => {
    const isForOperator =
      failure instanceof ConfigError ||
      failure instanceof DatabaseUnusable ||
      failure instanceof MasterKeyUnknown;
    if (!isForOperator) throw failure;
    complain(failure.message);
    process.exitCode = 1;
  });
