// `npm run backup`: writes all data of this Splot into one file, beside a running Splot or without one.
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

import { complain } from "./at-database.js";
import { systemClock } from "./platform/clock.js";
import { ConfigError, readOwnConfig } from "./platform/config.js";
import { writeParts } from "./platform/database/backup/lines.js";
import { takeBackup } from "./platform/database/backup/take.js";
import { DatabaseUnusable } from "./platform/database/data-folder.js";
import { openDatabase } from "./platform/database/open.js";
import { say, saying } from "./platform/logging.js";

const help = [
  "npm run backup -- --to <file>   writes all data into one new file",
  "",
  "Works beside a running Splot; the file shows one moment. It holds personal data in clear: keep it as safely as the database.",
  "The secret key is not in it: keep SECRET_KEY, or credentials.json of the data folder, apart from it.",
  "Exit: 0 done, 1 refused, 2 mistyped.",
];

async function backUp(path: string): Promise<void> {
  if (existsSync(path))
    throw new DatabaseUnusable(`${path} exists already; choose another name.`);
  const database = await openDatabase(readOwnConfig(), { joins: true });
  const unfinished = `${path}.unfinished`;
  let tables = 0;
  try {
    const parts = takeBackup(database.ownerUrl, {
      key: database.keys.mark,
      now: systemClock.now(),
      onTable: () => (tables += 1),
    });
    await saying(`writing ${path}`, () =>
      pipeline(
        Readable.from(writeParts(parts)),
        createGzip(),
        createWriteStream(unfinished, { mode: 0o600, flush: true }),
      ),
    );
    await rename(unfinished, path);
    say(`${path} holds ${String(tables)} tables`);
  } catch (failure) {
    await rm(unfinished, { force: true });
    throw failure;
  } finally {
    await database.close();
  }
}

const words = process.argv.slice(2);
const [option, path, ...more] = words;
if (option === "--help" || option === "-h") say(help.join("\n"));
else if (option !== "--to" || !path || more.length > 0) {
  complain(`"${words.join(" ")}" is not understood.\n${help.join("\n")}`);
  process.exitCode = 2;
} else
  await backUp(path).catch((failure: unknown) => {
    const isForOperator =
      failure instanceof ConfigError || failure instanceof DatabaseUnusable;
    if (!isForOperator) throw failure;
    complain(failure.message);
    process.exitCode = 1;
  });
