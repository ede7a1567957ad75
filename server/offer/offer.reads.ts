// Reads of single services and their numbers.
import { In } from "typeorm";

import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { allows } from "../platform/permission/allows.js";
import { Capacity } from "./capacity.js";
import type { CapacityStatus } from "./capacity-unit.js";
import { servicePolicy } from "./offer.policy.js";
import { Service } from "./service.js";
import type { ServiceStatus } from "./service-kind.js";

export const serviceById = loader<string, Service | null>(
  async (context, ids) => {
    const { actor } = context;
    const { centreId } = actor;
    if (!centreId) return ids.map(() => null);
    const services = await context.reads.ask((manager) =>
      manager.getRepository(Service).findBy({ centreId, id: In([...ids]) }),
    );
    return inOrder(
      ids,
      services.filter((service) => allows(servicePolicy.read, actor, service)),
      (service) => service.id,
    );
  },
);

const ofPartner = (states: readonly ServiceStatus[]) =>
  loader<string, Service[]>(async (context, partnerIds) => {
    const { actor } = context;
    const { centreId } = actor;
    if (!centreId) return partnerIds.map(() => []);
    const services = await context.reads.ask((manager) =>
      manager.getRepository(Service).find({
        where: {
          centreId,
          partnerId: In([...partnerIds]),
          status: In([...states]),
        },
        order: { name: "ASC", id: "ASC" },
      }),
    );
    return grouped(
      partnerIds,
      services.filter((service) => allows(servicePolicy.read, actor, service)),
      (service) => service.partnerId,
    );
  });

export const servicesOfPartner = ofPartner(["ACTIVE", "PAUSED"]);
export const withdrawnOfPartner = ofPartner(["WITHDRAWN"]);

/** Exact numbers; whose they are to see is asked by the field. */
export const capacityOfService = loader<string, Capacity | null>(
  async (context, serviceIds) => {
    const { centreId } = context.actor;
    if (!centreId) return serviceIds.map(() => null);
    const capacities = await context.reads.ask((manager) =>
      manager
        .getRepository(Capacity)
        .findBy({ centreId, serviceId: In([...serviceIds]) }),
    );
    return inOrder(serviceIds, capacities, (capacity) => capacity.serviceId);
  },
);

/** When its organisation last declined for want of a place, without vouching for its number since; for whoever refers. */
export const fullSince = loader<string, Date | null>(
  async (context, serviceIds) => {
    const rows = await context.reads.rows<{
      service_id: string;
      said_at: Date;
    }>(`select service_id, said_at from said_full($1)`, [serviceIds]);
    return inOrder(serviceIds, rows, (row) => row.service_id).map(
      (row) => row?.said_at ?? null,
    );
  },
);

/** The band, for everybody who sees the service. */
export const bandOfService = loader<string, CapacityStatus | null>(
  async (context, serviceIds) => {
    const rows = await context.reads.rows<{
      service_id: string;
      status: CapacityStatus;
    }>(`select service_id, status from capacity_bands($1, $2)`, [
      context.now,
      serviceIds,
    ]);
    return inOrder(serviceIds, rows, (row) => row.service_id).map(
      (row) => row?.status ?? null,
    );
  },
);

export async function bandOf(
  context: Context,
  service: Service,
): Promise<CapacityStatus | null> {
  return (
    service.capacityAsOf?.bandAt(context.now) ??
    context.load(bandOfService, service.id)
  );
}
