// ZIP archives and workbooks as tests need them, sound or not.
import { writeFileSync } from "node:fs";
import { crc32, deflateRawSync } from "node:zlib";

const NAME_AT = 46;

export function writeZip(
  file: string,
  entries: Readonly<Record<string, string | Buffer>>,
  { flags = 0 }: { flags?: number } = {},
): void {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const whole = Buffer.from(content);
    const packed = deflateRawSync(whole);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const central = Buffer.alloc(NAME_AT);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(crc32(whole), 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(whole.length, 24);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += local.length + Buffer.byteLength(name) + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  writeFileSync(file, Buffer.concat([...bodies, central, end]));
}

/** A cell as a workbook writes it: its text, or the XML of it. */
type Cell = string | { readonly xml: string };

/** A workbook of one sheet, its texts in the one table as spreadsheets write them. */
export function writeWorkbook(
  file: string,
  rows: readonly (readonly Cell[])[],
  more: Readonly<Record<string, string>> = {},
): void {
  const texts: string[] = [];
  const letters = (at: number) => String.fromCharCode(65 + at);
  const sheet = rows.map((cells, row) => {
    const written = cells.map((cell, at) => {
      const place = `${letters(at)}${String(row + 1)}`;
      if (typeof cell !== "string") return cell.xml.replace("@", place);
      if (cell === "") return "";
      return `<c r="${place}" t="s"><v>${String(texts.push(cell) - 1)}</v></c>`;
    });
    return `<row r="${String(row + 1)}">${written.join("")}</row>`;
  });
  const escaped = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  writeZip(file, {
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet><sheetData>${sheet.join("")}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `<sst>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
    ...more,
  });
}
