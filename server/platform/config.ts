// The settings that a centre's operator gives by environment, each refused in a sentence when it makes no sense.
import { resolve } from "node:path";

import { usualConnections } from "./database/connect.js";
import type { ProviderSettings } from "./identity-provider.js";
import { SECRET_BYTES } from "./keys.js";
import { type LogLevel, logLevels } from "./logging.js";
import { isAddressRange } from "./proxies.js";
import { KEY_BYTES } from "./vault.js";

/** A setting that cannot be used; the message is meant for the operator. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

export interface ExternalDatabase {
  readonly kind: "external";
  readonly url: string;
  readonly ownerUrl: string;
  /** From which links are signed and secrets sealed; one for all processes. */
  readonly secretKey: Buffer;
}

export interface EmbeddedDatabase {
  readonly kind: "embedded";
}

export interface MasterKeys {
  readonly current: Buffer;
  /** The one from before, while what is wrapped under it is wrapped anew. */
  readonly before: Buffer | null;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** The origin that browsers use, without a slash at its end. */
  readonly publicUrl: string;
  /** Addresses and ranges whose word about a caller's address is taken. */
  readonly trustedProxies: readonly string[];
  readonly dataDir: string;
  /** Whether the operator chose the data folder; only the default may move elsewhere. */
  readonly dataDirChosen: boolean;
  readonly demo: boolean;
  readonly introspection: boolean;
  /** Where mails are handed over, and from whom they come. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Where one may sign in as well; null: nowhere. */
  readonly provider: ProviderSettings | null;
  readonly database: EmbeddedDatabase | ExternalDatabase;
  /** Under which what identifies residents is sealed; null: the demo makes its own and keeps it. */
  readonly masterKeys: MasterKeys | null;
  readonly logLevel: LogLevel;
  /** Where Prometheus reads; null: nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | null;
  /** Connections of the application's role that this process holds at most. */
  readonly connections: number;
}

const yes = new Set(["on", "true", "1", "yes"]);
const no = new Set(["off", "false", "0", "no"]);

function readSwitch(
  env: Environment,
  name: string,
  otherwise: boolean,
): boolean {
  const given = env[name]?.trim().toLowerCase();
  if (!given) return otherwise;
  if (yes.has(given)) return true;
  if (no.has(given)) return false;
  throw new ConfigError(`${name} is "${given}"; it must be "on" or "off".`);
}

function readWhole<Otherwise>(
  env: Environment,
  name: string,
  [least, most]: readonly [number, number],
  otherwise: Otherwise,
): number | Otherwise {
  const given = env[name]?.trim();
  if (!given) return otherwise;
  const number = Number(given);
  if (/^\d+$/.test(given) && number >= least && number <= most) return number;
  throw new ConfigError(
    `${name} is "${given}"; it must be a whole number from ${least} to ${most}.`,
  );
}

const ports = [1, 65535] as const;

function readHost(env: Environment, name: string): string {
  const given = env[name]?.trim();
  if (!given) return "127.0.0.1";
  if (/^[A-Za-z0-9.:-]+$/.test(given)) return given;
  throw new ConfigError(
    `${name} is "${given}"; it must be an address or a host name such as 127.0.0.1 or 0.0.0.0.`,
  );
}

function readLogLevel(env: Environment, demo: boolean): LogLevel {
  const given = env["LOG_LEVEL"]?.trim().toLowerCase();
  // the console of the demo is for people
  if (!given) return demo ? "warn" : "info";
  const level = logLevels.find((one) => one === given);
  if (level) return level;
  throw new ConfigError(
    `LOG_LEVEL is "${given}"; it must be one of ${logLevels.join(", ")}.`,
  );
}

function readMetrics(env: Environment): Config["metrics"] {
  const port = readWhole(env, "METRICS_PORT", ports, null);
  return port === null ? null : { port, host: readHost(env, "METRICS_HOST") };
}

function findUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function readPublicUrl(env: Environment, port: number): string {
  const given = env["PUBLIC_URL"]?.trim();
  if (!given) return `http://localhost:${port}`;
  const url = findUrl(given);
  const isOrigin =
    url !== null &&
    ["http:", "https:"].includes(url.protocol) &&
    url.pathname === "/" &&
    !url.search &&
    !url.hash &&
    !url.username;
  if (isOrigin) return url.origin;
  throw new ConfigError(
    `PUBLIC_URL is "${given}"; it must be the address that browsers use, such as https://splot.example.pl, without a path.`,
  );
}

function readProxies(env: Environment): string[] {
  const given = (env["TRUSTED_PROXIES"] ?? "").split(",");
  const ranges = given.map((one) => one.trim()).filter((one) => one !== "");
  const wrong = ranges.find((range) => !isAddressRange(range));
  if (wrong === undefined) return ranges;
  throw new ConfigError(
    `TRUSTED_PROXIES has "${wrong}"; it must list addresses or ranges such as 127.0.0.1, 10.0.0.0/8, with commas between.`,
  );
}

/** The URL itself may hold a password, so it is never repeated in a message. */
function readDatabaseUrl(given: string, name: string): URL {
  const url = findUrl(given);
  const fault = !url
    ? "is not a URL"
    : !["postgres:", "postgresql:"].includes(url.protocol)
      ? `begins with "${url.protocol}"`
      : !url.username
        ? "names no role"
        : url.pathname.length < 2
          ? "names no database"
          : null;
  if (url && !fault) return url;
  throw new ConfigError(
    `${name} ${fault ?? "is empty"}; it must look like postgresql://role:password@host:5432/database.`,
  );
}

/** Never repeated in a message. */
function readSecretKey(env: Environment): Buffer {
  const given = env["SECRET_KEY"]?.trim() ?? "";
  const key = Buffer.from(given, "base64");
  if (key.length === SECRET_BYTES) return key;
  throw new ConfigError(
    `SECRET_KEY ${given ? `is not ${SECRET_BYTES} bytes in base64` : "is missing"}; an external database needs one, the same for every process: openssl rand -base64 32`,
  );
}

const howToMakeOne = `${String(KEY_BYTES)} bytes in base64, the same for every process, kept apart from the database and its backups: openssl rand -base64 ${String(KEY_BYTES)}`;

/** Never repeated in a message. */
function readMasterKey(env: Environment, name: string): Buffer | null {
  const given = env[name]?.trim();
  if (!given) return null;
  const key = Buffer.from(given, "base64");
  if (key.length === KEY_BYTES) return key;
  throw new ConfigError(`${name} is not a key; it must be ${howToMakeOne}`);
}

function readMasterKeys(env: Environment): MasterKeys | null {
  const current = readMasterKey(env, "MASTER_KEY");
  const before = readMasterKey(env, "MASTER_KEY_BEFORE");
  if (current) {
    if (!before?.equals(current)) return { current, before };
    throw new ConfigError("MASTER_KEY and MASTER_KEY_BEFORE are the same key.");
  }
  if (before)
    throw new ConfigError(
      "MASTER_KEY_BEFORE is given without MASTER_KEY; give the new key as well.",
    );
  return null;
}

/** Whoever serves or replaces it needs it; a backup, a migration or a command is better off without. */
export function requireMasterKey(
  config: Pick<Config, "masterKeys" | "demo" | "database">,
): void {
  if (config.masterKeys || mayMakeMasterKey(config)) return;
  throw new ConfigError(
    `MASTER_KEY is missing; outside the demo what identifies residents is sealed under a key of its own: ${howToMakeOne}`,
  );
}

/** The demo's own is kept beside its database, where no real person's may be. */
export function mayMakeMasterKey({
  demo,
  database,
}: Pick<Config, "demo" | "database">): boolean {
  return demo && database.kind === "embedded";
}

