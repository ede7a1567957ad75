// Reads of networks and memberships.
import { In, IsNull } from "typeorm";

import type { StakeholderType } from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { holds } from "../platform/permission/allows.js";
import { NetworkMembership } from "./membership.js";
import { Network } from "./network.js";
import { networkPolicy } from "./partnership.policy.js";

function readableCentre(context: Context): string | null {
  const { centreId } = context.actor;
  return centreId && holds(networkPolicy.read, context.actor, { centreId })
    ? centreId
    : null;
}

export const networkById = loader<string, Network | null>(
  async (context, ids) => {
    const centreId = readableCentre(context);
    if (!centreId) return ids.map(() => null);
    const networks = await context.reads.ask((manager) =>
      manager.getRepository(Network).findBy({ centreId, id: In([...ids]) }),
    );
    return inOrder(ids, networks, (network) => network.id);
  },
);

/** All networks of the centre, the oldest first; a centre has a handful. */
export function networksVisibleTo(context: Context): Promise<Network[]> {
  const centreId = readableCentre(context);
  if (!centreId) return Promise.resolve([]);
  return context.reads.ask((manager) =>
    manager.getRepository(Network).find({
      where: { centreId },
      order: { createdAt: "ASC", id: "ASC" },
      take: 100,
    }),
  );
}

export const membershipsOfNetwork = loader<string, NetworkMembership[]>(
  async (context, networkIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return networkIds.map(() => []);
    const memberships = await context.reads.ask((manager) =>
      manager.getRepository(NetworkMembership).findBy({
        centreId,
        networkId: In([...networkIds]),
        leftOn: IsNull(),
      }),
    );
    return grouped(networkIds, memberships, (row) => row.networkId);
  },
);

/** The type that an organisation has in the centre's local network; it stands in the public catalogue. */
export const stakeholderTypeOfPartner = loader<string, StakeholderType | null>(
  async (context, partnerIds) => {
    const { centreId } = context.actor;
    if (!centreId) return partnerIds.map(() => null);
    const rows = await context.reads.rows<{
      partner_id: string;
      stakeholder_type: StakeholderType | null;
    }>(
      `select distinct on (m.partner_id) m.partner_id, m.stakeholder_type
       from network_membership m
       where m.centre_id = $1 and m.partner_id = any($2) and m.left_on is null
       order by m.partner_id, m.stakeholder_type nulls last`,
      [centreId, partnerIds],
    );
    const found = inOrder(partnerIds, rows, (row) => row.partner_id);
    return found.map((row) => row?.stakeholder_type ?? null);
  },
);
