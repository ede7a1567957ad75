// An organisation joins a network of its centre, as its hub or as a member of one of the three types (domain 1.2, 2.1).
import { randomUUID } from "node:crypto";

import { In, IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import {
  Partner,
  type PartnerStatus,
  type StakeholderType,
} from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { holdPlace, recordOfNetwork } from "./found-network.js";
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
    stateSince: null,
    stateReason: null,
    resumesAs: null,
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
  const open = await work.manager.getRepository(NetworkMembership).findOneBy({
    centreId,
    networkId,
    partnerId,
    leftOn: IsNull(),
  });
  if (open?.role === "MEMBER" || open?.role === "HUB") return false;
  if (open) await joinAs(work, open, { role: "MEMBER", stakeholderType });
  else
    await enterNetwork(work, networkId, partnerId, "MEMBER", {
      stakeholderType,
    });
  return true;
}

/** Who was only invited is in from today on. */
export async function joinAs(
  work: Work,
  membership: NetworkMembership,
  joining: Pick<NetworkMembership, "role"> &
    Partial<
      Pick<
        NetworkMembership,
        "stakeholderType" | "declaredOn" | "onBehalfReason"
      >
    >,
): Promise<void> {
  const { centreId, id, partnerId } = membership;
  await holdPlace(work, partnerId);
  const joined = {
    ...joining,
    ...(membership.role === "INVITED" ? { joinedOn: localDate(work.now) } : {}),
    version: membership.version + 1,
  };
  Object.assign(membership, joined);
  await work.manager
    .getRepository(NetworkMembership)
    .update({ centreId, id }, joined);
  await standAs(work, partnerId, "ACTIVE");
  recordOfNetwork(work, "NetworkJoined", id, {
    partnerId,
    role: joining.role,
    ...(joining.onBehalfReason ? { onBehalfOf: partnerId } : {}),
  });
}

interface Entering {
  id?: string;
  stakeholderType: StakeholderType | null;
  roleDescription?: string | null;
  declaredOn?: string | null;
}

/** A membership begins; whether it is only an invitation stands in its role. */
export async function enterNetwork(
  work: Work,
  networkId: string,
  partnerId: string,
  role: MembershipRole,
  entering: Entering | null,
): Promise<NetworkMembership> {
  await holdPlace(work, partnerId);
  const membership = Object.assign(new NetworkMembership(), {
    centreId: work.centreId,
    id: entering?.id ?? randomUUID(),
    networkId,
    partnerId,
    role,
    stakeholderType: entering?.stakeholderType ?? null,
    roleDescription: entering?.roleDescription ?? null,
    joinedOn: localDate(work.now),
    declaredOn: entering?.declaredOn ?? null,
    leftOn: null,
    untilClosing: false,
    leavingOn: null,
    leaveReason: null,
    onBehalfReason: null,
    version: 1,
  } satisfies Partial<NetworkMembership>);
  await work.manager.getRepository(NetworkMembership).insert(membership);
  const isInvited = role === "INVITED";
  await standAs(work, partnerId, isInvited ? "INVITED" : "ACTIVE");
  const type = isInvited ? "NetworkInvited" : "NetworkJoined";
  recordOfNetwork(work, type, membership.id, { partnerId, role });
  return membership;
}

/** Who is in a network is no stranger any more; who left and is asked again is one. */
async function standAs(
  work: Work,
  partnerId: string,
  status: "ACTIVE" | "INVITED",
): Promise<void> {
  const before: PartnerStatus[] =
    status === "ACTIVE"
      ? ["PROSPECT", "INVITED", "FORMER"]
      : ["PROSPECT", "FORMER"];
  await work.inSystemsName(async () => {
    await work.manager
      .getRepository(Partner)
      .update(
        { centreId: work.centreId, id: partnerId, status: In(before) },
        { status, updatedAt: work.now },
      );
  });
}
