// What the application asks again is planned once; what its values decide is planned each time, and no old plan outlives its table.
import type { DataSource, QueryRunner } from "typeorm";

import { connectApplication } from "../../server/platform/database/connect.js";
import { isOutage } from "../../server/platform/database/outage.js";
import { mostPrepared } from "../../server/platform/database/prepared-client.js";
import type { TestDatabase } from "../support/database.js";
import { connectTo, dropDatabase, freshDatabase } from "../support/database.js";

let database: TestDatabase;
let dataSource: DataSource;
/** One connection, as one transaction holds it. */
let runner: QueryRunner;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await connectApplication(database.applicationUrl, []);
  runner = dataSource.createQueryRunner();
});
afterAll(async () => {
  await runner.release();
  await dataSource.destroy();
  await dropDatabase(database);
});

const nobody = "00000000-0000-4000-8000-000000000000";

async function ask(text: string, ...values: unknown[]) {
  await runner.query(text, values);
}

/** How often PostgreSQL ran each prepared statement, by its text. */
async function prepared(): Promise<Record<string, number>> {
  const rows = await runner.manager.query<
    { statement: string; runs: number }[]
  >(
    "select statement, (generic_plans + custom_plans)::integer as runs from pg_prepared_statements",
  );
  return Object.fromEntries(
    rows.map(({ statement, runs }) => [statement, runs]),
  );
}

it("prepares a statement that comes again, and asks nothing else by name", async () => {
  const again = "select id from partner where id = $1";
  for (let time = 0; time < 8; time++) await ask(again, nobody);
  await ask("select id from service where id = $1", nobody);
  expect(await prepared()).toEqual({ [again]: 7 });
});

it.each([
  "select id from partner where ($1::text is null or name = $1)",
  "select id from partner where search like $1",
  "select id from partner where name @@ $1",
])("plans for the values of: %s", async (text) => {
  for (let time = 0; time < 3; time++) await ask(text, "klub");
  expect(Object.keys(await prepared())).not.toContain(text);
});

it("keeps no more plans than it may, and lets go what was asked longest ago", async () => {
  const again = "select id from partner where id = $1";
  const nth = (one: number) => `select $1::text as "${String(one)}"`;
  for (let one = 0; one <= mostPrepared; one++) {
    for (let time = 0; time < 2; time++) await ask(nth(one), "klub");
    await ask(again, nobody);
  }
  const kept = await prepared();
  expect(Object.keys(kept).length).toBe(mostPrepared);
  expect(kept).toHaveProperty([again]);
  expect(kept).not.toHaveProperty([nth(0)]);
  await ask(nth(0), "klub");
  expect(await prepared()).toHaveProperty([nth(0)]);
});

it("lets a plan go within a transaction that failed, and goes on", async () => {
  await runner.query("begin");
  await ask("select 1 / $1::integer", 0).catch(() => undefined);
  await ask("select id from contact_person where id = $1", nobody).catch(
    () => undefined,
  );
  await ask("select id from contact_person where id = $1", nobody).catch(
    () => undefined,
  );
  await runner.query("rollback");
  await ask("select id from contact_person where id = $1", nobody);
  expect(Object.keys(await prepared()).length).toBeLessThanOrEqual(
    mostPrepared,
  );
});

it("a table that changed is told as an outage once, then the statement stands again", async () => {
  const owner = await connectTo(database.ownerUrl);
  const first = runner;
  // a connection of its own, that has prepared nothing yet
  runner = dataSource.createQueryRunner();
  try {
    const all = "select * from partner where id = $1";
    for (let time = 0; time < 3; time++) await ask(all, nobody);
    await owner.query("alter table partner add column trial text");
    const refused: unknown = await ask(all, nobody).catch(
      (failure: unknown) => failure,
    );
    expect(isOutage(refused)).toBe(true);
    await ask(all, nobody);
    await ask(all, nobody);
  } finally {
    await owner.end();
    await runner.release();
    runner = first;
  }
});
