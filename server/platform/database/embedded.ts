// The PostgreSQL that comes along: made, started, found again after a crash, and stopped.
import { join } from "node:path";

import pg from "pg";

import {
  adminUrl,
  type Cluster,
  connectAdmin,
  makeCluster,
  startServer,
  stopCluster,
  urlOf,
} from "./cluster.js";
import {
  type Credentials,
  findCredentials,
  makeCredentials,
} from "./credentials.js";
import { DatabaseUnusable, makeFolder } from "./data-folder.js";
import { keepRunning } from "./keep-running.js";
import { findPostgresUser, toolsFor } from "./postgres-tools.js";
import {
  awaitAnswer,
  findRunningPort,
  findSurvivor,
  type Patience,
} from "./survivor.js";

export interface EmbeddedPostgres {
  readonly applicationUrl: string;
  readonly ownerUrl: string;
  readonly secretKey: string;
  readonly masterKey: string;
  /** The superuser's, for tests and for nothing else. */
  readonly adminUrl: string;
  /** Starts it again whenever it ends before `stop`. */
  keep(say: (line: string) => void): void;
  stop(): Promise<void>;
}

const databaseName = "splot";

/** A busy machine may take so long to answer, and no longer. */
const survivorPatience: Patience = {
  milliseconds: 45_000,
  onWaiting: () =>
    void process.stdout.write("that of an earlier run is still busy … "),
};
const runningPatience: Patience = { milliseconds: 20_000 };

/** Whatever an interrupted first start left out is made now. */
async function makeRolesAndDatabase(
  admin: pg.Client,
  credentials: Credentials,
): Promise<void> {
  const roles = [
    ["splot_owner", credentials.owner],
    ["splot_app", credentials.application],
  ] as const;
  for (const [role, password] of roles) {
    const found = await admin.query("select from pg_roles where rolname = $1", [
      role,
    ]);
    if (found.rowCount === 0)
      await admin.query(
        `create role ${role} login nosuperuser nocreaterole nocreatedb nobypassrls password ${pg.escapeLiteral(password)}`,
      );
  }
  const found = await admin.query(
    "select from pg_database where datname = $1",
    [databaseName],
  );
  if (found.rowCount === 0)
    await admin.query(`create database ${databaseName} owner splot_owner`);
}

async function clusterIn(
  folder: string,
  credentials: Credentials,
): Promise<Cluster> {
  const user = await findPostgresUser();
  return {
    folder,
    pgdata: join(folder, "postgres"),
    log: join(folder, "postgres", "server.log"),
    tools: await toolsFor(folder, user),
    user,
    credentials,
  };
}

/** @param isDurable false gives up safety against power cuts for the speed of tests */
export async function startEmbedded(
  folder: string,
  { isDurable = true, patience = survivorPatience } = {},
): Promise<EmbeddedPostgres> {
  makeFolder(folder);
  const cluster = await clusterIn(
    folder,
    findCredentials(folder) ?? makeCredentials(folder),
  );
  await makeCluster(cluster);
  const port =
    (await findSurvivor(cluster, patience)) ??
    (await startServer(cluster, isDurable));
  const admin = await connectAdmin(cluster, port);
  try {
    await makeRolesAndDatabase(admin, cluster.credentials);
  } finally {
    await admin.end();
  }
  return at(cluster, port);
}

/** The server that another, living Splot has started and will stop: asked, and otherwise left alone. */
export async function joinEmbedded(
  folder: string,
  patience = runningPatience,
): Promise<Omit<EmbeddedPostgres, "stop" | "keep">> {
  const credentials = findCredentials(folder);
  const cluster = credentials && (await clusterIn(folder, credentials));
  const port = cluster && (await awaitAnswer(cluster, patience));
  if (port) return at(cluster, port);
  throw new DatabaseUnusable(
    `Splot is running in ${folder}, but its PostgreSQL does not answer. Try again.`,
  );
}

function at(cluster: Cluster, port: number): EmbeddedPostgres {
  const { credentials } = cluster;
  let endKeeping: () => Promise<void> = async () => undefined;
  return {
    applicationUrl: urlOf(
      "splot_app",
      credentials.application,
      port,
      databaseName,
    ),
    ownerUrl: urlOf("splot_owner", credentials.owner, port, databaseName),
    secretKey: credentials.secretKey,
    masterKey: credentials.masterKey,
    adminUrl: adminUrl(cluster, port),
    keep(say) {
      endKeeping = keepRunning(cluster, port, say);
    },
    async stop() {
      await endKeeping();
      if (findRunningPort(cluster) !== undefined)
        await stopCluster(cluster, "fast");
    },
  };
}
