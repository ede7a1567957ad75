// Reads of networks and memberships.
import { In, IsNull } from "typeorm";

import type { StakeholderType } from "../partners/index.js";
import { ofEach } from "../platform/database/of-each.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { allows, holds } from "../platform/permission/allows.js";
import { JointAction, JointActionPart, MOST_ACTIONS } from "./joint-action.js";
import { NetworkMembership } from "./membership.js";
import { Network } from "./network.js";
import { MOST_PROCEDURES, NetworkProcedure } from "./network-procedure.js";
import {
  MOST_OBSTACLES,
  ParticipationObstacle,
} from "./participation-obstacle.js";
import { networkPolicy, obstaclePolicy } from "./partnership.policy.js";

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

/** All networks of the centre, the oldest first, those that are closed last; a centre has a handful. */
export async function networksVisibleTo(context: Context): Promise<Network[]> {
  const centreId = readableCentre(context);
  if (!centreId) return [];
  const networks = await context.reads.ask((manager) =>
    manager.getRepository(Network).find({
      where: { centreId },
      order: { createdAt: "ASC", id: "ASC" },
      take: 100,
    }),
  );
  return networks.toSorted(
    (a, b) => Number(a.status === "CLOSED") - Number(b.status === "CLOSED"),
  );
}

/** Of a closed one, who was in it to the end. */
export const membershipsOfNetwork = loader<string, NetworkMembership[]>(
  async (context, networkIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return networkIds.map(() => []);
    const there = { centreId, networkId: In([...networkIds]) };
    const memberships = await context.reads.ask((manager) =>
      manager.getRepository(NetworkMembership).findBy([
        { ...there, leftOn: IsNull() },
        { ...there, untilClosing: true },
      ]),
    );
    return grouped(networkIds, memberships, (row) => row.networkId);
  },
);

const MOST_FORMER = 100;

/** Who left before the network was closed, if it is; the last first. */
export const membershipsThatEnded = loader<string, NetworkMembership[]>(
  async (context, networkIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return networkIds.map(() => []);
    const memberships = await context.reads.ask((manager) =>
      ofEach(manager, NetworkMembership, {
        centreId,
        of: "networkId",
        ids: networkIds,
        order: { leftOn: "DESC", id: "ASC" },
        most: MOST_FORMER,
        where:
          "left_on is not null and not until_closing and role <> 'INVITED'",
      }),
    );
    return grouped(networkIds, memberships, (row) => row.networkId);
  },
);

/** Of one organisation, its invitations too. */
export const membershipsOfPartner = loader<string, NetworkMembership[]>(
  async (context, partnerIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return partnerIds.map(() => []);
    const memberships = await context.reads.ask((manager) =>
      manager.getRepository(NetworkMembership).find({
        where: { centreId, partnerId: In([...partnerIds]), leftOn: IsNull() },
        order: { joinedOn: "ASC", id: "ASC" },
      }),
    );
    return grouped(partnerIds, memberships, (row) => row.partnerId);
  },
);

export const jointActionById = loader<string, JointAction | null>(
  async (context, ids) => {
    const centreId = readableCentre(context);
    if (!centreId) return ids.map(() => null);
    const actions = await context.reads.ask((manager) =>
      manager.getRepository(JointAction).findBy({ centreId, id: In([...ids]) }),
    );
    return inOrder(ids, actions, (action) => action.id);
  },
);

/** Those that run, the oldest first; of a closed network, those that ran to its end. */
export const actionsOfNetwork = loader<string, JointAction[]>(
  async (context, networkIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return networkIds.map(() => []);
    const actions = await context.reads.ask((manager) =>
      ofEach(manager, JointAction, {
        centreId,
        of: "networkId",
        ids: networkIds,
        order: { createdAt: "ASC", id: "ASC" },
        most: MOST_ACTIONS,
        where: "(ended_on is null or until_closing)",
      }),
    );
    return grouped(networkIds, actions, (row) => row.networkId);
  },
);

/** Those that run and have a part for it. */
export const actionsOfPartner = loader<string, JointAction[]>(
  async (context, partnerIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return partnerIds.map(() => []);
    const rows = await context.reads.rows<{ partner_id: string; id: string }>(
      `select n.partner_id, n.id from (
         select p.partner_id, a.id, row_number() over (partition by p.partner_id order by a.created_at, a.id) as place
         from joint_action_part p join joint_action a on a.centre_id = p.centre_id and a.id = p.joint_action_id
         where p.centre_id = $1 and p.partner_id = any($2) and a.ended_on is null) n
       where n.place <= ${String(2 * MOST_ACTIONS)} order by n.place`,
      [centreId, partnerIds],
    );
    const actions = await Promise.all(
      rows.map(({ id }) => context.load(jointActionById, id)),
    );
    const found = rows.flatMap((row, place) => {
      const action = actions[place];
      return action ? [{ ...row, action }] : [];
    });
    return grouped(partnerIds, found, (row) => row.partner_id).map((some) =>
      some.map(({ action }) => action),
    );
  },
);

/** Who has a part, who is responsible first. */
export const partsOfAction = loader<string, JointActionPart[]>(
  async (context, actionIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return actionIds.map(() => []);
    const parts = await context.reads.ask((manager) =>
      manager.getRepository(JointActionPart).find({
        where: { centreId, jointActionId: In([...actionIds]) },
        order: { part: "DESC", partnerId: "ASC" },
      }),
    );
    return grouped(actionIds, parts, (row) => row.jointActionId);
  },
);

/** The latest versions of how one joins and leaves, the one in use first; none: as in every network. */
export const proceduresOfNetwork = loader<string, NetworkProcedure[]>(
  async (context, networkIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return networkIds.map(() => []);
    const procedures = await context.reads.ask((manager) =>
      ofEach(manager, NetworkProcedure, {
        centreId,
        of: "networkId",
        ids: networkIds,
        order: { version: "DESC" },
        most: MOST_PROCEDURES,
      }),
    );
    return grouped(networkIds, procedures, (row) => row.networkId);
  },
);

/** What stands in the way of each, the newest first. */
export const obstaclesOfPartner = loader<string, ParticipationObstacle[]>(
  async (context, partnerIds) => {
    const { actor } = context;
    const { centreId } = actor;
    const asked = partnerIds.filter(
      (partnerId) =>
        centreId && allows(obstaclePolicy.read, actor, { centreId, partnerId }),
    );
    if (!centreId || asked.length === 0) return partnerIds.map(() => []);
    const obstacles = await context.reads.ask((manager) =>
      ofEach(manager, ParticipationObstacle, {
        centreId,
        of: "partnerId",
        ids: asked,
        order: { createdAt: "DESC", id: "ASC" },
        most: MOST_OBSTACLES,
      }),
    );
    return grouped(partnerIds, obstacles, (row) => row.partnerId);
  },
);

/** The day from which an organisation has no voice in any network; null: it stays in one. */
export const partnerLeavesOn = loader<string, string | null>(
  async (context, partnerIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return partnerIds.map(() => null);
    const rows = await context.reads.rows<{ partner_id: string; day: string }>(
      `select m.partner_id, max(m.leaving_on)::text as day from network_membership m
       where m.centre_id = $1 and m.partner_id = any($2) and m.left_on is null and m.role in ('HUB', 'MEMBER')
       group by m.partner_id having bool_and(m.leaving_on is not null)`,
      [centreId, partnerIds],
    );
    return inOrder(partnerIds, rows, (row) => row.partner_id).map(
      (row) => row?.day ?? null,
    );
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
