// What a programme lets travel: a referral under it never carries more than its list of personal data names (domain 4.1).
import type { Work } from "../events/index.js";
import type { Service } from "../offer/index.js";
import type { DisclosureLevel } from "../partners/index.js";
import { reachesLevel } from "../partners/index.js";
import type { Words } from "../platform/graphql/words.js";
import { Programme } from "./programme.js";

const WORDS: Record<DisclosureLevel, Words> = {
  L0_TOKEN: { pl: "tylko numer", en: "only a number" },
  L1_CONTACT: { pl: "imię i kontakt", en: "a first name and a contact" },
  L2_IDENTITY: { pl: "imię, nazwisko i kontakt", en: "name and contact" },
  L3_SENSITIVE: { pl: "wybrane dane wrażliwe", en: "chosen sensitive data" },
};

/** The sentence that refuses the level; null where the service's programme lets it travel, or it has none. */
export async function programmeCap(
  work: Work,
  { centreId, programmeId }: Service,
  level: DisclosureLevel,
): Promise<Words | null> {
  if (programmeId === null) return null;
  const programme = await work.manager
    .getRepository(Programme)
    .findOneByOrFail({ centreId, id: programmeId });
  const { name, highestLevel } = programme;
  if (reachesLevel(level, highestLevel)) return null;
  return {
    pl: `Program „${name}” pozwala przekazać najwyżej: ${WORDS[highestLevel].pl}. Wybierz mniejszy zakres danych.`,
    en: `The programme “${name}” lets travel at most: ${WORDS[highestLevel].en}. Choose less data.`,
  };
}
