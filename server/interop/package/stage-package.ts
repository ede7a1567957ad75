// The tables of a package as rows of the database, for this one transaction: however long they are, little of them is in memory.
import { existsSync } from "node:fs";
import { join } from "node:path";

import type { Work } from "../../events/index.js";
import { Archive } from "../csv/archive.js";
import { type Line, linesOf, ListUnusable } from "../csv/read-lines.js";
import { type StagedRow, stagedRow, TABLES } from "./package-tables.js";

const BATCH = 500;

/** Where the tables are: a folder, or an archive with one in it. */
interface Tables {
  has(name: string): boolean;
  lines(name: string): AsyncGenerator<Line>;
}

async function tablesAt(path: string): Promise<Tables> {
  if (/\.zip$/i.test(path)) {
    const archive = await Archive.open(path);
    const inside = (name: string) =>
      archive
        .names()
        .find((one) => one === `${name}.csv` || one.endsWith(`/${name}.csv`));
    return {
      has: (name) => inside(name) !== undefined,
      lines: (name) => {
        const entry = inside(name) ?? name;
        return linesOf(entry, { chunks: archive.read(entry) });
      },
    };
  }
  const file = (name: string) => join(path, `${name}.csv`);
  return {
    has: (name) => existsSync(file(name)),
    lines: (name) => linesOf(file(name)),
  };
}

export async function stagePackage(work: Work, path: string): Promise<void> {
  const tables = await tablesAt(path);
  for (const needed of ["organization", "service"])
    if (!tables.has(needed))
      throw new ListUnusable(`The package has no ${needed}.csv.`);
  await work.rows(
    `create temporary table package_row (
       file text not null, id uuid not null, parent uuid, content jsonb not null, line integer not null) on commit drop`,
  );
  for (const [name, table] of Object.entries(TABLES)) {
    if (!tables.has(name)) continue;
    let batch: (StagedRow & { line: number })[] = [];
    for await (const { record, info } of tables.lines(name)) {
      const row = stagedRow(table, record);
      if (!row) continue;
      batch.push({ ...row, line: info.lines });
      if (batch.length < BATCH) continue;
      await insertRows(work, name, batch);
      batch = [];
    }
    await insertRows(work, name, batch);
  }
  // the same id twice in one table: the first stays
  await work.rows(
    `create index on package_row (file, id); create index on package_row (file, parent);
     delete from package_row a using package_row b
       where a.file = b.file and a.id = b.id and a.ctid > b.ctid;
     analyze package_row`,
  );
}

async function insertRows(
  work: Work,
  file: string,
  rows: readonly (StagedRow & { line: number })[],
): Promise<void> {
  if (rows.length === 0) return;
  await work.rows(
    `insert into package_row (file, id, parent, content, line)
     select $1, r.id, r.parent, r.content, r.line
     from jsonb_to_recordset($2::jsonb) as r(id uuid, parent uuid, content jsonb, line integer)`,
    [file, JSON.stringify(rows)],
  );
}
