// What `npm run search-quality` runs: builds what is missing, then hands over to the measuring itself.
import {
  build,
  BuildFailure,
  ensureDependencies,
  step,
} from "../../server/build.mjs";

try {
  await ensureDependencies(step);
  await build((_title, work) => work(), ["server", "tests"]);
} catch (failure) {
  if (!(failure instanceof BuildFailure)) throw failure;
  console.error(`${failure.message}\n\n${failure.lastLines}`);
  process.exit(1);
}
await import("../../dist/test/search/search-quality.js");
