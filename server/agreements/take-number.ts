// The number of an agreement inside its centre: one is given and free, or it is the next; nobody else takes one meanwhile.
import type { Work } from "../events/index.js";
import { type InvalidInput, unknownNoun } from "../platform/graphql/problem.js";

/** Of two at once the second finds the first, whether they give a number or ask for the next; null: the number is taken. */
export async function takeNumber(
  work: Work,
  given: string | null,
): Promise<string | null> {
  await work.rows(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `agreement numbers ${work.centreId}`,
  ]);
  const [found] = await work.rows<{ next: number; taken: boolean }>(
    `select coalesce(max(substring(number from '^A([0-9]{1,6})$')::integer), 0) + 1 as next,
       coalesce(bool_or(number = $2), false) as taken from agreement where centre_id = $1`,
    [work.centreId, given],
  );
  if (!given) return `A${String(found?.next ?? 1).padStart(2, "0")}`;
  return found?.taken ? null : given;
}

export function numberTaken(work: Work): InvalidInput {
  return unknownNoun(work.say, "number", {
    pl: "Umowa o tym numerze już jest. Podaj inny numer.",
    en: "There is an agreement with this number. Give another one.",
  });
}
