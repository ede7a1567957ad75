// A paper: what is printed, as headings, sentences, lists and tables, before anybody decides how it looks.
import type { Language } from "../graphql/words.js";

export type Block =
  | { is: "text"; text: string }
  | { is: "list"; points: readonly string[] }
  | {
      is: "table";
      /** Names the columns. */
      head: readonly string[];
      /** The first cell of a row names it. */
      rows: readonly (readonly string[])[];
      /** Parts of the width. */
      widths: readonly number[];
    };

export interface Section {
  title: string;
  blocks: readonly Block[];
}

export interface Paper {
  /** Of the document, as a reader announces it. */
  title: string;
  heading: string;
  /** Stands under the heading. */
  opening: readonly Block[];
  sections: readonly Section[];
  /** Each section bears its number, as a contract has it. */
  hasParagraphs: boolean;
  language: Language;
  /** Stands on every page: that it is no more than a draft, or no longer holds; null: nothing has to be said. */
  mark: string | null;
  /** Tells one page from a page of something else. */
  footer: string;
}

export const text = (said: string): Block => ({ is: "text", text: said });

export const list = (...points: string[]): Block => ({ is: "list", points });

export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Block => ({ is: "table", head, rows, widths });
