// What an e-mail address looks like, as far as its text can tell.
import type { Words } from "./graphql/words.js";

export function isEmail(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(text)
  );
}

/** What is told of a text that is none. */
export function wordsForNoEmail(text: string): Words {
  return text === ""
    ? { pl: "Podaj adres e-mail.", en: "Give an e-mail address." }
    : {
        pl: "To nie jest adres e-mail. Przykład: imie@organizacja.pl.",
        en: "This is no e-mail address. Example: name@organisation.pl.",
      };
}
