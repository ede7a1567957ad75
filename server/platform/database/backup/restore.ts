// Puts a backup back: all of it in one transaction or nothing, each row counted, and the rules of the database asked again.
import pg from "pg";
import type { MigrationInterface } from "typeorm";

import type { DatabaseUrls } from "../connect.js";
import { DatabaseUnusable } from "../data-folder.js";
import { migrateUp } from "../migrate.js";
import { type BackupHead, jobs, type Part } from "./lines.js";
import { appliedIn, tablesOf } from "./take.js";

export interface Restoring {
  /** All that this version knows, in their order. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** The name of the database, typed by who wants its present rows gone. */
  readonly replaces: string | null;
  /** What holds after a restore and not before; run with the rows, in the same transaction. */
  readonly afterwards: readonly string[];
  onHead(head: BackupHead): void;
  onTable(name: string): void;
}

const nothing = "Nothing was restored.";

async function withOwner<Result>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  // an open transaction ends with its connection
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @throws DatabaseUnusable where somebody works there, or rows stand there that nobody gave up */
async function requireRoom(
  client: pg.Client,
  { migrations: wanted }: BackupHead,
  { replaces }: Restoring,
): Promise<void> {
  const { rows: others } = await client.query(
    `select from pg_stat_activity where datname = current_database() and application_name = 'splot'`,
  );
  if (others.length > 0)
    throw new DatabaseUnusable(
      `A running Splot works with this database. Stop it first. ${nothing}`,
    );
  const names = new Set(wanted.map(({ name }) => name));
  const applied = await appliedIn(client);
  if (applied.some(({ name }) => !names.has(name)))
    throw new DatabaseUnusable(
      `The database is newer than the backup. Restore into an empty one: it is brought up to date afterwards. ${nothing}`,
    );
  const isFull = await holdsRows(client);
  const { rows } = await client.query<{ name: string }>(
    "select current_database() as name",
  );
  const name = rows[0]?.name ?? "";
  if (isFull && replaces !== name)
    throw new DatabaseUnusable(
      `The database "${name}" holds data. Restore into an empty one, or give up what it holds with --replace ${name}. ${nothing}`,
    );
}

async function holdsRows(client: pg.Client): Promise<boolean> {
  await client.query("begin; select set_config('splot.kind', 'backup', true)");
  let isFull = false;
  for (const { name, isReadable } of await walled(client)) {
    // the door is not there yet: an older shape, which is not looked into
    if (!isReadable) isFull = true;
    const { rows } = await client.query(`select from "${name}" limit 1`);
    isFull ||= rows.length > 0;
  }
  await client.query("rollback");
  return isFull;
}

async function walled(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  );
  const names = new Set(rows.map(({ name }) => name));
  return (await tablesOf(client)).filter(({ name }) => names.has(name));
}

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Row by row nothing can refer to what comes later, so references are looked at when all rows are there. */
async function takeReferencesOff(client: pg.Client): Promise<Constraint[]> {
  const { rows } = await client.query<Constraint>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  );
  for (const { table, name } of rows)
    await client.query(`alter table ${table} drop constraint ${name}`);
  return rows;
}

const jobFromRow = `
  select graphile_worker.add_job(j->>'task', (j->'payload')::json, j->>'queue', (j->>'runAt')::timestamptz,
    (j->>'maxAttempts')::int, j->>'key', (j->>'priority')::int)
  from jsonb_array_elements($1::jsonb) j`;

