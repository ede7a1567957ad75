// Reads of quotas: the services of one organisation in each of its centres, each asked as the viewer may ask there.
import { In } from "typeorm";

import {
  membershipsOf,
  membersOfOrganisation,
  type ViewerMembership,
} from "../identity/index.js";
import type { Context } from "../platform/graphql/context.js";
import type { Member } from "../platform/permission/actor.js";
import { allows } from "../platform/permission/allows.js";
import { Capacity } from "./capacity.js";
import { capacityPolicy, servicePolicy } from "./offer.policy.js";
import { Quota } from "./quota.js";
import { Service } from "./service.js";

/** Of each centre; an organisation has a handful. */
const MOST_SERVICES = 200;

/** By centre, then by name; none where the viewer acts for her organisation in one centre alone. */
export async function quotasOf(
  context: Context,
  member: Member,
): Promise<Quota[]> {
  const everywhere = await membersOfOrganisation(context, member);
  if (new Set(everywhere.map(({ centreId }) => centreId)).size < 2) return [];
  const memberships = await membershipsOf(context, member);
  const quotas: Quota[] = [];
  for (const acting of everywhere) {
    const membership = memberships.find(
      ({ assignmentId }) => assignmentId === acting.assignmentId,
    );
    if (membership)
      quotas.push(...(await quotasAs(context, acting, membership)));
  }
  return quotas;
}

async function quotasAs(
  context: Context,
  acting: Member,
  membership: ViewerMembership,
): Promise<Quota[]> {
  const { centreId, partnerId } = acting;
  return context.reads.askAs(acting, async (manager) => {
    const services = await manager.getRepository(Service).find({
      where: { centreId, partnerId, status: In(["ACTIVE", "PAUSED"]) },
      order: { name: "ASC", id: "ASC" },
      take: MOST_SERVICES,
    });
    const told = services.filter(
      (service) =>
        allows(servicePolicy.read, acting, service) &&
        allows(capacityPolicy.read, acting, service),
    );
    const capacities = await manager
      .getRepository(Capacity)
      .findBy({ centreId, serviceId: In(told.map(({ id }) => id)) });
    const numbers = new Map(capacities.map((one) => [one.serviceId, one]));
    return told.flatMap((service) => {
      const capacity = numbers.get(service.id);
      return capacity ? [new Quota(acting, membership, service, capacity)] : [];
    });
  });
}
