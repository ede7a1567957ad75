// What came of a list of numbers, as it is told on the page of cases: two counts, and nothing of any case.
export interface ListNews {
  opened: number;
  known: number;
}

/** Of a place that was come to; null: nothing came of a list. */
export function newsOf(state: unknown): ListNews | null {
  if (typeof state !== "object" || !state) return null;
  if (!("opened" in state) || !("known" in state)) return null;
  const { opened, known } = state;
  return typeof opened === "number" && typeof known === "number"
    ? { opened, known }
    : null;
}
