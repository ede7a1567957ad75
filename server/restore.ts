// `npm run restore`: puts a backup back into an empty database, or in the place of what one holds.
import "reflect-metadata";

import { createReadStream } from "node:fs";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

import { migrations } from "../migrations/index.js";
import { complain } from "./at-database.js";
import { ConfigError, readOwnConfig } from "./platform/config.js";
import { readParts } from "./platform/database/backup/lines.js";
import { restoreBackup } from "./platform/database/backup/restore.js";
import { DatabaseUnusable } from "./platform/database/data-folder.js";
import { describeFailure } from "./platform/database/describe-failure.js";
import { openDatabase } from "./platform/database/open.js";
import { say } from "./platform/logging.js";

const help = [
  "npm run restore -- --from <file>                       into an empty database",
  "npm run restore -- --from <file> --replace <database>  in the place of what the database holds",
  "",
  "Stop every Splot of the database first. All comes back or nothing does. Afterwards everybody signs in anew,",
  "and programs load anew. Links in mails and second factors need the secret key of that time.",
  "Exit: 0 done, 1 refused (nothing was restored), 2 mistyped.",
];

/**
 * The log has lost its latest events, so no place in it from before may be gone on from; who was signed out since
 * must not be signed in again.
 */
const afterwards = [
  "update centre_log set epoch = gen_random_uuid()",
  "update session set ended_at = now() where ended_at is null",
];

/** The file's text, piece by piece; a file that cannot be unpacked ends with a sentence. */
async function* textOf(path: string): AsyncGenerator<string, void, undefined> {
  const text = new PassThrough({ encoding: "utf8" });
  const unpacking = pipeline(
    createReadStream(path),
    createGunzip(),
    text,
  ).catch((cause: unknown) => text.destroy(asError(cause)));
  try {
    for await (const piece of text) yield String(piece);
    await unpacking;
  } catch (cause) {
    throw new DatabaseUnusable(
      `${path} cannot be read (${describeFailure(cause)}). Nothing was restored.`,
      { cause },
    );
  }
}

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}

async function restore(path: string, replaces: string | null): Promise<void> {
  const database = await openDatabase(readOwnConfig(), { joins: true });
  let tables = 0;
  try {
    await restoreBackup(database, readParts(textOf(path)), {
      migrations,
      replaces,
      afterwards,
      onHead({ madeAt, key }) {
        say(`restoring what stood at ${madeAt}`);
        if (key !== database.keys.mark)
          say(
            "the secret key is another one than then: links in mails and second factors from before will not work",
          );
      },
      onTable: () => (tables += 1),
    });
    say(`${String(tables)} tables are back; everybody signs in anew`);
  } finally {
    await database.close();
  }
}

const words = process.argv.slice(2);
const [from, path, replace, name, ...more] = words;
const isUnderstood =
  from === "--from" &&
  path &&
  more.length === 0 &&
  (replace === undefined || (replace === "--replace" && name));
if (from === "--help" || from === "-h") say(help.join("\n"));
else if (!isUnderstood) {
  complain(`"${words.join(" ")}" is not understood.\n${help.join("\n")}`);
  process.exitCode = 2;
} else
  await restore(path, name ?? null).catch((failure: unknown) => {
    const isForOperator =
      failure instanceof ConfigError || failure instanceof DatabaseUnusable;
    if (!isForOperator) throw failure;
    complain(failure.message);
    process.exitCode = 1;
  });
