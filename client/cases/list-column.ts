// A pasted list or a CSV file as rows, and the one column of it that is sent.

const separators = [";", "\t", ","];

/** Split where the first line is split most; what stands in quotes is whole. */
export function rowsOf(text: string): string[][] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const [first = ""] = lines;
  const counted = separators.map((separator) => first.split(separator).length);
  const most = Math.max(...counted);
  const separator = most > 1 ? separators[counted.indexOf(most)] : undefined;
  return lines.map((line) =>
    separator === undefined ? [line.trim()] : cellsOf(line, separator),
  );
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
  rows: readonly (readonly string[])[],
  column: number,
  hasHead: boolean,
): string[] {
  const cells = rows.slice(hasHead ? 1 : 0).map((row) => row[column] ?? "");
  return [...new Set(cells.filter((cell) => cell !== ""))];
}
