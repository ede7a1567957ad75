// A paper as an accessible PDF (PDF/UA): tagged, in its language, with its own letters; decision 0032.
import { createRequire } from "node:module";
import { buffer } from "node:stream/consumers";

import type PDFKit from "pdfkit";

import type { Block, Paper } from "./paper.js";

const require = createRequire(import.meta.url);
const PLAIN =
  require.resolve("@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf");
const BOLD =
  require.resolve("@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf");

const MARGINS = { top: 72, bottom: 72, left: 64, right: 64 };
const LINE = "#767676";
const SIZE = 11;
const PADDING = 5;
/** The declared options do not know of it yet. */
const CONFORMANCE: object = { subset: "PDF/UA" };

type Document = InstanceType<typeof PDFKit>;
type Element = ReturnType<Document["struct"]>;

export async function printPaper(paper: Paper, at: Date): Promise<Buffer> {
  // it unpacks its tables of letters as it loads, a tenth of what a start takes
  const { default: PDFDocument } = await import("pdfkit");
  const document = new PDFDocument({
    size: "A4",
    margins: MARGINS,
    pdfVersion: "1.7",
    ...CONFORMANCE,
    tagged: true,
    displayTitle: true,
    lang: paper.language,
    bufferPages: true,
    font: PLAIN,
    info: {
      // the library writes it into XML as it is
      Title: paper.title
        .replaceAll("&", paper.language === "pl" ? "i" : "and")
        .replaceAll(/[<>]/g, ""),
      Creator: "Splot",
      Producer: "Splot",
      CreationDate: at,
    },
  });
  const printed = buffer(document);
  document.registerFont("plain", PLAIN).registerFont("bold", BOLD);
  const root = document.struct("Document");
  document.addStructure(root);
  writeHeading(document, root, "H1", paper.heading);
  for (const block of paper.opening) writeBlock(document, root, block);
  paper.sections.forEach(({ title, blocks }, before) => {
    const number = paper.hasParagraphs ? `§ ${String(before + 1)}. ` : "";
    writeHeading(document, root, "H2", `${number}${title}`);
    for (const block of blocks) writeBlock(document, root, block);
  });
  root.end();
  writeEdges(document, paper);
  document.end();
  return await printed;
}

function write(
  document: Document,
  parent: Element,
  tag: string,
  draw: () => void,
): void {
  const element = document.struct(tag, {}, draw);
  parent.add(element);
  element.end();
}

const bottomOf = (document: Document) => document.page.height - MARGINS.bottom;

function writeHeading(
  document: Document,
  parent: Element,
  tag: "H1" | "H2",
  title: string,
): void {
  const isFirst = tag === "H1";
  document.font("bold").fontSize(isFirst ? 18 : 13);
  // a heading does not stay alone at the end of a page
  if (document.y + (isFirst ? 0 : 80) > bottomOf(document)) document.addPage();
  if (!isFirst) document.moveDown(0.6);
  write(document, parent, tag, () => document.text(title));
  document.outline.addItem(title);
  document.moveDown(0.4).font("plain").fontSize(SIZE);
}

function writeBlock(document: Document, parent: Element, block: Block): void {
  switch (block.is) {
    case "text":
      write(document, parent, "P", () =>
        document.text(block.text, { lineGap: 2 }),
      );
      break;
    case "list":
      writeList(document, parent, block.points);
      break;
    case "table":
      writeTable(document, parent, block);
  }
  document.moveDown(0.5);
}

function writeList(
  document: Document,
  parent: Element,
  points: readonly string[],
): void {
  const whole = document.struct("L");
  parent.add(whole);
  for (const point of points) {
    const one = document.struct("LI");
    whole.add(one);
    if (document.y + 2 * SIZE > bottomOf(document)) document.addPage();
    const { y } = document;
    write(document, one, "Lbl", () =>
      document.text("•", MARGINS.left, y, { lineBreak: false }),
    );
    write(document, one, "LBody", () =>
      document.text(point, MARGINS.left + 14, y, { lineGap: 2 }),
    );
    one.end();
    document.x = MARGINS.left;
    document.moveDown(0.2);
  }
  whole.end();
}

function writeTable(
  document: Document,
  parent: Element,
  { head, rows, widths }: Extract<Block, { is: "table" }>,
): void {
  const whole = document.struct("Table");
  parent.add(whole);
  const width = document.page.width - MARGINS.left - MARGINS.right;
  const parts = widths.reduce((sum, part) => sum + part, 0);
  const columns = widths.map((part) => (width * part) / parts);
  const writeRow = (cells: readonly string[], isHead: boolean) => {
    const fontOf = (column: number) =>
      document.font(isHead || column === 0 ? "bold" : "plain");
    const inside = (column: number) => (columns[column] ?? 0) - 2 * PADDING;
    const height =
      2 * PADDING +
      Math.max(
        ...cells.map((cell, column) =>
          fontOf(column).heightOfString(cell, { width: inside(column) }),
        ),
      );
    if (document.y + height > bottomOf(document)) document.addPage();
    const top = document.y;
    const line = document.struct("TR");
    whole.add(line);
    let left = MARGINS.left;
    cells.forEach((cell, column) => {
      // the declared options do not know of a scope yet
      const heads = { title: cell, scope: isHead ? "Column" : "Row" };
      const draw = () =>
        fontOf(column).text(cell, left + PADDING, top + PADDING, {
          width: inside(column),
        });
      const element =
        isHead || column === 0
          ? document.struct("TH", heads, draw)
          : document.struct("TD", {}, draw);
      line.add(element);
      element.end();
      left += columns[column] ?? 0;
    });
    line.end();
    drawLines(document, columns, top, height);
    document.x = MARGINS.left;
    document.y = top + height;
  };
  writeRow(head, true);
  for (const row of rows) writeRow(row, false);
  whole.end();
  document.font("plain");
}

/** They say nothing: who has the paper read aloud does not hear of them. */
function drawLines(
  document: Document,
  columns: readonly number[],
  top: number,
  height: number,
): void {
  document.markContent("Artifact", { type: "Layout" });
  // each page begins with black ones
  document.lineWidth(0.5).strokeColor(LINE);
  let left = MARGINS.left;
  for (const width of columns) {
    document.rect(left, top, width, height).stroke();
    left += width;
  }
  document.endMarkedContent();
}

/** Head and foot of each page, once it is known how many there are. */
function writeEdges(
  document: Document,
  { mark, footer, language }: Paper,
): void {
  const [word, of] = language === "pl" ? ["strona", "z"] : ["page", "of"];
  const { start, count } = document.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    document.switchToPage(at);
    const { page } = document;
    // below the margin a text would open a new page
    page.margins.bottom = 0;
    document.markContent("Artifact", { type: "Pagination" });
    document.font("plain").fontSize(9);
    document.text(footer, MARGINS.left, page.height - 48, { lineBreak: false });
    document.text(
      `${word} ${String(at + 1)} ${of} ${String(count)}`,
      MARGINS.left,
      page.height - 48,
      { width: page.width - MARGINS.left - MARGINS.right, align: "right" },
    );
    if (mark) document.font("bold").text(mark.toUpperCase(), MARGINS.left, 40);
    document.endMarkedContent();
  }
}
