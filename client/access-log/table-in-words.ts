// The table of the log as her spreadsheet shows it: heads and codes in the words of the screen; hashes, numbers and times as they are.

/** Rows of cells; a cell in quotes may hold commas and line breaks. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  for (const [, quoted, plain = "", end = ""] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ",") continue;
    if (cells.length > 1) rows.push(cells);
    cells = [];
    if (end === "") break;
  }
  return rows;
}

/** @param wordOf what stands in a column, in words; by the row as it came, since a field is named by its noun */
export function tableInWords(
  pages: readonly string[],
  headOf: (column: string) => string,
  wordOf: (column: string, code: string, row: Map<string, string>) => string,
): string[][] {
  const [head = [], ...rows] = pages.flatMap(rowsOf);
  return [
    head.map(headOf),
    ...rows.map((cells) => {
      const row = new Map(
        head.map((column, nth) => [column, cells[nth] ?? ""]),
      );
      return head.map((column, nth) => wordOf(column, cells[nth] ?? "", row));
    }),
  ];
}
