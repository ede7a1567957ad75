// A whole list, row by row and in one transaction: what is not refused comes together or not at all.
import { createReadStream, existsSync } from "node:fs";

import type { Options } from "csv-parse";
import { CsvError, parse } from "csv-parse";

import type { Work } from "../../events/index.js";
import type { Effect } from "./import-row.js";
import { importOrganisation, importService, Known } from "./import-row.js";
import type { Mapping } from "./mapping.js";
import { columnsOf, MappingUnusable } from "./mapping.js";
import type { Row } from "./read-row.js";
import {
  readOrganisation,
  readService,
  RowRefused,
  tidied,
} from "./read-row.js";

export interface Tally {
  added: number;
  changed: number;
  unchanged: number;
  refused: { line: number; reason: string }[];
  /** Lines of services whose total the list does not say. */
  withoutTotal: number[];
  /** Lines of services that keep the total somebody vouched for. */
  keptTotal: number[];
}

interface Line {
  record: Row;
  info: { lines: number };
}

/** The file cannot be read as the mapping says; the sentence is for the operator. */
export class ListUnusable extends Error {}

export async function importList(
  work: Work,
  mapping: Mapping,
  file: string,
  progress: (rows: number) => void,
): Promise<Tally> {
  const tally: Tally = {
    added: 0,
    changed: 0,
    unchanged: 0,
    refused: [],
    withoutTotal: [],
    keptTotal: [],
  };
  const known = await Known.of(work);
  const seen = new Map<string, number>();
  let rows = 0;
  for await (const { record, info } of linesOf(mapping, file)) {
    rows += 1;
    if (rows % 100 === 0) progress(rows);
    try {
      const row = tidied(mapping, record);
      const key = keyOf(mapping, row);
      const earlier = seen.get(key);
      if (earlier !== undefined)
        throw new RowRefused(`the same as line ${String(earlier)}`);
      seen.set(key, info.lines);
      tally[
        await importRow(work, known, mapping, {
          row,
          key,
          line: info.lines,
          tally,
        })
      ] += 1;
    } catch (failure) {
      if (!(failure instanceof RowRefused)) throw failure;
      tally.refused.push({ line: info.lines, reason: failure.message });
    }
  }
  return tally;
}

async function importRow(
  work: Work,
  known: Known,
  mapping: Mapping,
  {
    row,
    key,
    line,
    tally,
  }: { row: Row; key: string; line: number; tally: Tally },
): Promise<Effect> {
  // both are read before anything is written
  const organisation = readOrganisation(mapping, row);
  const read = mapping.kind === "services" ? readService(mapping, row) : null;
  const { partner, effect } = await importOrganisation(
    work,
    known,
    key,
    organisation,
  );
  if (!read) return effect;
  if (read.total === null) tally.withoutTotal.push(line);
  const service = await importService(work, known, key, partner, read);
  if (service.keepsTotal) tally.keptTotal.push(line);
  if (service.effect !== "unchanged") return service.effect;
  return effect === "unchanged" ? "unchanged" : "changed";
}

function keyOf(mapping: Mapping, row: Row): string {
  const parts = mapping.key.map((column) => (row[column] ?? "").toLowerCase());
  return `${mapping.list}:${parts.join("|")}`;
}

async function* linesOf(mapping: Mapping, file: string): AsyncGenerator<Line> {
  if (!existsSync(file)) throw new ListUnusable(`There is no file ${file}.`);
  const options: Options = {
    bom: true,
    delimiter: mapping.delimiter,
    info: true,
    skip_empty_lines: true,
    columns(header: string[]) {
      const missing = columnsOf(mapping).find((name) => !header.includes(name));
      if (missing)
        throw new MappingUnusable(`The list has no column "${missing}".`);
      return header;
    },
  };
  const stream = createReadStream(file);
  const parser = stream.pipe(parse(options));
  stream.on("error", (error) => parser.destroy(error));
  try {
    // what columns and info make of a record, which the parser's types do not say
    // oxlint-disable-next-line typescript/consistent-type-assertions
    for await (const line of parser as AsyncIterable<Line>) yield line;
  } catch (cause) {
    if (cause instanceof CsvError)
      throw new ListUnusable(`${file}: ${cause.message}`, { cause });
    throw cause;
  } finally {
    stream.destroy();
  }
}
