// The passwords of the embedded database, the installation's secret key and the demo's master key, made once and kept beside it.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { SECRET_BYTES } from "../keys.js";
import { KEY_BYTES } from "../vault.js";
import { DatabaseUnusable } from "./data-folder.js";
import { describeFailure } from "./describe-failure.js";

export interface Credentials {
  readonly admin: string;
  readonly owner: string;
  readonly application: string;
  /** Base64 of SECRET_KEY. */
  readonly secretKey: string;
  /** Base64 of the demo's MASTER_KEY; whoever works with real people gives one of their own. */
  readonly masterKey: string;
}

const pathIn = (folder: string) => join(folder, "credentials.json");

/** Whole or not at all: an interrupted start leaves no half of a file. */
export function makeCredentials(folder: string): Credentials {
  if (existsSync(join(folder, "postgres", "PG_VERSION")))
    throw new DatabaseUnusable(
      `${pathIn(folder)} is lost, and with it the passwords of the database beside it; bring it back from a backup.`,
    );
  const secret = () => randomBytes(24).toString("base64url");
  const made: Credentials = {
    admin: secret(),
    owner: secret(),
    application: secret(),
    secretKey: newKey(SECRET_BYTES),
    masterKey: newKey(KEY_BYTES),
  };
  keep(folder, made);
  return made;
}

const newKey = (bytes: number) => randomBytes(bytes).toString("base64");

function keep(folder: string, made: Credentials): void {
  const fresh = `${pathIn(folder)}.new`;
  writeFileSync(fresh, JSON.stringify(made), { mode: 0o600, flush: true });
  renameSync(fresh, pathIn(folder));
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (failure) {
    // what does not parse is told without a word of it
    const reason =
      failure instanceof SyntaxError ? "damaged" : describeFailure(failure);
    throw new DatabaseUnusable(
      `${path} cannot be read (${reason}); bring it back from a backup.`,
    );
  }
}

export function findCredentials(folder: string): Credentials | undefined {
  const path = pathIn(folder);
  if (!existsSync(path)) return undefined;
  const kept = read(path);
  if (
    typeof kept === "object" &&
    kept !== null &&
    "admin" in kept &&
    "owner" in kept &&
    "application" in kept
  ) {
    const passwords = {
      admin: String(kept.admin),
      owner: String(kept.owner),
      application: String(kept.application),
    };
    // a folder made before there were such keys gets its own now
    const whole = {
      ...passwords,
      secretKey:
        "secretKey" in kept ? String(kept.secretKey) : newKey(SECRET_BYTES),
      masterKey:
        "masterKey" in kept ? String(kept.masterKey) : newKey(KEY_BYTES),
    };
    if (!("secretKey" in kept && "masterKey" in kept)) keep(folder, whole);
    return whole;
  }
  throw new DatabaseUnusable(
    `${path} does not hold the passwords of the database; bring it back from a backup.`,
  );
}
