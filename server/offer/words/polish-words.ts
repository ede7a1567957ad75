// Polish words and their forms: which words somebody may mean by a form, and how each is written elsewhere.
// The dictionary is dictionary-pl 2.0.0 under the MPL 2.0 (see polish-words.license.md), packed by make-polish-words.mjs.
import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

import { folded } from "./folded.js";

/** How an ending becomes another: with this flag, `cut` is cut off and `put` put there, after words that end so. */
interface Rule {
  flag: string;
  cut: string;
  put: string;
  after: string;
  /** Made when it is asked for the first time: most never are. */
  pattern?: RegExp;
}

/** No form that is looked for differs from its word by a longer ending. */
const LONGEST_ENDING = 9;

export class PolishWords {
  /** By what they put there, folded. */
  private readonly byEnding = new Map<string, Rule[]>();
  private readonly byFlag = new Map<string, Rule[]>();
  /** Word and flags, a line each, ordered by the folded word; the folded text has every letter at the same place. */
  private readonly text: string;
  private readonly plain: string;
  private readonly lines: Uint32Array;

  constructor(packed: Buffer) {
    const whole = brotliDecompressSync(packed).toString("utf8");
    const middle = whole.indexOf("\n\n");
    for (const line of whole.slice(0, middle).split("\n")) this.learn(line);
    this.text = whole.slice(middle + 2);
    this.plain = folded(this.text);
    const lines: number[] = [];
    for (let at = 0; at < this.text.length;) {
      lines.push(at);
      at = this.text.indexOf("\n", at) + 1;
    }
    this.lines = Uint32Array.from(lines);
  }

  private learn(line: string): void {
    const [flag = "", cut = "", put = "", after = ""] = line.split(" ");
    const rule = { flag, cut, put, after };
    push(this.byEnding, folded(put), rule);
    push(this.byFlag, flag, rule);
  }

  /** The words, as the dictionary has them, of which a folded text may be a form; itself among them. */
  of(form: string): Entry[] {
    const found = new Map(this.at(form).map((entry) => [entry.word, entry]));
    const longest = Math.min(LONGEST_ENDING, form.length - 2);
    for (let length = 0; length <= longest; length += 1) {
      const stem = form.slice(0, form.length - length);
      const tried = new Map<string, Entry[]>();
      for (const rule of this.byEnding.get(form.slice(stem.length)) ?? []) {
        const base = stem + folded(rule.cut);
        const entries = tried.get(base) ?? this.at(base);
        tried.set(base, entries);
        for (const entry of entries)
          if (entry.flags.includes(rule.flag) && fits(entry.word, rule))
            found.set(entry.word, entry);
      }
    }
    return [...found.values()];
  }

  has(word: string): boolean {
    return this.at(word).length > 0;
  }

  /** All its forms, folded. */
  forms({ word, flags }: Entry): string[] {
    const forms = new Set([folded(word)]);
    for (const flag of flags)
      for (const rule of this.byFlag.get(flag) ?? [])
        if (fits(word, rule))
          forms.add(
            folded(word.slice(0, word.length - rule.cut.length) + rule.put),
          );
    return [...forms];
  }

  /** The entries whose folded word this is. */
  private at(plain: string): Entry[] {
    const entries: Entry[] = [];
    let from = 0;
    let to = this.lines.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.wordAt(middle) ?? "") < plain) from = middle + 1;
      else to = middle;
    }
    for (let line = from; this.wordAt(line) === plain; line += 1) {
      const start = this.lines[line] ?? 0;
      const [word = "", flags = ""] = this.text
        .slice(start, this.text.indexOf("\n", start))
        .split("/");
      entries.push({ word, flags });
    }
    return entries;
  }

  private wordAt(line: number): string | null {
    const start = this.lines[line];
    if (start === undefined) return null;
    return this.plain.slice(start, this.plain.indexOf("/", start));
  }
}

export interface Entry {
  word: string;
  flags: string;
}

function fits(word: string, rule: Rule): boolean {
  if (!word.endsWith(rule.cut)) return false;
  rule.pattern ??= new RegExp(`${rule.after}$`, "u");
  return rule.pattern.test(word);
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

let known: PolishWords | null = null;

/** Unpacked when somebody searches for the first time: 16 MB, a tenth of a second. */
export function polishWords(): PolishWords {
  return (known ??= new PolishWords(
    readFileSync(new URL("./polish-words.br", import.meta.url)),
  ));
}
