// The embedded PostgreSQL is looked after while its Splot lives: one that was killed or fell is started again at its old address.
import { setTimeout as pause } from "node:timers/promises";

import { type Cluster, startServer } from "./cluster.js";
import { findRunningPort } from "./survivor.js";

const lookEveryMs = 1_000;

/** @returns what ends the looking; a start that is under way is waited for */
export function keepRunning(
  cluster: Cluster,
  port: number,
  say: (line: string) => void,
): () => Promise<void> {
  const ending = new AbortController();
  const isEnding = () => ending.signal.aborted;

  async function look(): Promise<void> {
    let hasTold = false;
    for (;;) {
      await pause(lookEveryMs, undefined, {
        signal: ending.signal,
        ref: false,
      }).catch(() => undefined);
      if (isEnding()) return;
      if (findRunningPort(cluster) !== undefined) {
        hasTold = false;
        continue;
      }
      if (!hasTold) say("PostgreSQL has ended and is started again");
      hasTold = true;
      await startServer(cluster, true, port, port).catch((failure: unknown) => {
        say(failure instanceof Error ? failure.message : String(failure));
      });
    }
  }
  const looking = look();

  return () => {
    ending.abort();
    return looking;
  };
}
