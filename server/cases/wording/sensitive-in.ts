// Whether free text tells of somebody's health, addiction, degree of disability or criminal record: a guess, which its writer answers.
import { wordsOf } from "../person-index.js";
import {
  OFFERED,
  OTHERWISE,
  PHRASES,
  type Sensitive,
  STEMS,
  WHOLE,
} from "./sensitive-stems.js";

export interface Found {
  about: Sensitive;
  /** In the words of the text. */
  said: string;
}

const KINDS = ["HEALTH", "ADDICTION", "DISABILITY", "RECORD"] as const;

/** The first that looks so. */
export function sensitiveIn(text: string): Found | null {
  const said = text
    .normalize("NFC")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const plain = said.map((word) => wordsOf(word).join(""));
  const sentence = OFFERED.reduce(
    (left, offered) =>
      left.replace(offered, (words) => words.replace(/\w/g, "_")),
    plain.join(" "),
  );
  const words = sentence.split(" ");
  for (const [at, word] of words.entries()) {
    const about = aboutOf(word);
    if (about) return { about, said: said[at] ?? word };
  }
  for (const [about, phrase] of PHRASES) {
    const match = phrase.exec(sentence);
    if (!match) continue;
    const first = sentence.slice(0, match.index).split(" ").length - 1;
    const count = match[0].split(" ").length;
    return { about, said: said.slice(first, first + count).join(" ") };
  }
  return null;
}

function aboutOf(word: string): Sensitive | undefined {
  if (OTHERWISE.test(word)) return undefined;
  return KINDS.find(
    (kind) =>
      WHOLE[kind].includes(word) ||
      STEMS[kind].some((stem) => word.startsWith(stem)),
  );
}
