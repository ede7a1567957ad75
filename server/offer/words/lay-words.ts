// The list of lay words, read: what each word or phrase that people type stands for in the words of the field.
import { folded } from "./folded.js";
import { polishWords } from "./polish-words.js";

export interface Meaning {
  /** How many typed words it takes. */
  words: number;
  direct: string[];
  related: string[];
}

interface Key {
  /** Folded; with a star any ending. */
  words: string[];
  direct: string[];
  related: string[];
}

export interface LayWords {
  /** The longest that the typed words begin with; each is given with the words that it may be a form of. */
  phraseAt(typed: readonly ReadonlySet<string>[]): Meaning | null;
  /** Single words that can be typed. */
  readonly single: readonly string[];
}

export function readLayWords(text: string): LayWords {
  const byFirst = new Map<string, Key[]>();
  const stars: Key[] = [];
  const single = new Set<string>();
  for (const line of text.split("\n")) {
    const [, left, sign, right] = /^([^#=>]+) ([=>]) (.+)$/u.exec(line) ?? [];
    if (!left || !right) continue;
    const stands = right.split(", ").map(query);
    for (const phrase of left.split(", ")) {
      const words = folded(phrase.trim()).split(" ");
      const key: Key = {
        words,
        direct: sign === "=" ? stands : [],
        related: sign === ">" ? stands : [],
      };
      const first = words[0] ?? "";
      if (words.length === 1) single.add(first.replace("*", ""));
      if (first.endsWith("*")) stars.push(key);
      else byFirst.set(first, [...(byFirst.get(first) ?? []), key]);
    }
  }
  return {
    single: [...single],
    phraseAt(typed) {
      const first = [...(typed[0] ?? [])];
      const found = [
        ...first.flatMap((word) => byFirst.get(word) ?? []),
        ...stars,
      ].filter(({ words }) => words.every((word, at) => is(word, typed[at])));
      const longest = Math.max(0, ...found.map(({ words }) => words.length));
      if (longest === 0) return null;
      const meant = found.filter(({ words }) => words.length === longest);
      return {
        words: longest,
        direct: [...new Set(meant.flatMap(({ direct }) => direct))],
        related: [...new Set(meant.flatMap(({ related }) => related))],
      };
    },
  };
}

function is(word: string, typed: ReadonlySet<string> | undefined): boolean {
  if (!typed) return false;
  if (!word.endsWith("*")) return typed.has(word);
  const stem = word.slice(0, -1);
  return [...typed].some((form) => form.startsWith(stem));
}

/** "dom+dzienn*" in the language of PostgreSQL: both words, each in all its forms. */
function query(stands: string): string {
  const parts = stands
    .trim()
    .split("+")
    .map((word) => {
      const plain = folded(word);
      if (plain.endsWith("*")) return `'${plain.slice(0, -1)}':*`;
      const forms = new Set([
        plain,
        ...polishWords()
          .of(plain)
          .flatMap((entry) => polishWords().forms(entry)),
      ]);
      const few = [...forms].filter((form) => form.length >= plain.length - 3);
      return `(${few
        .slice(0, 40)
        .map((form) => `'${form}'`)
        .join(" | ")})`;
    });
  return parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(" & ")})`;
}
