// The text of a backup: a head, each table's rows as one JSON line each, what they add up to, and an end that proves that all came.
import { createHash } from "node:crypto";

import { DatabaseUnusable } from "../data-folder.js";

export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string | null;
}

export interface BackupHead {
  readonly format: "splot-backup-1";
  readonly madeAt: string;
  readonly migrations: readonly AppliedMigration[];
  /** Tells the secret key of the installation from others, and nothing of it. */
  readonly key: string;
}

/** The name under which the durable jobs stand; no table is called so. */
export const jobs = "(jobs)";

export type Part =
  | { readonly kind: "head"; readonly head: BackupHead }
  | { readonly kind: "table"; readonly name: string }
  | { readonly kind: "rows"; readonly rows: readonly string[] };

const damaged = (why: string) =>
  new DatabaseUnusable(`The backup is damaged (${why}). Nothing was restored.`);

/** Text that arrived in pieces, line by line; only "\n" ends one, which no row holds. */
async function* linesOf(
  pieces: AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  // a line may be many pieces long: they are put together once
  let begun: string[] = [];
  for await (const piece of pieces) {
    const [first = "", ...further] = piece.split("\n");
    begun.push(first);
    for (const next of further) {
      yield begun.join("");
      begun = [next];
    }
  }
  if (begun.join("")) throw damaged("its last line is cut off");
}

export async function* writeParts(
  parts: AsyncIterable<Part>,
): AsyncGenerator<string, void, undefined> {
  const whole = createHash("sha256");
  let table = createHash("sha256");
  let count: number | null = null;
  const told = (text: string) => {
    whole.update(text);
    return text;
  };
  const tableEnd = () => {
    if (count === null) return "";
    const sum = { rows: count, sha256: table.digest("hex") };
    return told(`#end ${JSON.stringify(sum)}\n`);
  };
  for await (const part of parts)
    switch (part.kind) {
      case "head":
        yield told(`#head ${JSON.stringify(part.head)}\n`);
        break;
      case "table":
        yield tableEnd();
        table = createHash("sha256");
        count = 0;
        yield told(`#table ${JSON.stringify(part.name)}\n`);
        break;
      case "rows": {
        const text = part.rows.map((row) => `${row}\n`).join("");
        table.update(text);
        count = (count ?? 0) + part.rows.length;
        yield told(text);
      }
    }
  yield tableEnd();
  yield `#done ${JSON.stringify(whole.digest("hex"))}\n`;
}

/** How many rows are handed on at once, and how many characters of them make it enough sooner. */
const batch = { rows: 500, characters: 4_000_000 };

/** @throws DatabaseUnusable at the first line that is not what its sums say; the last rows come before the last sum */
export async function* readParts(
  pieces: AsyncIterable<string>,
): AsyncGenerator<Part, void, undefined> {
  const whole = createHash("sha256");
  let table = createHash("sha256");
  let rows: string[] = [];
  let characters = 0;
  let count: number | null = null;
  let isDone = false;
  for await (const line of linesOf(pieces)) {
    if (isDone) throw damaged("it goes on after its end");
    const [, mark, text = ""] = /^#(\w+) (.*)$/.exec(line) ?? [];
    if (mark === "done") {
      if (count !== null || parse(text) !== whole.digest("hex"))
        throw damaged("its sum is another");
      isDone = true;
      continue;
    }
    whole.update(`${line}\n`);
    switch (mark) {
      case "head":
        yield { kind: "head", head: headIn(text) };
        break;
      case "table": {
        const name = parse(text);
        if (count !== null || typeof name !== "string")
          throw damaged("a table has no end");
        table = createHash("sha256");
        count = 0;
        yield { kind: "table", name };
        break;
      }
      case "end": {
        if (rows.length > 0) yield { kind: "rows", rows };
        rows = [];
        characters = 0;
        const sum = JSON.stringify({
          rows: count,
          sha256: table.digest("hex"),
        });
        if (text !== sum)
          throw damaged("rows of a table are missing or others");
        count = null;
        break;
      }
      default:
        if (count === null) throw damaged("a row belongs to no table");
        table.update(`${line}\n`);
        count += 1;
        rows.push(line);
        characters += line.length;
        if (rows.length < batch.rows && characters < batch.characters) break;
        yield { kind: "rows", rows };
        rows = [];
        characters = 0;
    }
  }
  if (!isDone) throw damaged("its end is missing");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged("a line cannot be read");
  }
}

function headIn(text: string): BackupHead {
  const head = parse(text);
  if (
    typeof head !== "object" ||
    head === null ||
    !("format" in head) ||
    head.format !== "splot-backup-1"
  )
    throw new DatabaseUnusable(
      "This is no backup that this Splot can read. Nothing was restored.",
    );
  // our own words, by their format
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return head as BackupHead;
}
