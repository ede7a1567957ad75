// A PostgreSQL that runs already: another Splot's, or one that outlived its own; how long it is waited for.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { type Cluster, connectAdmin, stopCluster } from "./cluster.js";
import { DatabaseUnusable, isRunning } from "./data-folder.js";

const pidFileOf = (cluster: Cluster) => join(cluster.pgdata, "postmaster.pid");

/** Where the server of this folder listens; none where its process is gone. */
export function findRunningPort(cluster: Cluster): number | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFileOf(cluster), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  return pid && isRunning(pid) && isPostgres(pid)
    ? Number(lines[3])
    : undefined;
}

/** How a machine that is merely busy is told from a server that will not answer any more. */
export interface Patience {
  readonly milliseconds: number;
  /** Told once, after the first try. */
  onWaiting?(): void;
}

/** The port of a running server as soon as it answers; none where it does not within patience. */
export async function awaitAnswer(
  cluster: Cluster,
  { milliseconds, onWaiting }: Patience,
): Promise<number | undefined> {
  const end = performance.now() + milliseconds;
  for (let tries = 1; ; tries += 1) {
    const left = end - performance.now();
    if (left <= 0) return undefined;
    // the line with the port is written while the server starts
    const port = findRunningPort(cluster);
    if (port) {
      const client = await connectAdmin(
        cluster,
        port,
        Math.min(left, 5000),
      ).catch((failure: unknown) => {
        if (failure instanceof DatabaseUnusable) throw failure;
        return null;
      });
      await client?.end();
      if (client) return port;
    }
    if (tries === 1) onWaiting?.();
    await pause(100);
  }
}

/** The port of a server that outlived its Splot; one that does not answer within patience is stopped. */
export async function findSurvivor(
  cluster: Cluster,
  patience: Patience,
): Promise<number | undefined> {
  if (findRunningPort(cluster) === undefined) {
    rmSync(pidFileOf(cluster), { force: true });
    return undefined;
  }
  const port = await awaitAnswer(cluster, patience);
  if (port === undefined && findRunningPort(cluster) !== undefined)
    await stopCluster(cluster, "immediate");
  return port;
}

/** After a reboot the number in the file may belong to any program. */
function isPostgres(pid: number): boolean {
  const path = `/proc/${pid}/cmdline`;
  return !existsSync(path) || readFileSync(path, "utf8").includes("postgres");
}
