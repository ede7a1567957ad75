// The two roles' ways to PostgreSQL: the application's, which owns nothing, and the owner's; both looked at before use.
import pg from "pg";
import { DataSource, type DataSourceOptions } from "typeorm";

import { DatabaseUnusable } from "./data-folder.js";
import { describeFailure } from "./describe-failure.js";
import { SnakeCaseNaming } from "./naming.js";
import { PreparedClient } from "./prepared-client.js";

export interface DatabaseUrls {
  readonly applicationUrl: string;
  readonly ownerUrl: string;
}

/** Connections of one process; PostgreSQL's default of 100 must serve two processes and the operator. */
export const usualConnections = 40;

/** Whoever waits longer for a connection is told to come again, so that a pool that is all held fails fast. */
const waitForConnectionMs = 5_000;

/** A forgotten lock, statement or transaction of the application must not hold others up for ever. */
const limits =
  "-c lock_timeout=10000 -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000";

export async function connectApplication(
  url: string,
  entities: NonNullable<DataSourceOptions["entities"]>,
  connections = usualConnections,
): Promise<DataSource> {
  const dataSource = new DataSource({
    type: "postgres",
    url,
    entities,
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    logging: false,
    applicationName: "splot",
    extra: {
      Client: PreparedClient,
      max: connections,
      connectionTimeoutMillis: waitForConnectionMs,
      options: limits,
      // what waits for nobody's question keeps no process alive
      allowExitOnIdle: true,
    },
    // a connection that breaks while nobody uses it is simply replaced
    poolErrorHandler: () => undefined,
  });
  return await dataSource.initialize();
}

interface Role {
  readonly name: string;
  readonly isSuperuser: boolean;
  readonly mayCreateRoles: boolean;
  readonly bypassesRowSecurity: boolean;
  readonly version: number;
  readonly roles: readonly string[];
}

async function lookAtRole(setting: string, url: string): Promise<Role> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Role>(`
      select rolname as name, rolsuper as "isSuperuser", rolcreaterole as "mayCreateRoles",
             rolbypassrls as "bypassesRowSecurity",
             current_setting('server_version_num')::int as version,
             array(select other.rolname::text from pg_roles other
                   where pg_has_role(current_user, other.oid, 'member')) as roles
      from pg_roles where rolname = current_user`);
    const [role] = rows;
    if (!role) throw new Error("the role does not know itself");
    return role;
  } catch (cause) {
    const { host } = new URL(url);
    throw new DatabaseUnusable(
      `${setting}: PostgreSQL at ${host} cannot be used (${describeFailure(cause)}).`,
      { cause },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What an external database must fulfil: PostgreSQL 15, and two roles with no more power than they need. */
export async function checkExternal(urls: DatabaseUrls): Promise<void> {
  const application = await lookAtRole("DATABASE_URL", urls.applicationUrl);
  const owner = await lookAtRole("DATABASE_OWNER_URL", urls.ownerUrl);
  for (const [setting, role] of [
    ["DATABASE_URL", application],
    ["DATABASE_OWNER_URL", owner],
  ] as const) {
    if (role.version < 150_000)
      throw new DatabaseUnusable(
        `${setting}: this is PostgreSQL ${Math.floor(role.version / 10_000)}; Splot needs 15 or newer.`,
      );
    const power = role.isSuperuser
      ? "is a superuser"
      : role.mayCreateRoles
        ? "may create roles"
        : undefined;
    if (power)
      throw new DatabaseUnusable(
        `${setting}: the role "${role.name}" ${power}; give one that is not and may not (docs/operating.md has the lines).`,
      );
  }
  if (application.bypassesRowSecurity)
    throw new DatabaseUnusable(
      `DATABASE_URL: the role "${application.name}" bypasses row-level security; make it NOBYPASSRLS.`,
    );
  if (application.roles.includes(owner.name))
    throw new DatabaseUnusable(
      `DATABASE_URL: the role "${application.name}" is a member of the owner's role "${owner.name}"; the two must be apart.`,
    );
}

/** Whether the database answers within two seconds; however many ask at once, it is asked once. */
export function probeOf(dataSource: DataSource): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  return async () => {
    asked ??= dataSource
      .query("select 1")
      .then(
        () => true,
        () => false,
      )
      .finally(() => (asked = null));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), 2000);
    });
    const answer = await Promise.race([asked, patience]);
    clearTimeout(timer);
    return answer;
  };
}
