// A file that the page hands over; of a table the cells are quoted, and none is read as a formula.

export function keepFile(
  parts: readonly string[],
  name: string,
  type = "text/csv",
): void {
  // the mark tells spreadsheets that this is UTF-8
  keepBytes(new Blob(["\uFEFF", ...parts], { type }), name);
}

export function keepBytes(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

type Cell = string | number | null;

export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: Cell): string {
  const text = String(value ?? "");
  // a spreadsheet would reckon with it
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
