// The folder that holds a centre's data on this machine, and the mark that one process at a time uses it.
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { describeFailure } from "./describe-failure.js";

/** The embedded database cannot be had; the message is meant for the operator. */
export class DatabaseUnusable extends Error {}

function parentsOf(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [parent, ...parentsOf(parent)];
}

/** The first folder on the way that users other than its owner cannot pass through. */
export function findClosedFolder(path: string): string | undefined {
  return [path, ...parentsOf(path)].reverse().find((folder) => {
    // what is not there yet will be made open
    if (!existsSync(folder)) return false;
    const found = statSync(folder);
    return found.isDirectory() && (found.mode & 0o001) === 0;
  });
}

/**
 * PostgreSQL refuses to run as root, so as root its own user must reach the data;
 * in a closed clone the default folder moves to where a system keeps such data.
 */
export function chooseDataFolder(
  wanted: string,
  chosen: boolean,
  isRoot: boolean,
): string {
  const closed = isRoot ? findClosedFolder(wanted) : undefined;
  if (!closed) return wanted;
  if (chosen)
    throw new DatabaseUnusable(
      `DATA_DIR ${wanted} cannot be used: PostgreSQL does not run as root, and its own user may not enter ${closed}. Choose a folder below one that is open to all, such as /var/lib/splot.`,
    );
  const clone = createHash("sha256").update(wanted).digest("hex").slice(0, 8);
  return `/var/lib/splot-${clone}`;
}

export function makeFolder(folder: string): void {
  try {
    // one after the other: Node's own recursion never ends in a place like /proc
    for (const path of [folder, ...parentsOf(folder)].reverse()) {
      if (existsSync(path)) continue;
      mkdirSync(path);
      // whatever the umask says, PostgreSQL's own user passes through
      chmodSync(path, 0o711);
    }
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new DatabaseUnusable(
      `The data folder ${folder} cannot be used (${describeFailure(cause)}). Choose another: DATA_DIR=/path/to/folder npm start`,
      { cause },
    );
  }
}

/** Tells a process from a later one that got the same number; unknown where there is no /proc. */
function findStartOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure instanceof Error && failure.message.includes("EPERM");
  }
}

/** The process that has marked the folder as its own and still lives. */
export function findUserOf(folder: string): number | undefined {
  let mark: string;
  try {
    mark = readFileSync(join(folder, "splot.pid"), "utf8");
  } catch {
    return undefined;
  }
  const [pid = "", start] = mark.trim().split(" ");
  const number = Number(pid);
  if (!number || number === process.pid || !isRunning(number)) return undefined;
  return (findStartOf(number) ?? "") === (start ?? "") ? number : undefined;
}

/** Marks the folder as used by this process; returns how to take the mark away. */
export function claimFolder(folder: string): () => void {
  const other = findUserOf(folder);
  if (other !== undefined)
    throw new DatabaseUnusable(
      `The data folder ${folder} is in use by another running Splot (process ${other}). Stop that one, or choose another folder: DATA_DIR=/path/to/folder npm start`,
    );
  const mark = join(folder, "splot.pid");
  writeFileSync(mark, `${process.pid} ${findStartOf(process.pid) ?? ""}\n`);
  return () => rmSync(mark, { force: true });
}
