// Names as words of an address, and as they are looked for: without case and diacritics.

export function foldWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "");
}

/** "LSR Jarzębinów" stands in the address as "lsr-jarzebinow". */
export function slugOf(name: string): string {
  return foldWords(name)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
