// An organisation joins a network of its centre, as its hub or as a member of one of the three types (domain 1.2, 2.1).
import { randomUUID } from "node:crypto";

import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import type { StakeholderType } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { recordOfNetwork } from "./found-network.js";
import { NetworkMembership } from "./membership.js";
import { Network } from "./network.js";
import type { MembershipRole } from "./network-kind.js";

/** The local network of a new centre, with its hub in it. */
export async function foundLocalNetwork(
  work: Work,
  name: string,
  hubPartnerId: string,
): Promise<Network> {
  const network = Object.assign(new Network(), {
    centreId: work.centreId,
    id: randomUUID(),
    kind: "LSR",
    name,
    purpose: null,
    step: "PROBLEM_DEFINITION",
    hubPartnerId,
    status: "FORMING",
    goals: [],
    cadenceDays: null,
    startedOn: localDate(work.now),
    version: 1,
    createdAt: work.now,
  } satisfies Partial<Network>);
  await work.manager.getRepository(Network).insert(network);
  await enterNetwork(work, network.id, hubPartnerId, "HUB", null);
  return network;
}

/** @returns whether it was not in before */
export async function joinNetwork(
  work: Work,
  networkId: string,
  partnerId: string,
  stakeholderType: StakeholderType,
): Promise<boolean> {
  const { centreId } = work;
  const memberships = work.manager.getRepository(NetworkMembership);
  const open = await memberships.findOneBy({
    centreId,
    networkId,
    partnerId,
    leftOn: IsNull(),
  });
  if (open?.role === "MEMBER" || open?.role === "HUB") return false;
  if (open) {
    await memberships.update(
      { centreId, id: open.id },
      { role: "MEMBER", stakeholderType, version: open.version + 1 },
    );
    recordOfNetwork(work, "NetworkJoined", open.id, {
      partnerId,
      role: "MEMBER",
    });
  } else
    await enterNetwork(work, networkId, partnerId, "MEMBER", {
      stakeholderType,
    });
  return true;
}

interface Entering {
  id?: string;
  stakeholderType: StakeholderType | null;
  roleDescription?: string | null;
}

/** A membership begins; whether it is only an invitation stands in its role. */
export async function enterNetwork(
  work: Work,
  networkId: string,
  partnerId: string,
  role: MembershipRole,
  entering: Entering | null,
): Promise<NetworkMembership> {
  const membership = Object.assign(new NetworkMembership(), {
    centreId: work.centreId,
    id: entering?.id ?? randomUUID(),
    networkId,
    partnerId,
    role,
    stakeholderType: entering?.stakeholderType ?? null,
    roleDescription: entering?.roleDescription ?? null,
    joinedOn: localDate(work.now),
    leftOn: null,
    leavingOn: null,
    leaveReason: null,
    onBehalfReason: null,
    version: 1,
  } satisfies Partial<NetworkMembership>);
  await work.manager.getRepository(NetworkMembership).insert(membership);
  const type = role === "INVITED" ? "NetworkInvited" : "NetworkJoined";
  recordOfNetwork(work, type, membership.id, { partnerId, role });
  return membership;
}
