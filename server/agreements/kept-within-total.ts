// No agreement keeps more places for the network than a service has: asked when the terms are written, and again when they are signed.
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { Capacity, Service } from "../offer/index.js";
import type { Words } from "../platform/graphql/words.js";
import { AgreementNotReady } from "./find-agreement.js";
import type { Terms } from "./terms.js";

/** The first service of which more is kept than there is, in words. */
export async function keptBeyondTotal(
  work: Work,
  services: Terms["services"],
): Promise<Words | null> {
  const { centreId, manager } = work;
  if (services.length === 0) return null;
  let found: Words | null = null;
  // numbers of whoever it may be, which the organiser reads with the offer
  await work.inSystemsName(async () => {
    const ids = In(services.map(({ serviceId }) => serviceId));
    const capacities = await manager
      .getRepository(Capacity)
      .findBy({ centreId, serviceId: ids });
    for (const { serviceId, placesKept } of services) {
      const capacity = capacities.find((one) => one.serviceId === serviceId);
      if (!capacity || placesKept <= capacity.total) continue;
      const service = await manager
        .getRepository(Service)
        .findOneByOrFail({ centreId, id: serviceId });
      found = {
        pl: `Za mało miejsc w usłudze: ${service.name}. Ma ich ${String(capacity.total)}, a umowa trzyma dla sieci ${String(placesKept)}. Zmniejsz liczbę w umowie albo poproś organizację, żeby zwiększyła liczbę miejsc.`,
        en: `The service “${service.name}” has fewer places (${String(capacity.total)}) than the agreement keeps for the network (${String(placesKept)}). Lower the number in the agreement, or ask the organisation to raise its places.`,
      };
      return;
    }
  });
  return found;
}

/** The same, of what is about to be proposed or signed. */
export async function lacksPlaces(
  work: Work,
  services: Terms["services"],
): Promise<AgreementNotReady | null> {
  const words = await keptBeyondTotal(work, services);
  return words && new AgreementNotReady(work.say(words));
}
