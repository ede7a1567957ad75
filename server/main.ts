// The process: its settings, its console, its signals and its end.
import "reflect-metadata";

import { ConfigError, readOwnConfig } from "./platform/config.js";
import { DatabaseUnusable } from "./platform/database/data-folder.js";
import { PortUnusable } from "./platform/listen.js";
import { say, saying } from "./platform/logging.js";
import type { Life } from "./serve.js";

const endings: Life["endings"] = [];
let isStopping = false;

/** Ten seconds are promised; whatever still hangs ends with the process. */
const longestEndMs = 9_500;

async function stop(status: number): Promise<void> {
  // Ctrl-C comes twice: from the terminal and from npm
  if (isStopping) return;
  isStopping = true;
  let left = status;
  setTimeout(() => {
    process.stderr.write("Not everything ended in time.\n");
    process.exit(left);
  }, longestEndMs).unref();
  for (const end of endings.reverse())
    await end().catch((failure: unknown) => {
      complain(failure);
      left = 1;
    });
  process.exit(left);
}

/** What the operator can mend is told in its sentence, anything else with all there is to know. */
function complain(failure: unknown): void {
  const isForOperator =
    failure instanceof ConfigError ||
    failure instanceof DatabaseUnusable ||
    failure instanceof PortUnusable;
  const text =
    failure instanceof Error && !isForOperator ? failure.stack : undefined;
  process.stderr.write(
    `${text ?? (failure instanceof Error ? failure.message : String(failure))}\n`,
  );
}

function tellAddress(address: string, signIns: readonly string[]) {
  say(`ready at ${address}`);
  if (signIns.length === 0) return;
  say("demo sign-ins:");
  for (const line of signIns) say(`  ${line}`);
}

async function start(): Promise<void> {
  const config = readOwnConfig();
  const isEnding = () => isStopping;
  // what a setting forbids is told before all else is loaded
  const { serve } = await import("./serve.js");
  const signIns = await serve(config, { endings, isEnding, saying });
  tellAddress(config.publicUrl, signIns);
}

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    if (!isStopping) say("stopping …");
    void stop(0);
  });

await start().catch((failure: unknown) => {
  // what was under way when the process was told to stop fails by that alone
  if (!isStopping) complain(failure);
  return stop(1);
});
