// Whether a period has a day on which its agreement is in force: only then is there something to report and to settle.
import type { Agreement } from "../agreements/index.js";
import type { Words } from "../platform/graphql/words.js";
import type { Period } from "../platform/period.js";

export const withoutAgreement: Words = {
  pl: "W tym okresie umowa nie obowiązuje.",
  en: "The agreement is not in force in this period.",
};

export function isWithin(
  { validFrom, validTo, endedOn }: Agreement,
  { from, to }: Period,
): boolean {
  const lasts = (day: string | null) => day === null || day >= from;
  return (
    validFrom !== null && validFrom <= to && lasts(validTo) && lasts(endedOn)
  );
}
