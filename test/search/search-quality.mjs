// What `npm run search-quality` runs.
import { runBuilt } from "../support/run-built.mjs";

await runBuilt("search/search-quality.js");
