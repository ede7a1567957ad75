// The lines of the first sheet of an XLSX workbook, row after row; a formula is never reckoned, what it last came to is read.
import { StringDecoder } from "node:string_decoder";

import { Archive } from "./archive.js";
import { type Line, ListUnusable } from "./read-lines.js";

/** All texts of a workbook stand in one table, which is needed as a whole. */
const LARGEST_TEXTS = 50_000_000;
const LONGEST_TAG = 100_000;
const LONGEST_CELL = 32_767;
const MOST_COLUMNS = 500;

/** A tag, or the text between two. */
type Piece =
  | { readonly tag: string; readonly isEnd: boolean; readonly rest: string }
  | { readonly text: string };

/** @throws ListUnusable where it brings a document type, which could make much of little */
async function* piecesOf(
  file: string,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Piece> {
  const decoder = new StringDecoder("utf8");
  let left = "";
  for await (const chunk of chunks) {
    left += decoder.write(chunk);
    let at = 0;
    for (;;) {
      const open = left.indexOf("<", at);
      if (open < 0) break;
      const close = left.indexOf(">", open);
      if (close < 0) break;
      if (open > at) yield { text: unescaped(left.slice(at, open)) };
      yield pieceOf(file, left.slice(open + 1, close));
      at = close + 1;
    }
    left = left.slice(at);
    if (left.length > LONGEST_TAG)
      throw new ListUnusable(`${file} is no workbook: a tag of it has no end.`);
  }
}

function pieceOf(file: string, inside: string): Piece {
  if (inside.startsWith("!DOCTYPE") || inside.startsWith("!ENTITY"))
    throw new ListUnusable(`${file} brings a document type of its own.`);
  const [, slash, tag = "", rest = ""] =
    /^(\/?)(?:\w+:)?(\w+)?([^]*)$/.exec(inside) ?? [];
  return { tag, isEnd: slash === "/", rest };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}

async function textsOf(archive: Archive, file: string): Promise<string[]> {
  const name = "xl/sharedStrings.xml";
  const texts: string[] = [];
  if (!archive.has(name)) return texts;
  let size = 0;
  let text = "";
  let isText = false;
  for await (const piece of piecesOf(file, archive.read(name))) {
    if ("text" in piece) {
      if (!isText) continue;
      size += piece.text.length;
      if (size > LARGEST_TEXTS)
        throw new ListUnusable(
          `${file} has more than ${String(LARGEST_TEXTS / 1_000_000)} million characters of text. Save it as CSV UTF-8.`,
        );
      text += piece.text;
    } else if (piece.tag === "t") isText = !piece.isEnd && !isClosed(piece);
    else if (piece.tag === "si" && (piece.isEnd || isClosed(piece))) {
      texts.push(text);
      text = "";
    }
  }
  return texts;
}

const isClosed = ({ rest }: { rest: string }) => rest.endsWith("/");

/** A to 0, AA to 26. */
function columnIn(rest: string): number | null {
  const [, letters] = / r="([A-Z]{1,3})\d+"/.exec(rest) ?? [];
  if (!letters) return null;
  let column = 0;
  for (let at = 0; at < letters.length; at += 1)
    column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

/** Each row as its cells, those left out as empty ones. */
async function* cellsOf(
  archive: Archive,
  file: string,
  sheet: string,
): AsyncGenerator<{ line: number; cells: string[] }> {
  const texts = await textsOf(archive, file);
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let isShared = false;
  let isFault = false;
  let isValue = false;
  let value = "";
  for await (const piece of piecesOf(file, archive.read(sheet))) {
    if ("text" in piece) {
      if (isValue) value += piece.text;
      if (value.length > LONGEST_CELL)
        throw new ListUnusable(
          `${file}: a cell of row ${String(line)} has too much text.`,
        );
      continue;
    }
    const { tag, isEnd, rest } = piece;
    if (tag === "row" && !isEnd) {
      line = Number(/ r="(\d{1,8})"/.exec(rest)?.[1] ?? line + 1);
      cells = [];
      column = -1;
    } else if (tag === "c" && !isEnd) {
      column = columnIn(rest) ?? column + 1;
      isShared = / t="s"/.test(rest);
      // a formula that came to nothing, e.g. #N/A
      isFault = / t="e"/.test(rest);
      value = "";
      if (column >= MOST_COLUMNS)
        throw new ListUnusable(
          `${file} has more than ${String(MOST_COLUMNS)} columns.`,
        );
    } else if (tag === "v" || tag === "t") {
      isValue = !isEnd && !isClosed(piece);
    } else if (tag === "c" && isEnd) {
      while (cells.length < column) cells.push("");
      if (isFault) value = "";
      cells[column] = isShared ? (texts[Number(value)] ?? "") : value;
      value = "";
    } else if (tag === "row" && isEnd) yield { line, cells };
  }
}

function firstSheet(archive: Archive, file: string): string {
  const [first] = archive
    .names()
    .flatMap((name) => {
      const [, number] = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name) ?? [];
      return number ? [{ name, number: Number(number) }] : [];
    })
    .sort((one, other) => one.number - other.number);
  if (first) return first.name;
  throw new ListUnusable(`${file} is no workbook: there is no sheet in it.`);
}

/** The first row that is not empty names the columns. */
export async function* sheetLines(
  file: string,
  checkHeader: (header: readonly string[]) => void,
): AsyncGenerator<Line> {
  const archive = await Archive.open(file);
  let header: string[] | null = null;
  for await (const { line, cells } of cellsOf(
    archive,
    file,
    firstSheet(archive, file),
  )) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (header === null) {
      header = cells.map((cell) => cell.trim());
      checkHeader(header);
      continue;
    }
    yield {
      record: Object.fromEntries(
        header.map((name, at) => [name, cells[at] ?? ""]),
      ),
      info: { lines: line },
    };
  }
  if (header === null) throw new ListUnusable(`${file} is empty.`);
}
