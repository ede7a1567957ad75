// Puts a backup back: all of it in one transaction or nothing, each row counted, and the rules of the database asked again.
import pg from "pg";
import type { MigrationInterface } from "typeorm";

import type { DatabaseUrls } from "../connect.js";
import { DatabaseUnusable } from "../data-folder.js";
import { migrateUp } from "../migrate.js";
import { type BackupHead, jobs, type Part } from "./lines.js";
import { appliedIn, tablesOf } from "./take.js";

/** A case whose key was destroyed: ids and a time, nothing of anybody. */
export interface ErasedCase {
  readonly centre: string;
  readonly case: string;
  readonly at: string;
}

export interface Restoring {
  /** All that this version knows, in their order. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** The name of the database, typed by who wants its present rows gone. */
  readonly replaces: string | null;
  /** What holds after a restore and not before; run with the rows, in the same transaction. */
  readonly afterwards: readonly string[];
  /** Who was erased since, as proofs that were kept apart tell it. */
  readonly erased: readonly ErasedCase[];
  /** How many were erased again. */
  onErased(count: number): void;
  /** How many bases and requests stand again as they stood in what was replaced. */
  onHeld(count: number): void;
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

const HOLD_AGAIN = "hold_again(jsonb, timestamptz)";
const ERASE_AGAIN = "erase_again(jsonb, timestamptz)";

/** An older shape does it otherwise or not at all: it is brought up to date first. */
const knows = async (client: pg.Client, verb: string) => {
  const { rows } = await client.query<{ is_there: boolean }>(
    "select to_regprocedure('public.' || $1) is not null as is_there",
    [verb],
  );
  return rows[0]?.is_there ?? false;
};

/** What is given up knows best who was erased up to now. */
async function erasedHere(client: pg.Client): Promise<ErasedCase[]> {
  if (!(await knows(client, ERASE_AGAIN))) return [];
  await client.query("begin; select set_config('splot.kind', 'backup', true)");
  const { rows } = await client.query<ErasedCase>(
    `select m.centre_id as centre, m.case_id as case, min(r.at) as at
     from protection_mark m join protection_run r on r.centre_id = m.centre_id and r.id = m.run_id
     where m.case_id is not null and m.after = 0 group by 1, 2`,
  );
  await client.query("rollback");
  return rows;
}

const NOTHING_LEFT: LeftHere = {
  ended: [],
  requests: [],
  breaches: [],
  steps: [],
};

/** Bases that ended, requests of residents and breaches, as rows: ids, times and what the officer wrote. */
interface LeftHere {
  readonly ended: unknown;
  readonly requests: unknown;
  readonly breaches: unknown;
  readonly steps: unknown;
}

/** What is given up knows best which basis was taken back, what was restricted or lifted, and which breach was found. */
async function leftHere(client: pg.Client): Promise<LeftHere> {
  if (!(await knows(client, HOLD_AGAIN))) return NOTHING_LEFT;
  await client.query("begin; select set_config('splot.kind', 'backup', true)");
  const { rows } = await client.query<LeftHere>(
    `select
       (select coalesce(jsonb_agg(jsonb_build_object('centre', b.centre_id, 'id', b.id, 'revoked_at', b.revoked_at,
          'ended_by', b.ended_by)), '[]') from disclosure_basis b where b.revoked_at is not null) as ended,
       (select coalesce(jsonb_agg(to_jsonb(q)), '[]') from resident_request q) as requests,
       (select coalesce(jsonb_agg(to_jsonb(b)), '[]') from breach b) as breaches,
       (select coalesce(jsonb_agg(to_jsonb(s)), '[]') from breach_step s) as steps`,
  );
  await client.query("rollback");
  return rows[0] ?? NOTHING_LEFT;
}

/** Before anybody reads: what ended since is not held out to anybody again. */
async function holdAgain(client: pg.Client, left: LeftHere): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    "select hold_again($1::jsonb, now()) as count",
    [JSON.stringify(left)],
  );
  return rows[0]?.count ?? 0;
}

/** By the rules, after all walls stand again; once is enough, and once more does nothing. */
async function eraseAgain(
  client: pg.Client,
  erased: readonly ErasedCase[],
): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    "select erase_again($1::jsonb, now()) as count",
    [JSON.stringify(erased)],
  );
  return rows[0]?.count ?? 0;
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

/** What was done since the backup, and is not to be undone by it. */
interface Since {
  readonly erased: readonly ErasedCase[];
  readonly left: LeftHere;
}

async function doAgain(
  client: pg.Client,
  { onErased, onHeld }: Restoring,
  { erased, left }: Since,
): Promise<void> {
  onHeld(await holdAgain(client, left));
  onErased(await eraseAgain(client, erased));
}

/** @returns whether what was done since is done again; a backup of an older shape waits for the new one */
async function putBack(
  client: pg.Client,
  parts: AsyncIterable<Part>,
  restoring: Restoring,
  since: Since,
): Promise<boolean> {
  const { afterwards, onTable } = restoring;
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
  // nobody comes back who was erased since, nothing is seen that was taken back: in the same commit, so that there is
  // no moment of it
  const isDone = await knows(client, HOLD_AGAIN);
  if (isDone) await doAgain(client, restoring, since);
  await client.query("commit");
  return isDone;
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
  const since = await withOwner(urls.ownerUrl, async (client) => {
    await requireRoom(client, head, restoring);
    return {
      erased: [...restoring.erased, ...(await erasedHere(client))],
      left: await leftHere(client),
    };
  });
  await migrateUp(urls, asThen);
  const isDone = await withOwner(urls.ownerUrl, async (client) => {
    const now = new Map(
      (await appliedIn(client)).map(({ name, checksum }) => [name, checksum]),
    );
    if (
      head.migrations.some(({ name, checksum }) => now.get(name) !== checksum)
    )
      throw new DatabaseUnusable(
        `The backup was made by another Splot: a migration says something else there. ${nothing}`,
      );
    return putBack(client, parts, restoring, since);
  });
  await migrateUp(urls, [...migrations]);
  if (!isDone)
    await withOwner(urls.ownerUrl, async (client) => {
      await client.query("begin");
      await doAgain(client, restoring, since);
      await client.query("commit");
    });
}
