// The PostgreSQL that comes along: made, started, found again after a crash, and stopped.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import pg from "pg";

import {
  adminUrl,
  type Cluster,
  connect,
  type Credentials,
  findSurvivor,
  makeCluster,
  startServer,
  stopCluster,
  urlOf,
} from "./cluster.js";
import { DatabaseUnusable, makeFolder } from "./data-folder.js";
import { findPostgresUser, toolsFor } from "./postgres-tools.js";

export interface EmbeddedPostgres {
  readonly applicationUrl: string;
  readonly ownerUrl: string;
  /** The superuser's, for tests and for nothing else. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

const databaseName = "splot";
function credentialsIn(folder: string): Credentials {
  const path = join(folder, "credentials.json");
  if (!existsSync(path)) {
    const secret = () => randomBytes(24).toString("base64url");
    const made: Credentials = {
      admin: secret(),
      owner: secret(),
      application: secret(),
    };
    writeFileSync(path, JSON.stringify(made), { mode: 0o600 });
    return made;
  }
  const kept: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (
    typeof kept === "object" &&
    kept !== null &&
    "admin" in kept &&
    "owner" in kept &&
    "application" in kept
  )
    return {
      admin: String(kept.admin),
      owner: String(kept.owner),
      application: String(kept.application),
    };
  throw new DatabaseUnusable(`${path} does not hold the database's passwords.`);
}

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

/** @param isDurable false gives up safety against power cuts for the speed of tests */
export async function startEmbedded(
  folder: string,
  { isDurable = true } = {},
): Promise<EmbeddedPostgres> {
  makeFolder(folder);
  const user = await findPostgresUser();
  const cluster: Cluster = {
    folder,
    pgdata: join(folder, "postgres"),
    log: join(folder, "postgres", "server.log"),
    tools: await toolsFor(folder, user),
    user,
    credentials: credentialsIn(folder),
  };
  await makeCluster(cluster);
  const port =
    (await findSurvivor(cluster)) ?? (await startServer(cluster, isDurable));
  const { credentials } = cluster;
  const admin = await connect(adminUrl(cluster, port));
  await makeRolesAndDatabase(admin, credentials).finally(() => admin.end());
  return {
    applicationUrl: urlOf(
      "splot_app",
      credentials.application,
      port,
      databaseName,
    ),
    ownerUrl: urlOf("splot_owner", credentials.owner, port, databaseName),
    adminUrl: adminUrl(cluster, port),
    stop: () => stopCluster(cluster, "fast"),
  };
}
