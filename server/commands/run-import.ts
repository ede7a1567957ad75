// `npm run import`: a list of organisations or services comes into a centre, and the operator is told row by row what did not.
import { readFileSync } from "node:fs";

import type { Tally } from "../interop/index.js";
import {
  findMappingFile,
  importList,
  ListUnusable,
  MappingUnusable,
  readMapping,
  shippedMappings,
} from "../interop/index.js";
import type { Counter } from "./counter.js";
import { CommandMistyped, CommandRefused } from "./counter.js";
import { centreOption } from "./people.js";
import type { Given, SubCommand } from "./sub-command.js";
import { describe, parseGiven } from "./sub-command.js";

/** Undoes a dry run, and carries what it would have done. */
class DryRunEnds extends Error {
  constructor(readonly tally: Tally) {
    super("a dry run keeps nothing");
  }
}

const importCommand: SubCommand = {
  says: "loads a CSV (UTF-8) of organisations or services into a centre.",
  options: {
    centre: centreOption,
    map: {
      value: "mapping",
      says: `what its columns mean: ${shippedMappings().join(", ")}, or a file of your own`,
      required: true,
    },
    file: { value: "csv", says: "the list", required: true },
    "dry-run": { says: "changes nothing and tells the same counts" },
  },
  example: "--centre tarnow --map day-and-residential-care --file homes.csv",
  run,
};

async function run(counter: Counter, given: Given): Promise<void> {
  counter.serves("import");
  const centre = await counter.findCentre(given.get("centre"));
  const mappingFile = findMappingFile(given.get("map"));
  if (!mappingFile)
    throw new CommandRefused(
      `There is no mapping "${given.get("map")}"; these come along: ${shippedMappings().join(", ")}.`,
    );
  const mapping = readMapping(readFileSync(mappingFile, "utf8"));
  const isDry = given.has("dry-run");
  const tally = await counter
    .inCentre(centre, async (work) => {
      const made = await importList(work, mapping, given.get("file"), (rows) =>
        counter.print(`… ${String(rows)} rows`),
      );
      if (isDry) throw new DryRunEnds(made);
      return made;
    })
    .catch((failure: unknown) => {
      if (failure instanceof DryRunEnds) return failure.tally;
      throw failure;
    });
  tell(counter, tally, isDry);
}

function tell({ print }: Counter, tally: Tally, isDry: boolean): void {
  const { added, changed, unchanged, refused } = tally;
  for (const { line, reason } of refused)
    print(`line ${String(line)} refused: ${reason}`);
  if (tally.withoutTotal.length > 0)
    print(
      `${String(tally.withoutTotal.length)} services without a number have the total 0: lines ${tally.withoutTotal.join(", ")}`,
    );
  if (tally.keptTotal.length > 0)
    print(
      `${String(tally.keptTotal.length)} services keep the total that somebody vouched for: lines ${tally.keptTotal.join(", ")}`,
    );
  print(
    `${String(added)} added, ${String(changed)} changed, ${String(unchanged)} unchanged, ${String(refused.length)} refused${isDry ? "; a dry run: nothing was changed" : ""}`,
  );
}

export function importHelp(words: readonly string[]): string[] | null {
  const isAsked =
    words.length === 0 || words.includes("--help") || words.includes("-h");
  if (!isAsked) return null;
  return [
    ...describe("import", importCommand).map((line) =>
      line.replace("npm run centre -- import", "npm run import --"),
    ),
    "",
    "All rows that are not refused come in one transaction. A list that comes again doubles nothing:",
    "what changed in it is changed, but no number of places taken, waiting or vouched for.",
    "Exit: 0 done, 1 refused (nothing was changed), 2 mistyped.",
  ];
}

/** @returns the exit status */
export async function runImport(
  counter: Counter,
  words: readonly string[],
  complain: (line: string) => void,
): Promise<number> {
  try {
    await run(counter, parseGiven(importCommand.options, words));
    return 0;
  } catch (failure) {
    if (failure instanceof CommandMistyped) {
      complain(`${failure.message}\nnpm run import -- --help tells more.`);
      return 2;
    }
    if (
      !(failure instanceof CommandRefused) &&
      !(failure instanceof ListUnusable) &&
      !(failure instanceof MappingUnusable)
    )
      throw failure;
    complain(failure.message);
    return 1;
  } finally {
    await counter.close();
  }
}
