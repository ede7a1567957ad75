// Before the tests: one PostgreSQL that forgets on power cuts, with a migrated template that each worker clones.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import compile from "./compile.mjs";
import keepInMemory from "./scratch.mjs";
import stopDatabase from "./stop-database.mjs";

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A run that was cut short could not end its PostgreSQL. */
function endAbandoned() {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = /^splot-test-(\d+)-/.exec(name) ?? [];
    if (!pid || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    try {
      const lock = readFileSync(
        join(folder, "postgres/postmaster.pid"),
        "utf8",
      );
      process.kill(Number(lock.split("\n")[0]), "SIGQUIT");
    } catch {
      // it is not running, or another user's
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

export default async function startDatabase() {
  // journeys and use cases run in one go and share it
  if (process.env.SPLOT_TEST_DATABASE) return;
  await compile();
  keepInMemory();
  await import("reflect-metadata");
  const { startEmbedded } =
    await import("../../dist/server/platform/database/embedded.js");
  const { migrateUp } =
    await import("../../dist/server/platform/database/migrate.js");
  const { migrations } = await import("../../dist/migrations/index.js");
  endAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `splot-test-${process.pid}-`));
  // PostgreSQL's own user passes through
  await chmod(folder, 0o711);
  const postgres = await startEmbedded(folder, { isDurable: false });
  globalThis.splotTestDatabase = { postgres, folder };
  try {
    await migrateUp(postgres, migrations);
  } catch (failure) {
    // jest tears nothing down whose setup failed
    await stopDatabase();
    throw failure;
  }
  // over its socket a question and its answer cost less than over the port
  const near = (url) =>
    process.platform === "win32"
      ? url
      : `${url}?host=${encodeURIComponent(join(folder, "postgres"))}`;
  process.env.SPLOT_TEST_DATABASE = JSON.stringify({
    adminUrl: near(postgres.adminUrl),
    applicationUrl: near(postgres.applicationUrl),
    ownerUrl: near(postgres.ownerUrl),
  });
}
