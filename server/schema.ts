// `npm run schema`: prints the graph to schema/schema.graphql, or with --check says whether the file is current.
import "reflect-metadata";

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { printGraph } from "./graph.js";
import { say } from "./platform/logging.js";

const path = join(import.meta.dirname, "../../schema/schema.graphql");
const printed = await printGraph();
if (process.argv.includes("--check")) {
  const isCurrent = readFileSync(path, "utf8") === printed;
  say(isCurrent ? "the schema is current" : "run: npm run schema");
  process.exitCode = isCurrent ? 0 : 1;
} else {
  writeFileSync(path, printed);
  say("printed schema/schema.graphql");
}
