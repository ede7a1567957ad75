// What an order rests on: an agreement that binds, an organisation that is still its party, and services that it covers. The database holds the same rules.
import type { Agreement, AgreementParty } from "../agreements/index.js";
import { ServiceInScope } from "../agreements/index.js";
import type { Work } from "../events/index.js";
import { Centre } from "../identity/index.js";
import { localDate, wordsOfDay } from "../platform/calendar.js";
import { InputCheck, type InvalidInput } from "../platform/graphql/problem.js";

/** Signed by all, not ended, and of a kind that is about services. */
export function takesOrders(agreement: Agreement, day: string): boolean {
  const { recordedStatus, validTo, endedOn, carriesReferrals } = agreement;
  return (
    carriesReferrals &&
    ["SIGNED", "ACTIVE", "SUSPENDED"].includes(recordedStatus) &&
    [validTo, endedOn].every((last) => last === null || last >= day)
  );
}

export async function withoutGround(
  work: Work,
  agreement: Agreement,
  { partnerId, leftOn }: AgreementParty,
): Promise<InvalidInput | null> {
  const { hubPartnerId } = await work.manager
    .getRepository(Centre)
    .findOneByOrFail({ id: work.centreId });
  return new InputCheck(work.say)
    .that(takesOrders(agreement, localDate(work.now)), "agreementId", {
      pl: "Zamawiać można na podstawie umowy o usługi, którą wszyscy podpisali.",
      en: "Orders are placed under an agreement on services that all have signed.",
    })
    .that(partnerId !== hubPartnerId, "partnerId", {
      pl: "Zamawia CUS, więc nie u siebie. Wybierz inną stronę umowy.",
      en: "It is the centre that orders, so not of itself. Choose another party of the agreement.",
    })
    .that(leftOn === null, "partnerId", {
      pl:
        leftOn && leftOn > localDate(work.now)
          ? `Ta organizacja odchodzi z umowy ${wordsOfDay(leftOn).pl}. Nowych zamówień już się u niej nie składa.`
          : "Ta organizacja wyszła już z umowy.",
      en:
        leftOn && leftOn > localDate(work.now)
          ? `This organisation leaves the agreement on ${wordsOfDay(leftOn).en}. Nothing new is ordered of it.`
          : "This organisation has left the agreement.",
    }).problem;
}

/** An agreement that names no service is for all services of its parties. */
export async function scopeOf(
  work: Work,
  agreementId: string,
): Promise<(serviceId: string) => boolean> {
  const { centreId } = work;
  const named = await work.manager
    .getRepository(ServiceInScope)
    .findBy({ centreId, agreementId });
  return (serviceId) =>
    named.length === 0 || named.some((one) => one.serviceId === serviceId);
}
