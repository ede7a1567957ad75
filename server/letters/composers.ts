// How each kind of letter is worded; said by the module that knows what it tells of.
import type { Work } from "../events/index.js";
import type { Language } from "../platform/graphql/words.js";
import type { Letter } from "./letter.js";

/** A letter in words. No resident, no service that says something of one, no password. */
export interface Composed {
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** What can be done at once; `path` begins with a slash. */
  readonly actions?: readonly {
    readonly label: string;
    readonly path: string;
  }[];
  /** What stands under the line: why this came, and how to have it otherwise. */
  readonly footer?: readonly string[];
  /** What else is noted once it has gone out, with its own time. */
  readonly whenSent?: (work: Work) => Promise<void>;
}

/** Asked when the letter is sent, with what is true then; null where there is nothing to tell any more. */
type Composer = (work: Work, letter: Letter) => Promise<Composed | null>;

const composers = new Map<string, Composer>();

/** Upstream never knows downstream: whoever has something to tell says here how it reads, and may take it back. */
export function composes(kind: string, composer: Composer): () => void {
  composers.set(kind, composer);
  return () => {
    composers.delete(kind);
  };
}

export function composerOf(kind: string): Composer {
  const composer = composers.get(kind);
  if (!composer) throw new Error(`nobody composes letters of kind ${kind}`);
  return composer;
}

/** Every kind that somebody words. */
export function kindsOfLetters(): string[] {
  return [...composers.keys()];
}
