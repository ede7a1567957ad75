// Migrations that a database has run: noticed where they were changed, and taken back only with a word of consent.
import { execFile } from "node:child_process";

import { LetOldRowsGo20261122004000 } from "../../migrations/20261122T0040-let-old-rows-go.js";
import { migrations } from "../../migrations/index.js";
import { migrateUp } from "../../server/platform/database/migrate.js";
import type { TestDatabase } from "../support/database.js";
import {
  adminUrlOf,
  connectTo,
  dropDatabase,
  freshDatabase,
} from "../support/database.js";
import { settingsFor } from "../support/server.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => dropDatabase(database));

class Changed extends LetOldRowsGo20261122004000 {
  override async up(...[runner]: Parameters<typeof this.down>) {
    await super.up(runner);
    await runner.query("select 1");
  }
}
const changed = migrations.map((one) =>
  one === LetOldRowsGo20261122004000 ? Changed : one,
);

async function asAdmin(sql: string): Promise<object[]> {
  const admin = await connectTo(adminUrlOf(database.name));
  const { rows } = await admin.query<object>(sql);
  await admin.end();
  return rows;
}

it("stops at a migration that says something else than when it was run", async () => {
  await expect(migrateUp(database, changed)).rejects.toThrow(
    "The migration LetOldRowsGo20261122004000 was changed after this database had run it.",
  );
  expect(await migrateUp(database, migrations)).toEqual([]);
});

it("takes what an earlier version ran for what it says now", async () => {
  await asAdmin("alter table migration drop column checksum");
  expect(await migrateUp(database, migrations)).toEqual([]);
  await expect(migrateUp(database, changed)).rejects.toThrow("was changed");
});

it("takes steps back only where it was told that data may go", async () => {
  const migrate = (...words: string[]) =>
    new Promise<{ code: unknown; told: string }>((resolve) => {
      execFile(
        process.execPath,
        ["server/start.mjs", "migrate", ...words],
        { env: { ...process.env, ...settingsFor(database) } },
        (failure, stdout, stderr) =>
          resolve({ code: failure?.code ?? 0, told: stdout + stderr }),
      );
    });
  const applied = () => asAdmin("select name from migration order by id");
  const before = await applied();
  expect(before).toHaveLength(migrations.length);
  const warned = await migrate("down", "2");
  expect(warned.code).toBe(2);
  expect(warned.told).toContain("say it with --yes");
  for (const words of [["dwon"], ["down", "0", "--yes"], ["down", "x"]])
    expect((await migrate(...words)).code).toBe(2);
  expect(await applied()).toEqual(before);
  expect(await migrate("down", "2", "--yes")).toMatchObject({ code: 0 });
  expect(await applied()).toEqual(before.slice(0, -2));
  expect(await migrate()).toMatchObject({ code: 0 });
  expect(await applied()).toEqual(before);
});
