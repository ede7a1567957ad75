// What a mail may say of agreements, and to whom at once: their numbers and what became of them or awaits; no title, no reason, nobody's name.
import type { Work } from "../events/index.js";
import { outsideQuietHours, writeLetters } from "../letters/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import type { Say, Words } from "../platform/graphql/words.js";

/** What comes at nearly the same time is told in one mail. */
const GATHERED = 15 * 60_000;

interface Reader {
  accountId: string;
  /** For whom she acts; left out where she reads for the centre. */
  partnerId?: string;
}

/** One mail to each and for each organisation, however much comes meanwhile; not to who did it herself. */
export async function writeGathered(
  work: Work,
  kind: string,
  readers: readonly Reader[],
): Promise<void> {
  const self = "accountId" in work.actor ? work.actor.accountId : null;
  const sendAt = outsideQuietHours(new Date(work.now.getTime() + GATHERED));
  await writeLetters(
    work,
    readers
      .filter(({ accountId }) => accountId !== self)
      .map(({ accountId, partnerId }) => ({
        kind,
        accountId,
        ...(partnerId && { partnerId }),
        key: [kind, partnerId, accountId].filter(Boolean).join(":"),
        sendAt,
      })),
  );
}

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
