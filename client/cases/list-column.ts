// A pasted list or a CSV file as rows, and the one column of it that is sent.

const separators = [";", "\t", ","];

/** A line for each, split where the first one is split most; what stands in quotes is whole. */
export function rowsOf(text: string): string[][] {
  const lines = text.split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const counted = separators.map((separator) => first.split(separator).length);
  const most = Math.max(...counted);
  const separator = most > 1 ? separators[counted.indexOf(most)] : undefined;
  return lines.map((line) =>
    separator === undefined ? [line.trim()] : cellsOf(line, separator),
  );
}

type Rows = readonly (readonly string[])[];

export function isWritten(row: readonly string[]): boolean {
  return row.some((cell) => cell !== "");
}

function cellsOf(line: string, separator: string): string[] {
  const cells = [""];
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) cells.push("");
    else cells[cells.length - 1] += sign;
  }
  return cells.map((cell) => cell.trim());
}

/** Each number once, without the heading. */
export function columnIn(
  rows: Rows,
  column: number,
  hasHead: boolean,
): string[] {
  const cells = rows
    .slice(hasHead ? headOf(rows) + 1 : 0)
    .map((row) => row[column] ?? "");
  return [...new Set(cells.filter((cell) => cell !== ""))];
}

/** In which line of the text a number stands, counted from 1. */
export function lineOf(
  rows: Rows,
  column: number,
  hasHead: boolean,
  number: string,
): number {
  const head = hasHead ? headOf(rows) : -1;
  return rows.findIndex((row, at) => at > head && row[column] === number) + 1;
}

function headOf(rows: Rows): number {
  return rows.findIndex(isWritten);
}