async function load(
  client: pg.Client,
  parts: AsyncIterable<Part>,
  onTable: Restoring["onTable"],
): Promise<void> {
  const tables = new Map(
    (await tablesOf(client)).map(({ name, columns }) => [name, columns]),
  );
  const awaited = new Set([...tables.keys(), jobs]);
  let statement = "";
  for await (const part of parts) {
    if (part.kind === "table") {
      const columns = tables.get(part.name)?.join(", ");
      if (!awaited.delete(part.name))
        throw new DatabaseUnusable(
          `The backup has a table "${part.name}" that this Splot does not know. ${nothing}`,
        );
      onTable(part.name);
      statement = columns
        ? `insert into "${part.name}" (${columns}) overriding system value
           select ${columns} from jsonb_populate_recordset(null::"${part.name}", $1::jsonb)`
        : jobFromRow;
    }
    if (part.kind === "rows")
      await client.query(statement, [`[${part.rows.join(",")}]`]);
  }
  const [missing] = awaited;
  if (missing !== undefined)
    throw new DatabaseUnusable(
      `The backup lacks the table "${missing}". ${nothing}`,
    );
}

/** Numbers that a table counts by itself go on after the highest. */
const countOn = `
  do $$ declare counted record;
    begin
      for counted in
        select format('%I.%I', table_schema, table_name) as place, column_name as name,
          pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name) as sequence
        from information_schema.columns where table_schema = 'public'
      loop
        if counted.sequence is not null then
          execute format('select setval(%L, coalesce(max(%I), 0) + 1, false) from %s',
            counted.sequence, counted.name, counted.place);
        end if;
      end loop;
    end $$`;

async function putBack(
  client: pg.Client,
  parts: AsyncIterable<Part>,
  { afterwards, onTable }: Restoring,
): Promise<void> {
  await client.query("begin; set local lock_timeout = '10s'");
  const names = (await tablesOf(client)).map(({ name }) => `"${name}"`);
  const walls = (await walled(client)).map(({ name }) => `"${name}"`);
  const alterEach = async (tables: string[], change: string) => {
    for (const table of tables)
      await client.query(`alter table ${table} ${change}`);
  };
  await client.query(`truncate ${names.join(", ")}`);
  await client.query("delete from graphile_worker._private_jobs");
  const references = await takeReferencesOff(client);
  await alterEach(walls, "no force row level security");
  await alterEach(names, "disable trigger user");
  await load(client, parts, onTable);
  for (const statement of [countOn, ...afterwards])
    await client.query(statement);
  for (const { table, name, definition } of references)
    await client.query(
      `alter table ${table} add constraint ${name} ${definition}`,
    );
  await alterEach(names, "enable trigger user");
  await alterEach(walls, "force row level security");
  await client.query("commit");
}

export async function restoreBackup(
  urls: DatabaseUrls,
  parts: AsyncGenerator<Part, void, undefined>,
  restoring: Restoring,
): Promise<void> {
  // what was refused at its head is not read on
  try {
    await restoreParts(urls, parts, restoring);
  } finally {
    await parts.return();
  }
}

async function restoreParts(
  urls: DatabaseUrls,
  parts: AsyncGenerator<Part, void, undefined>,
  restoring: Restoring,
): Promise<void> {
  const first = await parts.next();
  if (first.done || first.value.kind !== "head")
    throw new DatabaseUnusable(`The backup has no head. ${nothing}`);
  const { head } = first.value;
  restoring.onHead(head);
  const { migrations } = restoring;
  const names = new Set(head.migrations.map(({ name }) => name));
  const asThen = migrations.filter((Migration) =>
    names.has(new Migration().name ?? ""),
  );
  if (asThen.length < names.size)
    throw new DatabaseUnusable(
      `The backup was made by a newer Splot. Take that version. ${nothing}`,
    );
  await withOwner(urls.ownerUrl, (client) =>
    requireRoom(client, head, restoring),
  );
  await migrateUp(urls, asThen);
  await withOwner(urls.ownerUrl, async (client) => {
    const now = new Map(
      (await appliedIn(client)).map(({ name, checksum }) => [name, checksum]),
    );
    if (
      head.migrations.some(({ name, checksum }) => now.get(name) !== checksum)
    )
      throw new DatabaseUnusable(
        `The backup was made by another Splot: a migration says something else there. ${nothing}`,
      );
    await putBack(client, parts, restoring);
  });
  await migrateUp(urls, [...migrations]);
}
