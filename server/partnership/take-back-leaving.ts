// An organisation that said it leaves a network stays in it.
import { Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { changeLeaving, findLeaving } from "./announce-leaving.js";
import type { MembershipMoved } from "./found-network.js";
import { recordOfNetwork } from "./found-network.js";
import { NetworkMembership } from "./membership.js";

@InputType({ description: "Who stays." })
export class TakeBackLeavingInput {
  @Field(() => ID, { description: "A membership that was to end." })
  membershipId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

export async function takeBackLeaving(
  work: Work,
  input: TakeBackLeavingInput,
): Promise<NetworkMembership | MembershipMoved | InvalidInput> {
  const membership = await findLeaving(work, input);
  if (!(membership instanceof NetworkMembership)) return membership;
  // who stays already is what was asked for
  if (membership.leavingOn === null) return membership;
  await changeLeaving(work, membership, { leavingOn: null, leaveReason: null });
  recordOfNetwork(work, "NetworkLeavingTakenBack", membership.id, {
    partnerId: membership.partnerId,
  });
  return membership;
}
