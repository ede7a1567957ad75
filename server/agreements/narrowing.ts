// What an amendment takes from services that are referred to: those that it opens no more, and what may no longer travel to others.
import type { Work } from "../events/index.js";
import { Service } from "../offer/index.js";
import type { DisclosureLevel } from "../partners/index.js";
import { reachesLevel } from "../partners/index.js";
import { Agreement } from "./agreement.js";
import { disclosureLimit } from "./carrying.js";
import type { Standing } from "./standing.js";
import { standingOf } from "./standing.js";
import type { Terms } from "./terms.js";
import { columnsOf } from "./terms.js";

/** By service: up to which level what runs now goes on as it does; a service that is not named is opened no more. */
export type Kept = ReadonlyMap<string, DisclosureLevel>;

const EVERYTHING: DisclosureLevel = "L3_SENSITIVE";

/** Null where nothing is taken away. */
export async function keptUnder(
  work: Work,
  agreement: Agreement,
  partnerIds: readonly string[],
  { terms, day }: { terms: Terms; day: string },
): Promise<Kept | null> {
  if (!agreement.carriesReferrals) return null;
  const { centreId } = work;
  const kept = new Map<string, DisclosureLevel>();
  let isNarrower = false;
  for (const partnerId of partnerIds) {
    const before = await standingOf(work, partnerId);
    const after = amended(before, agreement, terms);
    const services = await work.manager
      .getRepository(Service)
      .find({ where: { centreId, partnerId }, select: { id: true } });
    for (const { id } of services) {
      const was = levelUnder(before, agreement, id, day);
      const is = levelUnder(after, agreement, id, day);
      const isAsBefore = was === null || (is && reachesLevel(was, is));
      if (isAsBefore) kept.set(id, EVERYTHING);
      else if (is) kept.set(id, is);
      isNarrower ||= !isAsBefore;
    }
  }
  return isNarrower ? kept : null;
}

function amended(
  standing: Standing,
  { id }: Agreement,
  terms: Terms,
): Standing {
  const named = new Map(standing.named);
  if (terms.services.length === 0) named.delete(id);
  else
    named.set(
      id,
      new Map(
        terms.services.map(({ serviceId, placesKept }) => [
          serviceId,
          placesKept,
        ]),
      ),
    );
  return {
    ...standing,
    named,
    agreements: standing.agreements.map((one) =>
      one.id === id
        ? Object.assign(new Agreement(), one, columnsOf(terms))
        : one,
    ),
  };
}

/** Null: the agreement does not open the service. */
function levelUnder(
  standing: Standing,
  { id }: Agreement,
  serviceId: string,
  day: string,
): DisclosureLevel | null {
  const agreement = standing.agreements.find((one) => one.id === id);
  const isOpened = standing.named.get(id)?.has(serviceId) ?? true;
  return agreement && isOpened
    ? disclosureLimit(standing, agreement, serviceId, day).highest
    : null;
}
