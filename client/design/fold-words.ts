// Words as they are looked for: without case and diacritics.
export function foldWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "");
}
