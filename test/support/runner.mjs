// Runs one test file as node runs the server: compiled before, in the worker's own realm, on modules that all files share.
import "reflect-metadata";

import { appendFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";

// as `npm start` sets it; jest says "test"
process.env.NODE_ENV = "production";

const require = createRequire(import.meta.url);

/** Jest's describe, test and expect, past its door: that one runs files only in contexts of their own. */
const circus = join(require.resolve("jest-circus"), "../jestAdapterInit.js");

/** The file that runs now. */
let running = null;

/** Jest runs a file again whose worker died, and tells nobody; nor does it hear of what breaks between two files. */
function noteCrash(what) {
  const notes = process.env.SPLOT_TEST_CRASHES;
  if (notes) appendFileSync(notes, `${running ?? "between files"}: ${what}\n`);
}
process.on("uncaughtExceptionMonitor", (error, origin) =>
  noteCrash(`${origin} ${error?.stack ?? String(error)}`),
);
process.on("exit", (code) => {
  if (running) noteCrash(`the worker ended with ${String(code)}`);
});

/** It keeps what is registered in itself and in one global; each file begins anew. */
function freshCircus() {
  delete require.cache[circus];
  globalThis[Symbol.for("EVENT_HANDLERS")] = undefined;
  return require(circus);
}

function compiled(rootDir, path) {
  const file = relative(rootDir, path).replace(/\.ts$/, ".js");
  return pathToFileURL(join(rootDir, "dist", file)).href;
}

/** How jest calls a `testRunner`. */
export default async function runFile(
  globalConfig,
  config,
  environment,
  runtime,
  testPath,
  sendMessageToJest,
) {
  running = testPath;
  const { initialize, runAndTransformResultsToJestFormat } = freshCircus();
  await initialize({
    config,
    environment,
    globalConfig,
    localRequire: require,
    parentProcess: process,
    runtime,
    sendMessageToJest,
    setGlobalsForRuntime: () => undefined,
    testPath,
  });
  const { console } = globalThis;
  Object.assign(globalThis, environment.global);
  // chained, for what is awaited here would stand in the stack of each failure
  return import(compiled(config.rootDir, testPath))
    .then(() =>
      runAndTransformResultsToJestFormat({ config, globalConfig, testPath }),
    )
    .finally(() => {
      running = null;
      globalThis.console = console;
    });
}
