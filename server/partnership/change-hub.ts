// Another member becomes the hub: the main node is a role in the network, and who held it stays as a member (domain 0.6).
import { Field, ID, InputType, Int } from "type-graphql";
import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import { StakeholderType } from "../partners/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import {
  findNetworkToLead,
  movedWords,
  NetworkMoved,
  recordOfNetwork,
} from "./found-network.js";
import { NetworkMembership } from "./membership.js";
import { Network } from "./network.js";

@InputType({ description: "Who is the main node from now on." })
export class ChangeHubInput {
  @Field(() => ID, { description: "In which network." })
  networkId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => ID, { description: "A member of the network." })
  partnerId!: string;

  @Field(() => StakeholderType, {
    description: "What the former hub is as a member.",
  })
  formerHubType!: StakeholderType;
}

export async function changeHub(
  work: Work,
  input: ChangeHubInput,
): Promise<Network | NetworkMoved | InvalidInput> {
  const network = await findNetworkToLead(work, input.networkId);
  if (network instanceof InvalidInput) return network;
  const { centreId, id: networkId } = network;
  const partnerId = fromGlobalId("Partner", input.partnerId);
  const memberships = work.manager.getRepository(NetworkMembership);
  const open = await memberships.findBy({
    centreId,
    networkId,
    leftOn: IsNull(),
  });
  const next = open.find((one) => one.partnerId === partnerId);
  const former = open.find(({ role }) => role === "HUB");
  if (!next || !former || next.role !== "MEMBER" || next.leavingOn !== null)
    return unknownNoun(work.say, "partnerId", {
      pl: "Węzłem może zostać tylko członek tej sieci, który nie odchodzi.",
      en: "Only a member of this network that is not leaving can become its hub.",
    });
  if (network.version !== input.ifVersion)
    return new NetworkMoved(work.say(movedWords), network);
  // at no moment are there two
  await memberships.update(
    { centreId, id: former.id },
    {
      role: "MEMBER",
      stakeholderType: input.formerHubType,
      version: former.version + 1,
    },
  );
  await memberships.update(
    { centreId, id: next.id },
    { role: "HUB", stakeholderType: null, version: next.version + 1 },
  );
  network.hubPartnerId = partnerId;
  network.version += 1;
  await work.manager
    .getRepository(Network)
    .update(
      { centreId, id: networkId },
      { hubPartnerId: partnerId, version: network.version },
    );
  recordOfNetwork(work, "NetworkHubChanged", networkId, { partnerId });
  return network;
}
