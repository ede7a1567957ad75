// Names as words of an address.
import { foldWords } from "../design/fold-words.js";

/** "LSR Jarzębinów" stands in the address as "lsr-jarzebinow". */
export function slugOf(name: string): string {
  return foldWords(name)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
