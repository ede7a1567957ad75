// What `npm run soak` runs.
import { runBuilt } from "../support/run-built.mjs";

await runBuilt("chaos/soak.js");
