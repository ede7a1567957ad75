// One PostgreSQL data directory: made, started, asked and stopped.
import { createHash } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import pg from "pg";

import type { Credentials } from "./credentials.js";
import { DatabaseUnusable } from "./data-folder.js";
import { type PostgresUser, runPostgresTool } from "./postgres-tools.js";

export interface Cluster {
  readonly folder: string;
  /** PostgreSQL's own data directory. */
  readonly pgdata: string;
  readonly log: string;
  readonly tools: string;
  readonly user: PostgresUser;
  readonly credentials: Credentials;
}

const firstPort = 15432;
const lastPort = 16431;

/** Made aside and moved into place, so that an interrupted first start leaves nothing half made. */
export async function makeCluster(cluster: Cluster): Promise<void> {
  const { pgdata, user, credentials } = cluster;
  const version = join(pgdata, "PG_VERSION");
  if (existsSync(version)) {
    const found = readFileSync(version, "utf8").trim();
    if (found === "18") return;
    throw new DatabaseUnusable(
      `${pgdata} holds the data of PostgreSQL ${found}; this Splot brings PostgreSQL 18.`,
    );
  }
  const fresh = `${pgdata}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = join(cluster.folder, "initdb.password");
  writeFileSync(passwordFile, credentials.admin, { mode: 0o600 });
  if (user.uid !== undefined) {
    chownSync(fresh, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    await runPostgresTool(cluster.tools, "initdb", user, [
      `--pgdata=${fresh}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=icu",
      "--icu-locale=pl-PL",
      "--data-checksums",
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, pgdata);
}

/** @param patience in milliseconds */
export async function connectAdmin(
  cluster: Cluster,
  port: number,
  patience = 5000,
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: adminUrl(cluster, port),
    connectionTimeoutMillis: patience,
  });
  // the connection of a try that was given up may still break
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const isRefused =
      cause instanceof pg.DatabaseError && cause.code === "28P01";
    if (!isRefused) throw cause;
    throw new DatabaseUnusable(
      `The passwords in ${cluster.folder} are not those of its database; bring credentials.json back from a backup.`,
      { cause },
    );
  }
}

export function urlOf(
  role: string,
  password: string,
  port: number,
  name: string,
) {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${name}`;
}

export const adminUrl = (cluster: Cluster, port: number) =>
  urlOf("postgres", cluster.credentials.admin, port, "postgres");

/** Each folder looks from a place of its own, so that a neighbour rarely takes the port of one that is down for a moment. */
function firstPortOf({ folder }: Cluster): number {
  const hash = createHash("sha256").update(folder).digest().readUInt32BE();
  return firstPort + (hash % (lastPort - firstPort - 99));
}

/** Below the range that systems hand out on their own. */
async function findFreePort(from: number, to: number): Promise<number> {
  for (let port = from; port <= to; port++) {
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
  throw new DatabaseUnusable(
    `PostgreSQL finds no free port between ${from} and ${to}.`,
  );
}

export async function startServer(
  cluster: Cluster,
  isDurable: boolean,
  from = firstPortOf(cluster),
  to = lastPort,
): Promise<number> {
  const port = await findFreePort(from, to);
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    max_connections: isDurable ? 100 : 300,
    ...(isDurable
      ? { unix_socket_directories: "" }
      : {
          // tests ask over a socket of their own, which costs them less than the port
          unix_socket_directories:
            process.platform === "win32" ? "" : cluster.pgdata,
          fsync: "off",
          synchronous_commit: "off",
          full_page_writes: "off",
          // each of many connections would plan a statement six times before it keeps a plan
          plan_cache_mode: "force_generic_plan",
        }),
  };
  const options = Object.entries(settings).map(
    ([name, value]) => `-c ${name}='${value}'`,
  );
  rmSync(cluster.log, { force: true });
  try {
    await runPostgresTool(cluster.tools, "pg_ctl", cluster.user, [
      "start",
      "--silent",
      "--wait",
      "--timeout=60",
      `--pgdata=${cluster.pgdata}`,
      `--log=${cluster.log}`,
      `--options=${options.join(" ")}`,
    ]);
    return port;
  } catch (cause) {
    const said = existsSync(cluster.log)
      ? readFileSync(cluster.log, "utf8")
      : "";
    // another program was quicker than the probe
    if (said.includes("Address already in use"))
      return await startServer(cluster, isDurable, port + 1, to);
    const fatal = said.split("\n").filter((line) => line.includes("FATAL"));
    throw new DatabaseUnusable(
      `PostgreSQL does not start in ${cluster.pgdata}: ${fatal.join(" ").trim() || String(cause)}`,
      { cause },
    );
  }
}

export async function stopCluster(
  cluster: Cluster,
  mode: "fast" | "immediate",
) {
  await runPostgresTool(cluster.tools, "pg_ctl", cluster.user, [
    "stop",
    "--silent",
    "--wait",
    "--timeout=20",
    `--mode=${mode}`,
    `--pgdata=${cluster.pgdata}`,
  ]);
}
