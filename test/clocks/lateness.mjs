// What `npm run lateness` runs.
import { runBuilt } from "../support/run-built.mjs";

await runBuilt("clocks/lateness.js");
