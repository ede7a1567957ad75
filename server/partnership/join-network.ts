// An organisation joins a network of its centre, as its hub or as a member of one of the three types (domain 1.2, 2.1).
import { randomUUID } from "node:crypto";

import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import type { StakeholderType } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { NetworkMembership } from "./membership.js";
import { Network } from "./network.js";

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
    createdAt: work.now,
  } satisfies Partial<Network>);
  await work.manager.getRepository(Network).insert(network);
  await enter(work, network.id, hubPartnerId, "HUB", null);
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
      { role: "MEMBER", stakeholderType },
    );
    recordJoined(work, open.id, partnerId, "MEMBER");
  } else await enter(work, networkId, partnerId, "MEMBER", stakeholderType);
  return true;
}

async function enter(
  work: Work,
  networkId: string,
  partnerId: string,
  role: "HUB" | "MEMBER",
  stakeholderType: StakeholderType | null,
): Promise<void> {
  const id = randomUUID();
  await work.manager.getRepository(NetworkMembership).insert({
    centreId: work.centreId,
    id,
    networkId,
    partnerId,
    role,
    stakeholderType,
    roleDescription: null,
    joinedOn: localDate(work.now),
    leftOn: null,
  });
  recordJoined(work, id, partnerId, role);
}

function recordJoined(
  work: Work,
  id: string,
  partnerId: string,
  role: string,
): void {
  work.record({
    type: "NetworkJoined",
    topic: "NETWORK",
    subjectId: id,
    partnerId,
    facts: { role },
  });
}
