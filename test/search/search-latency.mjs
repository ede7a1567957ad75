// What `npm run search-latency` runs.
import { runBuilt } from "../support/run-built.mjs";

await runBuilt("search/search-latency.js");
