// `npm run import`: a list of organisations or services comes into a centre, and the operator is told row by row what did not.
import { readFileSync } from "node:fs";

import type { Work } from "../events/index.js";
import type { Tally } from "../interop/index.js";
import {
  findMappingFile,
  importList,
  importPackage,
  ListUnusable,
  MappingUnusable,
  readMapping,
  shippedMappings,
} from "../interop/index.js";
import { ServiceArea } from "../offer/index.js";
import { PartnerKind } from "../partners/index.js";
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
  says: "loads a list or a package of HSDS into a centre.",
  options: {
    centre: centreOption,
    map: {
      value: "mapping",
      says: `what its columns mean: ${shippedMappings().join(", ")}, or a file of your own`,
    },
    file: { value: "csv", says: "the list, CSV (UTF-8) or XLSX; with --map" },
    package: {
      value: "folder or zip",
      says: "the tables of a package of HSDS 3.1, instead of a list",
    },
    kind: {
      value: "kind",
      says: "kind of the package's organisations, where it does not say: OTHER if left out",
    },
    area: {
      value: "area",
      says: "area of the package's services, where it does not say: SOCIAL_ASSISTANCE if left out",
    },
    "dry-run": { says: "changes nothing and tells the same counts" },
  },
  example: "--centre tarnow --map day-and-residential-care --file homes.csv",
  run,
};

async function run(counter: Counter, given: Given): Promise<void> {
  counter.serves("import");
  const centre = await counter.findCentre(given.get("centre"));
  const load = loading(counter, given);
  const isDry = given.has("dry-run");
  const tally = await counter
    .inCentre(centre, async (work) => {
      const made = await load(work);
      if (isDry) throw new DryRunEnds(made);
      return made;
    })
    .catch((failure: unknown) => {
      if (failure instanceof DryRunEnds) return failure.tally;
      throw failure;
    });
  tell(counter, tally, isDry);
}

/** What is brought in: a list by its mapping, or a package. */
function loading(
  counter: Counter,
  given: Given,
): (work: Work) => Promise<Tally> {
  const progress = (rows: number) => counter.print(`… ${String(rows)} rows`);
  const folder = given.find("package");
  if (folder !== null) {
    const assumed = {
      kind: given.oneOf("kind", PartnerKind, PartnerKind.OTHER),
      area: given.oneOf("area", ServiceArea, ServiceArea.SOCIAL_ASSISTANCE),
    };
    return (work) => importPackage(work, folder, assumed, progress);
  }
  const mappingFile = findMappingFile(given.get("map"));
  if (!mappingFile)
    throw new CommandRefused(
      `There is no mapping "${given.get("map")}"; these come along: ${shippedMappings().join(", ")}.`,
    );
  const mapping = readMapping(readFileSync(mappingFile, "utf8"));
  const file = given.get("file");
  return (work) => importList(work, mapping, file, progress);
}

function tell({ print }: Counter, tally: Tally, isDry: boolean): void {
  const { added, changed, unchanged, refused } = tally;
  for (const { line, file, reason } of refused)
    print(`${file ? `${file} ` : ""}line ${String(line)} refused: ${reason}`);
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
