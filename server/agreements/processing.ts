// Entrustments of data processing: what a processor's agreement needs before it binds, and what leans on one that ends (domain 2.5).
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { addDays, localDate } from "../platform/calendar.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { unknownNoun } from "../platform/graphql/problem.js";
import { Agreement } from "./agreement.js";
import { AgreementParty } from "./agreement-party.js";
import { entrustment } from "./carrying.js";
import { AgreementNotReady, partiesOf, whoMust } from "./find-agreement.js";
import { standingOf, statusFor } from "./standing.js";

/** Who only executes for the hub needs an entrustment of data processing in force (domain 2.5). */
export async function lacksProcessing(
  work: Work,
  agreement: Agreement,
  from = agreement.validFrom,
): Promise<AgreementNotReady | null> {
  if (
    agreement.dataRole !== "PROCESSOR" ||
    agreement.kind === "DATA_PROCESSING"
  )
    return null;
  const parties = whoMust(work, await partiesOf(work, agreement));
  const partnerIds = parties.map(({ partnerId }) => partnerId);
  if (await isProcessingCovered(work, partnerIds, from)) return null;
  return new AgreementNotReady(
    work.say({
      pl: "Najpierw musi obowiązywać umowa powierzenia przetwarzania danych z każdą ze stron.",
      en: "First an entrustment of data processing with each party must be in force.",
    }),
  );
}

/** With each of them an entrustment is in force from the first day on, or today. */
export async function isProcessingCovered(
  work: Work,
  partnerIds: readonly string[],
  validFrom: string | null,
): Promise<boolean> {
  const { centreId } = work;
  const today = localDate(work.now);
  const day = [validFrom ?? today, today].sort()[1] ?? today;
  const entrustments = await work.manager
    .getRepository(Agreement)
    .findBy({ centreId, kind: "DATA_PROCESSING", dataRole: "PROCESSOR" });
  const parties = await work.manager.getRepository(AgreementParty).findBy({
    centreId,
    agreementId: In(entrustments.map(({ id }) => id)),
    partnerId: In([...partnerIds]),
  });
  const isPartyOn = ({ id }: Agreement, partnerId: string) =>
    parties.some(
      (one) =>
        one.agreementId === id &&
        one.partnerId === partnerId &&
        one.isPresent(day),
    );
  return partnerIds.every((partnerId) =>
    entrustments.some(
      (one) => isPartyOn(one, partnerId) && one.statusOn(day) === "ACTIVE",
    ),
  );
}

/** An entrustment ends after what leans on it, or when another one has taken its place. */
export async function leansOnIt(
  work: Work,
  {
    agreement,
    partnerIds,
    lastDay,
  }: { agreement: Agreement; partnerIds: readonly string[]; lastDay: string },
): Promise<InvalidInput | null> {
  if (agreement.kind !== "DATA_PROCESSING") return null;
  const after = addDays(lastDay, 1);
  const leaning = new Set<string>();
  await work.inSystemsName(async () => {
    for (const partnerId of partnerIds)
      for (const number of await leaningOf(work, partnerId, agreement, after))
        leaning.add(number);
  });
  const numbers = [...leaning].sort().join(", ");
  return leaning.size === 0
    ? null
    : unknownNoun(work.say, "agreementId", {
        pl: `Na tej umowie powierzenia opierają się umowy: ${numbers}. Najpierw je zakończ, zmień albo zawrzyj nową umowę powierzenia.`,
        en: `On this entrustment lean the agreements: ${numbers}. First end them, amend them, or make a new entrustment.`,
      });
}

/** Numbers of those that a partner still has on that day, and that would lack their entrustment. */
async function leaningOf(
  work: Work,
  partnerId: string,
  ending: Agreement,
  day: string,
): Promise<string[]> {
  const standing = await standingOf(work, partnerId);
  if (standing.isHub) return [];
  const without = {
    ...standing,
    agreements: standing.agreements.filter(({ id }) => id !== ending.id),
  };
  return standing.agreements
    .filter(
      (one) =>
        one.dataRole === "PROCESSOR" &&
        one.kind !== "DATA_PROCESSING" &&
        ["SIGNED", "ACTIVE", "SUSPENDED"].includes(
          statusFor(standing, one, day),
        ) &&
        (one.validTo === null || one.validTo >= day) &&
        entrustment(standing, one, day) &&
        // the one that it names is gone, and no other counts
        (one.dpaAgreementId === ending.id || !entrustment(without, one, day)),
    )
    .map(({ number }) => number);
}
