// The shape of the database: up, down and up again is the same, the entities know it, and every foreign key is indexed.

import { DataSource } from "typeorm";

import { migrations } from "../../migrations/index.js";
import { entities } from "../../server/graph.js";
import {
  migrateDown,
  migrateUp,
} from "../../server/platform/database/migrate.js";
import { SnakeCaseNaming } from "../../server/platform/database/naming.js";
import type { TestDatabase } from "../support/database.js";
import {
  adminUrlOf,
  connectTo,
  dropDatabase,
  freshDatabase,
} from "../support/database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => dropDatabase(database));

async function ask<Row extends object>(sql: string): Promise<Row[]> {
  const admin = await connectTo(adminUrlOf(database.name));
  const { rows } = await admin.query<Row>(sql);
  await admin.end();
  return rows;
}

/** All that a migration can leave behind, as text. */
async function shape(): Promise<string[]> {
  const rows = await ask<{ line: string }>(`
    select format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, coalesce(column_default, generation_expression)) as line
      from information_schema.columns where table_schema = 'public'
    union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select format('index %s', indexdef) from pg_indexes where schemaname = 'public'
    union all select format('policy %s %s %s %s %s', tablename, policyname, cmd, qual, with_check) from pg_policies where schemaname = 'public'
    union all select format('walls %s %s %s', relname, relrowsecurity, relforcerowsecurity) from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'
    union all select format('function %s', pg_get_functiondef(p.oid)) from pg_proc p
      where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all select format('trigger %s %s', tgrelid::regclass, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
    union all select format('grant %s %s %s', table_name, grantee, privilege_type) from information_schema.role_table_grants
      where table_schema = 'public'
    order by 1`);
  return rows.map(({ line }) => line);
}

it("is the same after up, down and up again", async () => {
  const before = await shape();
  expect(before.length).toBeGreaterThan(300);
  await migrateDown(database, migrations, migrations.length);
  const empty = (await shape()).filter((line) => !/migration/.test(line));
  expect(empty).toEqual([]);
  expect(await migrateUp(database, migrations)).toHaveLength(migrations.length);
  expect(await shape()).toEqual(before);
});

/** As a database holds them that has been in use: what is added later takes these along, and lets go of its own on the way down. */
const inUse = [
  {
    before: "SayWhatTravels",
    holds: `insert into need (centre_id, id, title, area, gap_kind, evidence, status, created_at)
        values (gen_random_uuid(), gen_random_uuid(), 'Brak opieki', 'CARE', 'NO_SERVICE', 'SURVEY', 'REPORTED', now());
      insert into disclosure_basis (centre_id, id, case_id, partner_id, max_level, basis, given_at)
        values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'L1_CONTACT', 'CONSENT', now())`,
    holdsAfterwards: `insert into need (centre_id, id, area, gap_kind, evidence, status, created_at, counted)
      values (gen_random_uuid(), gen_random_uuid(), 'CARE', 'NO_SERVICE', 'KIPUS_REPORT', 'REPORTED', now(), true)`,
  },
];

it.each(inUse)(
  "takes what stands in a database along, up and down: $before",
  async ({ before, holds, holdsAfterwards }) => {
    const at = migrations.findIndex(({ name }) => name.startsWith(before));
    const steps = migrations.length - at;
    // rows without all that they hang on
    const put = (rows: string) =>
      ask(`set session_replication_role = replica; ${rows}`);
    await migrateDown(database, migrations, steps);
    await put(holds);
    expect(await migrateUp(database, migrations)).toHaveLength(steps);
    const [kept] = await ask<{ needs: number; bases: number }>(
      `select (select count(*)::integer from need where reported_at = created_at) as needs,
         (select count(*)::integer from disclosure_basis where recorded_at = given_at and cardinality(fields) > 0) as bases`,
    );
    expect(kept).toEqual({ needs: 1, bases: 1 });
    await put(holdsAfterwards);
    await migrateDown(database, migrations, steps);
    await migrateUp(database, migrations);
    await ask("truncate need, disclosure_basis cascade");
  },
);

it("changes nothing where nothing is new", async () => {
  expect(await migrateUp(database, migrations)).toEqual([]);
});

it("is what the entities say: names, types, what may be empty", async () => {
  const dataSource = new DataSource({
    type: "postgres",
    url: database.ownerUrl,
    entities,
    namingStrategy: new SnakeCaseNaming(),
  });
  await dataSource.initialize();
  const columns = await ask<{
    table: string;
    name: string;
    type: string;
    nullable: boolean;
  }>(`select c.table_name as table, c.column_name as name, c.udt_name as type, c.is_nullable = 'YES' as nullable
      from information_schema.columns c where c.table_schema = 'public'`);
  const faults: string[] = [];
  for (const { tableName, columns: told } of dataSource.entityMetadatas)
    for (const { databaseName, type, isArray, isNullable } of told) {
      const where = `${tableName}.${databaseName}`;
      const column = columns.find(
        ({ table, name }) => table === tableName && name === databaseName,
      );
      const expected = `${isArray ? "_" : ""}${String(type) === "int" ? "int4" : String(type) === "boolean" ? "bool" : String(type)}`;
      if (!column) faults.push(`${where} is not there`);
      else {
        if (column.type !== expected)
          faults.push(`${where} is ${column.type}, not ${expected}`);
        if (column.nullable !== isNullable)
          faults.push(`${where} may ${column.nullable ? "" : "not "}be empty`);
      }
    }
  await dataSource.destroy();
  expect(faults).toEqual([]);
});

