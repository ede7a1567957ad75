// Pages as text: what is put into a page is escaped, unless it is a page's part itself.

/** A part of a page, as it goes out. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = Html | string | number | null | false | readonly Piece[];

export function html(
  strings: TemplateStringsArray,
  ...pieces: readonly Piece[]
): Html {
  return new Html(
    strings.reduce(
      (text, string, at) => text + written(pieces[at - 1] ?? null) + string,
    ),
  );
}

function written(piece: Piece): string {
  if (piece === null || piece === false) return "";
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "object") return piece.map(written).join("");
  return escaped(String(piece));
}

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
