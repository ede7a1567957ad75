// Polish typesetting: a one-letter word never stands alone at the end of a line.
const oneLetterWord = /(?<=^|[\s(„"])([aiouwzAIOUWZ]) /g;

/** Puts a no-break space after each one-letter word, all through a catalogue. */
export function glue(texts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, glueOne(text)]),
  );
}

function glueOne(text: unknown): unknown {
  if (typeof text === "string") return text.replace(oneLetterWord, "$1\u00a0");
  if (typeof text === "object" && text !== null && !Array.isArray(text))
    return glue({ ...text });
  return text;
}