it("has an index that begins with the columns of every foreign key", async () => {
  const bare = await ask(`
    select k.conrelid::regclass::text as table, k.conname from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
      select from pg_index i where i.indrelid = k.conrelid and i.indpred is null
        and (i.indkey::int2[])[0:array_length(k.conkey, 1) - 1] @> k.conkey
        and (i.indkey::int2[])[0:array_length(k.conkey, 1) - 1] <@ k.conkey)`);
  expect(bare).toEqual([]);
});

/** Rows as they were left behind, past every guard. */
async function leave(...statements: string[]): Promise<void> {
  const admin = await connectTo(adminUrlOf(database.name));
  await admin.query("set session_replication_role = replica");
  for (const statement of statements) await admin.query(statement);
  await admin.end();
}

const downTo = (stamp: string) =>
  migrateDown(
    database,
    migrations,
    migrations.length -
      migrations.findIndex(({ name }) => name.includes(stamp)),
  );

it("comes up where sheets of older versions are of the same days, and where a network was closed before", async () => {
  const before = await shape();
  await downTo("20261130065000");
  const sheet = (id: number, of: string, status: string, drafted: string) =>
    `insert into settlement_sheet (centre_id, id, order_id, partner_id, from_on, to_on, revision, status, figures, drafted_at,
       hub_confirmed_at, partner_confirmed_at)
     select c, ('00000000-0000-4000-8000-00000000000' || ${String(id)})::uuid, c, c, from_on, to_on, 1, '${status}', '{}', '${drafted}',
       case '${status}' when 'CONFIRMED' then now() end, case '${status}' when 'CONFIRMED' then now() end
     from (select '00000000-0000-4000-8000-00000000000c'::uuid as c, ${of}) given(c, from_on, to_on)`;
  const [month, quarter] = [
    "date '2026-10-01', date '2026-10-31'",
    "date '2026-10-01', date '2026-12-31'",
  ];
  await leave(
    sheet(1, month, "OPEN", "2026-11-01"),
    sheet(2, quarter, "OPEN", "2027-01-01"),
    sheet(3, month.replaceAll("2026", "2027"), "CONFIRMED", "2027-11-01"),
    sheet(4, quarter.replaceAll("2026", "2027"), "OBJECTED", "2028-01-01")
      .replace(
        "hub_confirmed_at, partner_confirmed_at)",
        "hub_confirmed_at, partner_confirmed_at, objected_by, objection, objected_at)",
      )
      .replace(/then now\(\) end\n/, "then now() end, 'HUB', 'Nie.', now()\n"),
    // of two that both sides confirmed nobody but a person decides
    sheet(5, month.replaceAll("2026", "2028"), "CONFIRMED", "2028-11-01"),
    sheet(6, quarter.replaceAll("2026", "2028"), "CONFIRMED", "2029-01-01"),
  );
  await expect(migrateUp(database, migrations)).rejects.toThrow(
    "confirmed settlement sheets are of the same days",
  );
  await leave(
    `update settlement_sheet set status = 'REPLACED' where id::text like '%6'`,
  );
  await migrateUp(database, migrations);
  expect(
    await ask(
      `select right(id::text, 1) as id, status from settlement_sheet order by id`,
    ),
  ).toEqual([
    { id: "1", status: "REPLACED" },
    { id: "2", status: "OPEN" },
    { id: "3", status: "CONFIRMED" },
    { id: "4", status: "REPLACED" },
    { id: "5", status: "CONFIRMED" },
    { id: "6", status: "REPLACED" },
  ]);

  await leave(
    `insert into network (centre_id, id, kind, name, step, hub_partner_id, status, created_at, state_since, state_reason)
     select c, c, 'LOCAL', 'Sieć', 'LAUNCH', c, 'CLOSED', '2026-01-02', '2026-11-02', 'Spełniła swój cel'
     from (select '00000000-0000-4000-8000-00000000000c'::uuid as c) given`,
  );
  await downTo("20261130071000");
  await migrateUp(database, migrations);
  expect(
    await ask(`select status, state_since::text, state_reason from network`),
  ).toEqual([
    {
      status: "CLOSED",
      state_since: "2026-01-02",
      state_reason: "Powód nie jest znany",
    },
  ]);
  await leave("delete from settlement_sheet", "delete from network");
  expect(await shape()).toEqual(before);
});

it("keeps its shape in the order in which it was thought of", () => {
  const names = migrations.map((migration) => migration.name);
  const stamps = names.map((name) => Number(/\d+$/.exec(name)?.[0]));
  expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
  expect(new Set(names).size).toBe(names.length);
});
