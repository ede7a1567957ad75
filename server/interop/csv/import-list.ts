// A whole list, row by row and in one transaction: what is not refused comes together or not at all.
import type { Work } from "../../events/index.js";
import type { Effect } from "./import-row.js";
import { importOrganisation, importService } from "./import-row.js";
import { Known } from "./known.js";
import type { Mapping } from "./mapping.js";
import { columnsOf, MappingUnusable } from "./mapping.js";
import { linesOf } from "./read-lines.js";
import type { Row } from "./read-row.js";
import {
  readOrganisation,
  readService,
  RowRefused,
  tidied,
} from "./read-row.js";
import { sheetLines } from "./sheet-lines.js";

export interface Tally {
  added: number;
  changed: number;
  unchanged: number;
  refused: {
    line: number;
    /** Of several. */
    file?: string;
    reason: string;
  }[];
  /** Lines of services whose total the list does not say. */
  withoutTotal: number[];
  /** Lines of services that keep the total somebody vouched for. */
  keptTotal: number[];
}

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
  const checkHeader = (header: readonly string[]) => {
    const missing = columnsOf(mapping).find((name) => !header.includes(name));
    if (missing)
      throw new MappingUnusable(`The list has no column "${missing}".`);
  };
  const lines = /\.xlsx$/i.test(file)
    ? sheetLines(file, checkHeader)
    : linesOf(file, { delimiter: mapping.delimiter, checkHeader });
  for await (const { record, info } of lines) {
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
