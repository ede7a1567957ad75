// Money as people type it: złoty in a field, grosze for the graph.

/** What a field takes as an amount: "45 000,50". */
export const AMOUNT = String.raw`\s*(\d\s*){1,12}([.,]\d{1,2})?\s*(zł)?\s*`;

/** Złoty as typed in grosze; null where nothing is typed. */
export function groszeOf(typed: string): number | null {
  const text = typed.replaceAll(/[\s\u00a0]|zł/g, "").replace(",", ".");
  return text ? Math.round(Number(text) * 100) : null;
}

export function zlotyOf(grosze: number | null | undefined): string {
  return typeof grosze === "number"
    ? (grosze / 100).toFixed(2).replace(/\.00$/, "").replace(".", ",")
    : "";
}
