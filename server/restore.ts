// `npm run restore`: puts a backup back into an empty database, or in the place of what one holds.
import "reflect-metadata";

import { createReadStream, readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

import { migrations } from "../migrations/index.js";
import { complain } from "./at-database.js";
import { ConfigError, readOwnConfig } from "./platform/config.js";
import { readParts } from "./platform/database/backup/lines.js";
import {
  type ErasedCase,
  restoreBackup,
} from "./platform/database/backup/restore.js";
import { DatabaseUnusable } from "./platform/database/data-folder.js";
import { describeFailure } from "./platform/database/describe-failure.js";
import { openDatabase } from "./platform/database/open.js";
import { say } from "./platform/logging.js";

const help = [
  "npm run restore -- --from <file>                       into an empty database",
  "npm run restore -- --from <file> --replace <database>  in the place of what the database holds",
  "Either takes also --erased <table>: the proofs that the data protection officer keeps; who was erased since the backup is erased again.",
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

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Lines of the officer's table that name an erased case; what a spreadsheet did to the others does not matter. */
function erasedIn(path: string): ErasedCase[] {
  const [head = "", ...lines] = readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  const columns = cellsIn(head);
  const place = (name: string) => columns.indexOf(name);
  if (["at", "centre", "case", "after"].some((name) => place(name) < 0))
    throw new DatabaseUnusable(
      `${path} is no table of proofs. Nothing was restored.`,
    );
  return lines.flatMap((line) => {
    const cells = cellsIn(line);
    const at = cells[place("at")] ?? "";
    const centre = cells[place("centre")] ?? "";
    const erased = cells[place("case")] ?? "";
    return ID.test(centre) && ID.test(erased) && cells[place("after")] === "0"
      ? [{ at, centre, case: erased }]
      : [];
  });
}

const cellsIn = (line: string) =>
  [...line.matchAll(/(?:^|[,;])(?:"((?:[^"]|"")*)"|([^,;]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}

async function restore(
  path: string,
  replaces: string | null,
  proofs: string | null,
): Promise<void> {
  const database = await openDatabase(readOwnConfig(), { joins: true });
  let tables = 0;
  let again = 0;
  let held = 0;
  try {
    const erased = proofs ? erasedIn(proofs) : [];
    await restoreBackup(database, readParts(textOf(path)), {
      migrations,
      replaces,
      afterwards,
      erased,
      onErased: (count) => (again = count),
      onHeld: (count) => (held = count),
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
    if (again > 0)
      say(`${String(again)} cases were erased since, and are erased again`);
    if (held > 0)
      say(
        `${String(held)} bases and requests of residents stand as they stood before`,
      );
    if (!proofs && !replaces)
      say(
        "whoever was erased after the backup is back: restore with --erased and the officer's table of proofs to erase them again",
      );
    if (!replaces)
      say(
        "consents that were taken back and requests that were answered after the backup stand as before: record them again from the paper before anybody works",
      );
  } finally {
    await database.close();
  }
}

/** Each option once, each with its word; null: not understood. */
function optionsIn(words: readonly string[]): Map<string, string> | null {
  const given = new Map<string, string>();
  for (let at = 0; at < words.length; at += 2) {
    const [option = "", word] = words.slice(at, at + 2);
    if (!["--from", "--replace", "--erased"].includes(option)) return null;
    if (!word || given.has(option)) return null;
    given.set(option, word);
  }
  return given;
}

const words = process.argv.slice(2);
const given = optionsIn(words);
const path = given?.get("--from");
if (words[0] === "--help" || words[0] === "-h") say(help.join("\n"));
else if (!given || !path) {
  complain(`"${words.join(" ")}" is not understood.\n${help.join("\n")}`);
  process.exitCode = 2;
} else
  await restore(
    path,
    given.get("--replace") ?? null,
    given.get("--erased") ?? null,
  ).catch((failure: unknown) => {
    const isForOperator =
      failure instanceof ConfigError || failure instanceof DatabaseUnusable;
    if (!isForOperator) throw failure;
    complain(failure.message);
    process.exitCode = 1;
  });
