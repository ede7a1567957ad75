// Reads a PDF back as a reader does: its objects, its pages in letters, and the roles of its parts.
import { inflateSync } from "node:zlib";

export interface ReadPdf {
  /** Text of each page. */
  pages: string[];
  /** Dictionaries of all objects. */
  objects: string[];
  /** How often each role stands in the tree of the structure. */
  roles: Record<string, number>;
}

interface Part {
  told: string;
  stream: string;
}

export function readPdf(content: Buffer): ReadPdf {
  const parts = partsOf(content);
  const objects = [...parts.values()].map(({ told }) => told);
  const roles: Record<string, number> = {};
  for (const told of objects) {
    const role = /\/S \/([A-Z]\w*)/.exec(told)?.[1];
    if (role && told.includes("/P ")) roles[role] = (roles[role] ?? 0) + 1;
  }
  const pages = [...parts.values()]
    .filter(({ told }) => /\/Type \/Page\s/.test(told))
    .map((page) => textOf(page, parts));
  return { pages, objects, roles };
}

function partsOf(content: Buffer): Map<string, Part> {
  const all = content.toString("latin1");
  const found = all.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map(
    [...found].map(([, id = "", body = ""]) => {
      const [told = "", bytes] = body.split(/\nstream\r?\n/);
      const packed = bytes?.replace(/\nendstream$/, "") ?? "";
      const stream = told.includes("/FlateDecode")
        ? inflateSync(Buffer.from(packed, "latin1")).toString("latin1")
        : packed;
      return [id, { told, stream }];
    }),
  );
}

function follow(parts: Map<string, Part>, told: string, name: string): Part {
  const id = new RegExp(`/${name} (\\d+) 0 R`).exec(told)?.[1] ?? "";
  const part = parts.get(id);
  if (!part) throw new Error(`${name} leads nowhere in ${told}`);
  return part;
}

function textOf(page: Part, parts: Map<string, Part>): string {
  const { stream } = follow(parts, page.told, "Contents");
  const resources = follow(parts, page.told, "Resources").told;
  let letters = new Map<string, string>();
  let said = "";
  for (const [token, font, shown] of stream.matchAll(
    /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|ET/g,
  )) {
    if (font)
      letters = lettersOf(
        follow(parts, follow(parts, resources, font).told, "ToUnicode").stream,
      );
    else if (shown !== undefined)
      for (const [, glyphs = ""] of shown.matchAll(/<([0-9a-f]+)>/g))
        for (const glyph of glyphs.match(/.{4}/g) ?? [])
          said += letters.get(glyph) ?? "\uFFFD";
    else if (token === "ET") said += " ";
  }
  return said.replaceAll(/\s+/g, " ");
}

/** Which letters each glyph stands for. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = "", list = ""] of map.matchAll(
    /<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g,
  ))
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, units = ""], at) =>
      letters.set(
        (parseInt(from, 16) + at).toString(16).padStart(4, "0"),
        Buffer.from(units.replaceAll(" ", ""), "hex")
          .swap16()
          .toString("utf16le"),
      ),
    );
  return letters;
}