/** Without SMTP_URL nothing is sent; the demo shows on a page what would have been. */
function readMail(env: Environment): Config["mail"] {
  const given = env["SMTP_URL"]?.trim();
  if (!given) return null;
  const url = findUrl(given);
  if (!url || !["smtp:", "smtps:"].includes(url.protocol) || !url.hostname)
    throw new ConfigError(
      "SMTP_URL cannot be read; it must look like smtp://user:password@mail.example.pl:587 or smtps://….",
    );
  const from = env["MAIL_FROM"]?.trim() ?? "";
  if (!/^([^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/.test(from))
    throw new ConfigError(
      `MAIL_FROM ${from ? `is "${from}"` : "is missing"}; it must be the address that mails come from, such as Splot <splot@cus.example.pl>.`,
    );
  return { url: given, from };
}

function readDatabase(env: Environment): Config["database"] {
  const url = env["DATABASE_URL"]?.trim();
  const ownerUrl = env["DATABASE_OWNER_URL"]?.trim();
  if (!url && !ownerUrl) return { kind: "embedded" };
  if (!url || !ownerUrl) {
    const [given, missing] = url
      ? ["DATABASE_URL", "DATABASE_OWNER_URL"]
      : ["DATABASE_OWNER_URL", "DATABASE_URL"];
    throw new ConfigError(
      `${given} is given without ${missing}; an external database needs both: the application's role and the owner's.`,
    );
  }
  const application = readDatabaseUrl(url, "DATABASE_URL");
  const owner = readDatabaseUrl(ownerUrl, "DATABASE_OWNER_URL");
  if (application.username === owner.username)
    throw new ConfigError(
      `DATABASE_URL and DATABASE_OWNER_URL both name the role "${application.username}"; the application's role and the owner's must be two.`,
    );
  return { kind: "external", url, ownerUrl, secretKey: readSecretKey(env) };
}

const isThisMachine = ({ hostname }: URL) =>
  ["localhost", "127.0.0.1", "[::1]"].includes(hostname);

function readProvider(env: Environment, demo: boolean): Config["provider"] {
  const given = (name: string) => env[name]?.trim() || null;
  const issuer = given("OIDC_ISSUER");
  const clientId = given("OIDC_CLIENT_ID");
  const clientSecret = given("OIDC_CLIENT_SECRET");
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret)
    throw new ConfigError(
      "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together; one of them is missing.",
    );
  const url = findUrl(issuer);
  const isSafe =
    url?.protocol === "https:" ||
    (demo && url?.protocol === "http:" && isThisMachine(url));
  if (!url || !isSafe || url.search || url.hash || url.username)
    throw new ConfigError(
      `OIDC_ISSUER is "${issuer}"; it must be the https address by which the provider calls itself, such as https://logowanie.example.pl/realms/cus.`,
    );
  return {
    issuer,
    clientId,
    clientSecret,
    name: given("OIDC_NAME") ?? url.hostname,
    twoFactors: given("OIDC_ACR"),
  };
}

/** @param folder the project's folder, from which relative settings count */
export function readConfig(env: Environment, folder: string): Config {
  const port = readWhole(env, "PORT", ports, 4000);
  const database = readDatabase(env);
  const demo = readSwitch(env, "DEMO", database.kind === "embedded");
  const dataDir = env["DATA_DIR"]?.trim();
  return {
    port,
    host: readHost(env, "HOST"),
    publicUrl: readPublicUrl(env, port),
    trustedProxies: readProxies(env),
    dataDir: resolve(folder, dataDir || ".data"),
    dataDirChosen: Boolean(dataDir),
    demo,
    introspection: readSwitch(env, "INTROSPECTION", demo),
    mail: readMail(env),
    provider: readProvider(env, demo),
    database,
    masterKeys: readMasterKeys(env),
    logLevel: readLogLevel(env, demo),
    metrics: readMetrics(env),
    connections: readWhole(
      env,
      "DATABASE_CONNECTIONS",
      [2, 1000],
      usualConnections,
    ),
  };
}

/** The settings of this process. */
export function readOwnConfig(): Config {
  return readConfig(process.env, process.cwd());
}
