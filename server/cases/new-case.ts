// A case that is new: open, of who opens it, under a pseudonym that nobody else has.
import type { Work } from "../events/index.js";
import { Centre, signedIn } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { holdsPesel } from "../platform/free-text.js";
import type { Words } from "../platform/graphql/words.js";
import { Case, pseudonyms } from "./case.js";
import { insertUnlessTaken } from "./cases.reads.js";

export function newCase(
  work: Work,
  of: Pick<Case, "id" | "ownReference" | "openedAlthough">,
): Case {
  return Object.assign(new Case(), {
    centreId: work.centreId,
    coordinatorAccountId: signedIn(work).accountId,
    openedOn: localDate(work.now),
    closedOn: null,
    ...of,
    version: 1,
    createdAt: work.now,
  } satisfies Partial<Case>);
}

/** Which pseudonyms others use is not hers to see: one that is taken is simply not given. */
export async function insertCase(work: Work, opened: Case): Promise<void> {
  const { slug } = await work.manager
    .getRepository(Centre)
    .findOneByOrFail({ id: work.centreId });
  for (const pseudonym of pseudonyms(slug, opened.openedOn)) {
    opened.pseudonym = pseudonym;
    if (await insertUnlessTaken(work, opened)) return;
  }
}

const LONGEST_REFERENCE = 40;

/** First name and surname, each with a capital: "Jan Kowalski", "Nowak-Lis Anna 1979". */
const NAMES = /(?<!\p{L})\p{Lu}\p{Ll}{2,}[\s,-]+\p{Lu}\p{Ll}{2,}/u;

/** The number of a case in the office's own system: with digits, and neither a PESEL nor somebody's name. */
export function isReference(reference: string): boolean {
  return (
    reference.length <= LONGEST_REFERENCE &&
    /\d/.test(reference) &&
    !holdsPesel(reference) &&
    !NAMES.test(reference)
  );
}

export const noReference: Words = {
  pl: "To nie wygląda na numer sprawy. Numer ma cyfry, najwyżej 40 znaków, i nie jest numerem PESEL ani nazwiskiem.",
  en: "This does not look like the number of a case. A number has digits, at most 40 characters, and is no PESEL and nobody's name.",
};
