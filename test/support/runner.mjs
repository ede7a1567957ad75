// Runs one test file as node runs the server: compiled before, in the worker's own realm, on modules that all files share.
import "reflect-metadata";

import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);

/** Jest's describe, test and expect, past its door: that one runs files only in contexts of their own. */
const circus = join(require.resolve("jest-circus"), "../jestAdapterInit.js");

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
      globalThis.console = console;
    });
}
