// What a mistyped word may have been: words at the distance of one slip, two in longer ones.

/** Below that length a slip makes another word. */
const SHORTEST = 4;
const slipsIn = (word: string) => (word.length >= 7 ? 2 : 1);

/** The nearest of the known words, none where all are farther than slips explain. */
export function nearest(word: string, known: Iterable<string>): string[] {
  if (word.length < SHORTEST) return [];
  let best = slipsIn(word);
  let found: string[] = [];
  for (const other of known) {
    if (other.length < SHORTEST) continue;
    const far = distance(word, other, best);
    if (far > best) continue;
    if (far < best) found = [];
    best = far;
    found.push(other);
  }
  return found;
}

const LETTERS = "abcdefghijklmnoprstuwyz".split("");

/** All that one slip makes of a word. */
export function slipsOf(word: string): string[] {
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    slips.add(before + after.slice(1));
    if (after.length > 1)
      slips.add(`${before}${after[1] ?? ""}${after[0] ?? ""}${after.slice(2)}`);
    for (const letter of LETTERS) {
      slips.add(before + letter + after);
      slips.add(before + letter + after.slice(1));
    }
  }
  return [...slips];
}

/** Letters put in, left out, taken for another, or two beside each other changed places; more than `most` is told as more. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + same,
      );
      const swapped =
        one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped && i > 1 && j > 1)
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length] ?? most + 1;
}
