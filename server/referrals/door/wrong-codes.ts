// How many wrong codes somebody types: enough for any evening at a door, too few to guess one.
import { countOneMore } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { signedIn } from "../../identity/index.js";

const WINDOW_MS = 600_000;
const MOST_IN_IT = 20;

const keyOf = (work: Work) => `at-the-door ${signedIn(work).accountId}`;

/** From then on right ones are told as little as wrong ones. */
export async function isSlowedDown(work: Work): Promise<boolean> {
  const [counted] = await work.rows<{ points: number }>(
    `select points from sign_in_attempt where key = $1 and expire > $2`,
    [keyOf(work), work.now.getTime()],
  );
  return (counted?.points ?? 0) >= MOST_IN_IT;
}

export async function countWrongCode(work: Work): Promise<number> {
  return countOneMore(work, keyOf(work), WINDOW_MS);
}
