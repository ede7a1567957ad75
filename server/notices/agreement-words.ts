// What a mail may say of agreements: their numbers and what became of them or awaits; no title, no reason, nobody's name.
import { toGlobalId } from "../platform/graphql/global-id.js";
import type { Say, Words } from "../platform/graphql/words.js";

/** What comes at nearly the same time is told in one mail. */
const GATHERED = 15 * 60_000;

export const gathered = (now: Date) => new Date(now.getTime() + GATHERED);

/** Of a mail; the rest stand in the list that it leads to. */
export const MOST_IN_ONE = 20;

export interface ToldAgreement {
  id: string;
  number: string;
  /** Goes on from the number. */
  words: Words;
}

/** One by its own words, several by their count and a line each. */
export function saidOf(
  say: Say,
  told: readonly ToldAgreement[],
  several: Words,
): { subject: string; lines: string; action: { label: string; path: string } } {
  const count = String(told.length);
  const [first, ...others] = told;
  const isOne = first !== undefined && others.length === 0;
  return {
    subject: isOne
      ? say({
          pl: `Umowa ${first.number}: ${first.words.pl}`,
          en: `Agreement ${first.number}: ${first.words.en}`,
        })
      : `${say(several)}: ${count}`,
    lines: told
      .map(({ number, words }) => `${number}: ${say(words)}`)
      .join("\n"),
    action: isOne
      ? {
          label: say({ pl: "Zobacz umowę", en: "See the agreement" }),
          path: `/umowy/${encodeURIComponent(toGlobalId("Agreement", first.id))}`,
        }
      : {
          label: say({ pl: "Zobacz umowy", en: "See the agreements" }),
          path: "/umowy",
        },
  };
}
