// Which words the client asks its catalogues for, read from its sources.
import { readdirSync, readFileSync } from "node:fs";

import ts from "typescript";

export interface Asked {
  /** A key, or what a key that is put together begins and ends with. */
  pattern: RegExp;
  told: string;
}

const sources = readdirSync("client", { recursive: true })
  .map((file) => `client/${String(file)}`)
  .filter((path) => /\.tsx?$/.test(path) && !path.includes("/generated/"))
  .map((path) =>
    ts.createSourceFile(
      path,
      readFileSync(path, "utf8"),
      ts.ScriptTarget.Latest,
      true,
      path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );

function walk(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => walk(child, look));
}

const escaped = (text: string) => text.replaceAll(/[.?*+^$()[\]{}|/]/g, "\\$&");

/** The text of a literal as a pattern; what is put in may be anything but nothing. */
function patternOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return escaped(node.text);
  if (!ts.isTemplateExpression(node)) return null;
  return node.templateSpans.reduce(
    (all, { literal }) => `${all}.*${escaped(literal.text)}`,
    escaped(node.head.text),
  );
}

/** The literals that an argument may turn out to be. */
function literalsOf(node: ts.Expression): ts.Node[] {
  if (ts.isConditionalExpression(node))
    return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  return patternOf(node) === null ? [] : [node];
}

/** The catalogues that `t` speaks from where it is called; the first one by default. */
function catalogueAt(call: ts.Node): string | null {
  for (const scope of scopesOf(call)) {
    const found: string[] = [];
    walk(scope, (node) => {
      if (!ts.isVariableDeclaration(node) || !node.initializer) return;
      if (!/\bt\b/.test(node.name.getText())) return;
      const [, name] =
        /^useTranslation\(\[?"(\w+)"/.exec(node.initializer.getText()) ?? [];
      if (name) found.push(name);
    });
    if (found[0]) return found[0];
  }
  return null;
}

/** The functions around a place, the nearest first. */
function scopesOf(place: ts.Node): ts.Node[] {
  if (ts.isSourceFile(place)) return [];
  const around = scopesOf(place.parent);
  return ts.isFunctionLike(place) ? [place, ...around] : around;
}

function askedIn(source: ts.SourceFile): Asked[] {
  const asked: Asked[] = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "t") return;
    const [first] = node.arguments;
    for (const literal of first ? literalsOf(first) : []) {
      const key = patternOf(literal) ?? "";
      const catalogue = catalogueAt(node);
      asked.push({
        pattern: new RegExp(
          `^${key.includes(":") || !catalogue ? key : `${catalogue}:${key}`}$`,
        ),
        told: `${source.fileName}: ${literal.getText()}`,
      });
    }
  });
  return asked;
}

/** Every word that is asked for by its key, whole or put together. */
export function askedWords(): Asked[] {
  return sources.flatMap(askedIn);
}

/** Whether some text of the client is this key, or could become it. */
export function mentions(): (key: string) => boolean {
  const patterns = new Set<string>();
  for (const source of sources)
    walk(source, (node) => {
      const pattern = patternOf(node)?.replace(/^\w+:/, "") ?? "";
      // a pattern of nothing but blanks would hold every key
      if (/\w/.test(pattern.replaceAll(".*", ""))) patterns.add(pattern);
    });
  const known = new RegExp(`^(?:${[...patterns].join("|")})$`);
  // of `design:${words}.${value}` the first word stands elsewhere by itself
  return (key) =>
    known.test(key) ||
    (key.includes(".") && known.test(key.split(".")[0] ?? ""));
}
const isWord = /(?<!&)\p{L}{3}/u;
const readOut = new Set(["aria-label", "title", "placeholder", "alt", "label"]);

/** Words that stand in a component instead of a catalogue. */
export function strayWords(): string[] {
  const stray: string[] = [];
  for (const source of sources)
    walk(source, (node) => {
      const isStray =
        (ts.isJsxText(node) && isWord.test(node.text)) ||
        (ts.isJsxAttribute(node) &&
          readOut.has(node.name.getText()) &&
          isWord.test(node.initializer?.getText() ?? "") &&
          node.initializer?.kind === ts.SyntaxKind.StringLiteral) ||
        (ts.isStringLiteralLike(node) && /[ąćęńóśźż]/i.test(node.text));
      if (isStray) stray.push(node.getText().trim());
    });
  return stray;
}
