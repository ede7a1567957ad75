// What a programme lets travel: a referral under it never carries more than its list of personal data names (domain 4.1).
import type { DisclosureLevel } from "../partners/index.js";
import type { Words } from "../platform/graphql/words.js";
import type { Programme } from "./programme.js";

const WORDS: Record<DisclosureLevel, Words> = {
  L0_TOKEN: { pl: "tylko numer", en: "only a number" },
  L1_CONTACT: { pl: "imię i kontakt", en: "a first name and a contact" },
  L2_IDENTITY: { pl: "imię, nazwisko i kontakt", en: "name and contact" },
  L3_SENSITIVE: { pl: "wybrane dane wrażliwe", en: "chosen sensitive data" },
};

/** Why no more than its list lets travel. */
export function programmeLimit({
  name,
  highestLevel,
}: Pick<Programme, "name" | "highestLevel">): Words {
  return {
    pl: `Program „${name}” pozwala przekazać najwyżej: ${WORDS[highestLevel].pl}. Wybierz mniejszy zakres danych.`,
    en: `The programme “${name}” lets travel at most: ${WORDS[highestLevel].en}. Choose less data.`,
  };
}
