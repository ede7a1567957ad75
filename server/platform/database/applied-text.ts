// What each applied migration said: kept beside its name, so that one that says something else by now is noticed.
import { createHash } from "node:crypto";

import type { DataSource, MigrationInterface, QueryRunner } from "typeorm";

import { DatabaseUnusable } from "./data-folder.js";

/** Its statements without their layout; a migration is plain SQL, so it says the same without a database. */
async function checksumOf(migration: MigrationInterface): Promise<string> {
  const hash = createHash("sha256");
  const listener = {
    query: async (statement: string) => {
      hash.update(`${statement.replaceAll(/\s+/g, " ").trim()}\n`);
    },
  };
  // a listener is all that a migration of plain statements asks of its runner
  // oxlint-disable-next-line typescript/consistent-type-assertions
  await migration.up(listener as unknown as QueryRunner);
  return hash.digest("hex");
}

async function checksums(owner: DataSource): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const migration of owner.migrations)
    if (migration.name) found.set(migration.name, await checksumOf(migration));
  return found;
}

/** Where a migration was mended in place: what it said before, with the same result. */
function saidBefore(owner: DataSource, name: string): readonly string[] {
  const migration = owner.migrations.find((one) => one.name === name);
  return migration &&
    "formerly" in migration &&
    Array.isArray(migration.formerly)
    ? migration.formerly.map(String)
    : [];
}

/** @throws DatabaseUnusable where an applied migration says something else by now */
export async function checkApplied(owner: DataSource): Promise<void> {
  const [{ exists } = { exists: false }] = await owner.query<
    { exists: boolean }[]
  >(`select to_regclass('migration') is not null as exists`);
  if (!exists) return;
  await owner.query(
    `alter table migration add column if not exists checksum text`,
  );
  const applied = await owner.query<
    { name: string; checksum: string | null }[]
  >(`select name, checksum from migration order by id`);
  const said = await checksums(owner);
  for (const { name, checksum } of applied) {
    const now = said.get(name);
    if (
      checksum &&
      now &&
      checksum !== now &&
      !saidBefore(owner, name).includes(checksum)
    )
      throw new DatabaseUnusable(
        `The migration ${name} was changed after this database had run it. Bring its file back to what it was and put the change into a migration of its own.`,
      );
  }
}

/** Also where an earlier version ran it and kept no checksum. */
export async function keepApplied(owner: DataSource): Promise<void> {
  await owner.query(
    `alter table migration add column if not exists checksum text`,
  );
  for (const [name, checksum] of await checksums(owner))
    await owner.query(
      `update migration set checksum = $2 where name = $1 and checksum is null`,
      [name, checksum],
    );
}
