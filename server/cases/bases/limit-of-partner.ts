// How much may travel to a service of a partner, or to all that it offers, found for whoever records a basis or sends.
import type { Standing } from "../../agreements/index.js";
import { standingOf, standingOfPartner } from "../../agreements/index.js";
import type { Work } from "../../events/index.js";
import { Service } from "../../offer/index.js";
import { localDate } from "../../platform/calendar.js";
import type { Context } from "../../platform/graphql/context.js";
import { Programme, programmeById } from "../../programmes/index.js";
import { leastOf, limitOf, type TravelLimit } from "./travel-limits.js";

interface Whereto {
  partnerId: string;
  /** Null: all that it offers residents. */
  serviceId: string | null;
}

function offered({ partnerId, serviceId }: Whereto, centreId: string) {
  const of = { centreId, partnerId };
  return serviceId
    ? { ...of, id: serviceId }
    : { ...of, status: "ACTIVE" as const, forResidents: true };
}

/** Null where nothing is offered there. */
export async function limitWithin(
  work: Work,
  whereto: Whereto,
): Promise<TravelLimit | null> {
  const { manager, centreId } = work;
  const services = await manager
    .getRepository(Service)
    .findBy(offered(whereto, centreId));
  if (services.length === 0) return null;
  const standing = await standingOf(work, whereto.partnerId);
  const programmes = await Promise.all(
    services.map(async ({ programmeId: id }) =>
      id
        ? manager.getRepository(Programme).findOneByOrFail({ centreId, id })
        : null,
    ),
  );
  return least(standing, services, programmes, work.now);
}

/** The same for a screen. */
export async function limitSeenBy(
  context: Context,
  whereto: Whereto,
): Promise<TravelLimit | null> {
  const { centreId } = context.actor;
  if (!centreId) return null;
  const services = await context.reads.ask((manager) =>
    manager.getRepository(Service).findBy(offered(whereto, centreId)),
  );
  const standing = await context.load(standingOfPartner, whereto.partnerId);
  if (!standing || services.length === 0) return null;
  const programmes = await Promise.all(
    services.map(async ({ programmeId: id }) =>
      id ? context.load(programmeById, id) : null,
    ),
  );
  return least(standing, services, programmes, context.now);
}

function least(
  standing: Standing,
  services: readonly Service[],
  programmes: readonly (Programme | null)[],
  now: Date,
): TravelLimit | null {
  return leastOf(
    services.map((service, nth) =>
      limitOf(standing, service, programmes[nth] ?? null, localDate(now)),
    ),
  );
}
