// Networks and memberships found inside a work, locked, and what is answered where they are not there or were changed meanwhile.
import { createUnionType, Field, ObjectType } from "type-graphql";
import { IsNull, Not } from "typeorm";

import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InvalidInput,
  Problem,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { NetworkMembership } from "./membership.js";
import { Network } from "./network.js";
import { networkPolicy } from "./partnership.policy.js";

@ObjectType({
  implements: Problem,
  description: "The network was changed since the version that was seen.",
})
export class NetworkMoved extends Problem {
  @Field(() => Network, { description: "As it is now." })
  network: Network;

  constructor(message: string, network: Network) {
    super(message);
    this.network = network;
  }
}

@ObjectType({
  implements: Problem,
  description: "The membership was changed since the version that was seen.",
})
export class MembershipMoved extends Problem {
  @Field(() => NetworkMembership, { description: "As it is now." })
  membership: NetworkMembership;

  constructor(message: string, membership: NetworkMembership) {
    super(message);
    this.membership = membership;
  }
}

export const ChangedNetworkPayload = createUnionType({
  name: "ChangedNetworkPayload",
  description: "Outcome of changing a network.",
  types: () => [Network, NetworkMoved, InvalidInput] as const,
});

export const ChangedMembershipPayload = createUnionType({
  name: "ChangedMembershipPayload",
  description: "Outcome of changing what an organisation is in a network.",
  types: () => [NetworkMembership, MembershipMoved, InvalidInput] as const,
});

export const movedWords = {
  pl: "Ktoś zmienił to przed chwilą. Sprawdź, co jest teraz, i zapisz jeszcze raz.",
  en: "Somebody changed this a moment ago. See what stands now, and save again.",
};

/** Hers to lead, and at work; who changes it at the same moment waits. */
export async function findNetworkToLead(
  work: Work,
  globalId: string,
): Promise<Network | InvalidInput> {
  const network = await findNetworkToTurn(work, globalId);
  if (network instanceof InvalidInput) return network;
  return whyNothingNew(work, network) ?? network;
}

/** Hers to lead, also where it rests. */
export async function findNetworkToTurn(
  work: Work,
  globalId: string,
): Promise<Network | InvalidInput> {
  signedIn(work);
  const { centreId } = work;
  const network = await work.manager.getRepository(Network).findOne({
    where: { centreId, id: fromGlobalId("Network", globalId) },
    lock: { mode: "pessimistic_write" },
  });
  if (!network) return unknownNetwork(work);
  authorize(work, networkPolicy.lead, network);
  return network.status === "CLOSED"
    ? (whyNothingNew(work, network) ?? network)
    : network;
}

/** Whether something new may be begun in a network, by who does not lead it. */
export async function whyNotInNetwork(
  work: Work,
  networkId: string,
  evenResting = false,
): Promise<InvalidInput | null> {
  const network = await holdNetwork(work, networkId);
  if (!network) return unknownNetwork(work);
  return evenResting && network.status === "DORMANT"
    ? null
    : whyNothingNew(work, network);
}

/** A network which neither rests nor is closed before the work ends; others may hold it at the same time. */
export async function holdNetwork(
  work: Work,
  networkId: string,
): Promise<Network | null> {
  const where = { centreId: work.centreId, id: networkId };
  const networks = work.manager.getRepository(Network);
  if (!(await networks.existsBy(where))) return null;
  // who may not change it may not lock it either
  return work.inSystemsName(() =>
    networks.findOne({ where, lock: { mode: "pessimistic_read" } }),
  );
}

/** Of what an organisation joins and leaves at one moment, one is first; taken after the network and the membership. */
export async function holdPlace(work: Work, partnerId: string): Promise<void> {
  await work.alone(`leaving ${work.centreId} ${partnerId}`);
}

/** The local network of a centre, which is not closed before the work ends; where nobody can come in, why. */
export async function findLocalNetwork(
  work: Work,
): Promise<Network | InvalidInput> {
  const network = await work.manager.getRepository(Network).findOne({
    where: { centreId: work.centreId, kind: "LSR", status: Not("CLOSED") },
    lock: { mode: "pessimistic_read" },
  });
  if (!network)
    return unknownNoun(work.say, "stakeholderType", {
      pl: "Centrum nie ma teraz lokalnej sieci. Najpierw ją utwórz.",
      en: "The centre has no local network now. Form one first.",
    });
  return network.status === "DORMANT"
    ? unknownNoun(work.say, "stakeholderType", {
        pl: "Praca lokalnej sieci jest zawieszona. Najpierw ją wznów.",
        en: "The local network rests. Let it go on first.",
      })
    : network;
}

function whyNothingNew(work: Work, { status }: Network): InvalidInput | null {
  if (status === "CLOSED")
    return unknownNoun(work.say, "networkId", {
      pl: "Ta sieć jest zamknięta.",
      en: "This network is closed.",
    });
  return status === "DORMANT"
    ? unknownNoun(work.say, "networkId", {
        pl: "Praca tej sieci jest zawieszona. Najpierw ją wznów.",
        en: "This network rests. Let it go on first.",
      })
    : null;
}

export function unknownNetwork(work: Work): InvalidInput {
  return unknownNoun(work.say, "networkId", {
    pl: "Nie ma takiej sieci.",
    en: "There is no such network.",
  });
}

/** An open one, locked, as is the state of its network. */
export async function findMembership(
  work: Work,
  globalId: string,
): Promise<NetworkMembership | InvalidInput> {
  signedIn(work);
  const memberships = work.manager.getRepository(NetworkMembership);
  const where = {
    centreId: work.centreId,
    id: fromGlobalId("NetworkMembership", globalId),
    leftOn: IsNull(),
  };
  const known = await memberships.findOneBy(where);
  // whoever closes a network has it first, and its memberships then
  if (known) await holdNetwork(work, known.networkId);
  const found = known
    ? await memberships.findOne({ where, lock: { mode: "pessimistic_write" } })
    : null;
  return (
    found ??
    unknownNoun(work.say, "membershipId", {
      pl: "Nie ma takiego członkostwa.",
      en: "There is no such membership.",
    })
  );
}

/** Events of networks hold ids and enums only. */
export function recordOfNetwork(
  work: Work,
  type: `Network${string}`,
  subjectId: string,
  {
    partnerId = null,
    ...facts
  }: Record<string, string | number | boolean | null> & {
    partnerId?: string | null;
  } = {},
): void {
  work.record({ type, topic: "NETWORK", subjectId, partnerId, facts });
}
