// What keeps an amendment from taking force: it is asked when it is proposed, and again on its day, since days have passed and more may run.
import type { Work } from "../events/index.js";
import { addDays, localDate, wordsOfDay } from "../platform/calendar.js";
import type { Problem } from "../platform/graphql/problem.js";
import { unknownNoun } from "../platform/graphql/problem.js";
import { Agreement } from "./agreement.js";
import type { AgreementVersion } from "./agreement-version.js";
import { whatHoldsBack } from "./ending.js";
import { hubOf, partiesOf } from "./find-agreement.js";
import { termsToCome } from "./keep-version.js";
import { lacksPlaces } from "./kept-within-total.js";
import { keptUnder } from "./narrowing.js";
import { lacksProcessing } from "./processing.js";
import type { Terms } from "./terms.js";
import { columnsOf } from "./terms.js";

/** Its last day went by while it waited: it can never take force. */
export function cameTooLate(
  agreement: Agreement,
  version: AgreementVersion,
  day: string,
): boolean {
  const { validTo } = termsToCome(agreement, version);
  return validTo !== null && validTo < day;
}

/** What lets nobody sign it now. */
export async function keepsFromSigning(
  work: Work,
  agreement: Agreement,
  version: AgreementVersion,
): Promise<Problem | null> {
  const terms = termsToCome(agreement, version);
  if (terms.validTo && cameTooLate(agreement, version, localDate(work.now))) {
    const on = wordsOfDay(terms.validTo);
    return unknownNoun(work.say, "revision", {
      pl: `Ostatni dzień z tej zmiany już minął: ${on.pl}. Zaproponuj nową zmianę.`,
      en: `The last day of this amendment has passed: ${on.en}. Propose a new one.`,
    });
  }
  const amended = Object.assign(new Agreement(), agreement, columnsOf(terms));
  return (
    (await lacksProcessing(work, amended, version.effectiveFrom)) ??
    lacksPlaces(work, terms.services)
  );
}

/** The same, and what still runs: an end that comes earlier, or less that is opened, waits for the plans. */
export async function keepsFromForce(
  work: Work,
  agreement: Agreement,
  version: AgreementVersion,
): Promise<Problem | null> {
  const { effectiveFrom } = version;
  const keeps = await keepsFromSigning(work, agreement, version);
  if (keeps || !effectiveFrom) return keeps;
  const terms = termsToCome(agreement, version);
  return plansBeforeTerms(work, agreement, { terms, effectiveFrom });
}

/** An end that comes earlier is an end; so is what is opened no more, for those whom it concerns. */
export async function plansBeforeTerms(
  work: Work,
  agreement: Agreement,
  { terms, effectiveFrom }: { terms: Terms; effectiveFrom: string },
): Promise<Problem | null> {
  const { validTo } = terms;
  if (validTo && (agreement.validTo === null || validTo < agreement.validTo)) {
    const held = await whatHoldsBack(work, {
      agreement,
      partnerIds: agreement.partyIds,
      lastDay: validTo,
    });
    if (held) return held;
  }
  const day = localDate(work.now);
  const hubId = await hubOf(work);
  const others = (await partiesOf(work, agreement))
    .filter((one) => one.isPresent(day) && one.partnerId !== hubId)
    .map(({ partnerId }) => partnerId);
  const kept = await work.inSystemsName(() =>
    keptUnder(work, agreement, others, {
      terms,
      day: [effectiveFrom, day].sort()[1] ?? effectiveFrom,
    }),
  );
  return (
    kept &&
    whatHoldsBack(work, {
      agreement,
      partnerIds: others,
      lastDay: addDays(effectiveFrom, -1),
      kept,
    })
  );
}
