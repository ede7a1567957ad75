// What a search means: each thing looked for in all forms of its words, and in the words that the field has for it.
import { readFileSync } from "node:fs";

import { isFiller } from "./fillers.js";
import { folded } from "./folded.js";
import { readLayWords } from "./lay-words.js";
import { nearest, slipsOf } from "./near-words.js";
import { polishWords } from "./polish-words.js";

/** One thing looked for, in the language of PostgreSQL's text search. */
export interface Sought {
  /** As it was typed. */
  typed: string;
  /** Its own words in all their forms, and what is the same said otherwise. */
  direct: string[];
  /** What may help as well. */
  related: string[];
  /** Somebody knows the word: it is not mistyped, even where nothing holds it. */
  isKnown: boolean;
}

/** More words than this nobody means one by one. */
const MOST_WORDS = 12;
/** PostgreSQL takes no word of more than 2 kB; none that anybody means is longer than this. */
const MOST_LETTERS = 60;
const lay = () =>
  (layWords ??= readLayWords(
    readFileSync(new URL("./lay-words.txt", import.meta.url), "utf8"),
  ));
let layWords: ReturnType<typeof readLayWords> | null = null;

export function wordsMeant(text: string): Sought[] {
  const typed = text
    .normalize("NFC")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map((word) => wordMeant(Array.from(word).slice(0, MOST_LETTERS).join("")));
  const sought: Sought[] = [];
  for (let at = 0; at < typed.length;) {
    const rest = typed.slice(at);
    const phrase = lay().phraseAt(rest.map(({ bases }) => bases));
    const length = phrase?.words ?? 1;
    const words = rest.slice(0, length);
    at += length;
    const isEmpty = words.every(({ word }) => isFiller(word));
    if (!phrase && isEmpty) continue;
    sought.push(soughtBy(words, phrase?.direct ?? [], phrase?.related ?? []));
  }
  // whoever types nothing else means that
  return sought.length > 0
    ? sought
    : typed.map((word) => soughtBy([word], [], []));
}

interface Typed {
  typed: string;
  /** Folded. */
  word: string;
  /** Itself and the words that it may be a form of, folded. */
  bases: ReadonlySet<string>;
  forms: string[];
  isKnown: boolean;
}

function wordMeant(typed: string): Typed {
  const word = folded(typed);
  const entries = polishWords().of(word);
  const forms = entries.flatMap((entry) => polishWords().forms(entry));
  return {
    typed,
    word,
    bases: new Set([word, ...entries.map((entry) => folded(entry.word))]),
    forms: entries.length > 0 ? alike(word, forms) : beginnings(word),
    isKnown: entries.length > 0 || word.length < 4 || /\p{N}/u.test(word),
  };
}

/** Of a word that nobody knows, a name or half a word, the beginning is looked for. */
function beginnings(word: string): string[] {
  if (word.length < 3) return [quoted(word)];
  const stem =
    word.length >= 5 ? word.slice(0, Math.max(4, word.length - 2)) : word;
  return [`${quoted(stem)}:*`];
}

/** A verb has so many forms that its beginning says the same. */
const MOST_FORMS = 40;
function alike(word: string, forms: readonly string[]): string[] {
  const all = [...new Set([word, ...forms])];
  if (all.length <= MOST_FORMS) return all.map(quoted);
  const stems = new Set(all.filter((form) => form.length <= 5));
  for (const form of all) if (form.length > 5) stems.add(form.slice(0, 5));
  return [...stems].map((stem) =>
    stem.length < 5 ? quoted(stem) : `${quoted(stem)}:*`,
  );
}

function soughtBy(
  words: readonly Typed[],
  direct: readonly string[],
  related: readonly string[],
): Sought {
  const own = words.map(({ forms }) => anyOf(forms));
  return {
    typed: words.map(({ typed }) => typed).join(" "),
    direct: [own.length > 1 ? `(${own.join(" & ")})` : own.join(""), ...direct],
    related: [...related],
    isKnown:
      direct.length + related.length > 0 || words.every((word) => word.isKnown),
  };
}

export const quoted = (word: string) => `'${word}'`;

export function anyOf(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(" | ")})`;
}

/** What a mistyped word may have been: words on offer, words that people type, and the dictionary's at one slip. */
export function nearestTo(typed: string, offered: readonly string[]): string[] {
  const word = folded(typed);
  const listed = slipsOf(word).filter((other) => polishWords().has(other));
  return nearest(word, new Set([...offered, ...lay().single, ...listed]));
}

const LETTERS_ALIKE = 3;
/** What a mistyped word is looked for among: words with its first letters, and those that one slip makes of it. */
export function likeWords(typed: string): string {
  const word = folded(typed);
  return anyOf([
    `${quoted(word.slice(0, LETTERS_ALIKE))}:*`,
    ...slipsOf(word).filter(Boolean).map(quoted),
  ]);
}

/** A folded word as it is written, where the dictionary knows. */
export function written(word: string): string {
  const entries = polishWords().of(word);
  const same = entries.find((entry) => folded(entry.word) === word);
  return (same ?? entries[0])?.word ?? word;
}
