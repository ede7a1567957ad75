// What a command of the tests runs on: builds what is missing, then hands over to the compiled file.
import {
  build,
  BuildFailure,
  ensureDependencies,
  step,
} from "../../server/build.mjs";

/** @param file under test/, compiled */
export async function runBuilt(file) {
  try {
    await ensureDependencies(step);
    await build((_title, work) => work(), ["server", "tests"]);
  } catch (failure) {
    if (!(failure instanceof BuildFailure)) throw failure;
    console.error(`${failure.message}\n\n${failure.lastLines}`);
    process.exit(1);
  }
  await import(`../../dist/test/${file}`);
}
