// Whether a period has a day on which its agreement is in force for the organisation: only then is there something to report and to settle.
import type { Agreement, AgreementParty } from "../agreements/index.js";
import type { Words } from "../platform/graphql/words.js";
import type { Period } from "../platform/period.js";

export const withoutAgreement: Words = {
  pl: "W tym okresie umowa nie obowiązuje.",
  en: "The agreement is not in force in this period.",
};

export function isWithin(
  { validFrom, validTo, endedOn }: Agreement,
  party: Pick<AgreementParty, "lastDay"> | null,
  { from, to }: Period,
): boolean {
  const lasts = (day: string | null) => day === null || day >= from;
  return (
    validFrom !== null &&
    validFrom <= to &&
    [validTo, endedOn, party?.lastDay ?? null].every(lasts)
  );
}
