// Finding the service that a change of numbers is about, with its numbers locked.
import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { unknownNoun } from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import type { Expression } from "../platform/permission/expression.js";
import type { Capacity } from "./capacity.js";
import { lockCapacity } from "./ledger.js";
import { servicePolicy } from "./offer.policy.js";
import { Service } from "./service.js";

export interface Offered {
  service: Service;
  capacity: Capacity;
}

/** Null where it is absent or not the actor's to see. */
export async function findService(
  work: Work,
  id: string,
): Promise<Service | null> {
  const service = await work.manager
    .getRepository(Service)
    .findOneBy({ centreId: work.centreId, id });
  return service && allows(servicePolicy.read, work.actor, service)
    ? service
    : null;
}

export function unknownService(work: Work, path: string): InvalidInput {
  return unknownNoun(work.say, path, {
    pl: "Nie ma takiej usługi.",
    en: "There is no such service.",
  });
}

/** @throws FORBIDDEN where it is seen, but not the actor's to change so */
export async function lockOffered(
  work: Work,
  serviceId: string,
  permission: Expression<Service>,
): Promise<Offered | null> {
  const service = await findService(work, serviceId);
  if (!service) return null;
  authorize(work, permission, service);
  const capacity = await lockCapacity(work, serviceId);
  return capacity ? { service, capacity } : null;
}

/** The service as the work leaves it, with its numbers. */
export function withCapacity(service: Service, capacity: Capacity): Service {
  service.capacityAsOf = capacity;
  return service;
}
