// What a programme lets travel: a referral under it never carries more than its list of personal data names (domain 4.1).
import type { DisclosureLevel } from "../partners/index.js";
import type { Words } from "../platform/graphql/words.js";
import type { Programme } from "./programme.js";

const WORDS: Record<DisclosureLevel, Words> = {
  L0_TOKEN: { pl: "tylko numer", en: "only a number" },
  L1_CONTACT: {
    pl: "dane do kontaktu (te, które wymienia)",
    en: "what gets in touch (of it what it names)",
  },
  L2_IDENTITY: {
    pl: "dane do kontaktu i to, kim jest osoba (te, które wymienia), bez danych wrażliwych",
    en: "what gets in touch and who the person is (of it what it names), nothing sensitive",
  },
  L3_SENSITIVE: { pl: "wybrane dane wrażliwe", en: "chosen sensitive data" },
};

/** Why no more than its list lets travel. */
export function programmeLimit({
  name,
  highestLevel,
}: Pick<Programme, "name" | "highestLevel">): Words {
  return {
    pl: `Program „${name}” pozwala przekazać najwyżej: ${WORDS[highestLevel].pl}. Więcej nie może pójść.`,
    en: `The programme “${name}” lets travel at most: ${WORDS[highestLevel].en}. No more may go.`,
  };
}
