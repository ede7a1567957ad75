// Takes a backup: one snapshot of every table and every job, read by the owner's own door while everybody works on.
import pg from "pg";

import { DatabaseUnusable } from "../data-folder.js";
import { sharingMigrations } from "../migrate.js";
import { type AppliedMigration, jobs, type Part } from "./lines.js";

/** How many rows are read at once, and how many characters of the files in them make it enough sooner. */
const batch = { rows: 500, characters: 64_000_000 };

/** What stands in the queue, in the words in which it is given to a queue again. */
const jobRows = `
  select jsonb_build_object('task', t.identifier, 'payload', j.payload, 'queue', q.queue_name, 'runAt', j.run_at,
    'maxAttempts', j.max_attempts, 'key', j.key, 'priority', j.priority) ::text as row
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id`;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isReadable: boolean;
  /** Those of its columns that hold bytes, which may be a file. */
  readonly bytes: readonly string[];
}

/** Tables of the product, without what is computed and without the list of migrations. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name,
      (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      not c.relforcerowsecurity
        or exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'back_up') as "isReadable",
      array(select quote_ident(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.atttypid = 'bytea'::regtype and not a.attisdropped) as bytes
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'migration'
    order by 1`);
  return rows;
}

export async function appliedIn(
  client: pg.Client,
): Promise<AppliedMigration[]> {
  const { rows: found } = await client.query(
    `select from information_schema.columns
     where table_schema = 'public' and table_name = 'migration' and column_name = 'checksum'`,
  );
  if (found.length === 0) return [];
  const { rows } = await client.query<AppliedMigration>(
    `select name, checksum from migration order by id`,
  );
  return rows;
}

async function* rowsOf(
  client: pg.Client,
  statement: string,
  atOnce = batch.rows,
): AsyncGenerator<Part, void, undefined> {
  await client.query(`declare rows no scroll cursor for ${statement}`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(
      `fetch ${atOnce} from rows`,
    );
    if (rows.length === 0) break;
    yield { kind: "rows", rows: rows.map(({ row }) => row) };
  }
  await client.query("close rows");
}

/** How many of its rows there is room for at once; a byte is two characters of text. */
async function roomFor(
  client: pg.Client,
  { name, bytes }: Table,
): Promise<number> {
  if (bytes.length === 0) return batch.rows;
  const size = bytes.map((column) => `coalesce(octet_length(${column}), 0)`);
  const { rows } = await client.query<{ largest: number }>(
    `select coalesce(max(${size.join(" + ")}), 0) as largest from "${name}"`,
  );
  const largest = 2 * (rows[0]?.largest ?? 0) + 1;
  return Math.max(
    1,
    Math.min(batch.rows, Math.floor(batch.characters / largest)),
  );
}

export interface Told {
  /** Of the secret key, as `Keys` tells it. */
  readonly key: string;
  readonly now: Date;
  onTable(name: string): void;
}

export async function* takeBackup(
  ownerUrl: string,
  { key, now, onTable }: Told,
): AsyncGenerator<Part, void, undefined> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await sharingMigrations(client);
    await client.query(
      `begin isolation level repeatable read, read only;
       select set_config('splot.kind', 'backup', true)`,
    );
    const migrations = await appliedIn(client);
    const tables = await tablesOf(client);
    const closed = tables.filter(({ isReadable }) => !isReadable);
    if (migrations.length === 0 || closed.length > 0)
      throw new DatabaseUnusable(
        "The database has not the shape of this Splot yet. Run `npm run migrate`, then back up.",
      );
    yield {
      kind: "head",
      head: {
        format: "splot-backup-1",
        madeAt: now.toISOString(),
        migrations,
        key,
      },
    };
    for (const table of tables) {
      const { name, columns } = table;
      onTable(name);
      yield { kind: "table", name };
      yield* rowsOf(
        client,
        `select to_jsonb(r)::text as row from (select ${columns.join(", ")} from "${name}") r`,
        await roomFor(client, table),
      );
    }
    onTable(jobs);
    yield { kind: "table", name: jobs };
    yield* rowsOf(client, jobRows);
  } finally {
    // ends the snapshot with it
    await client.end();
  }
}
