// An invited organisation joins, as a member or only to watch: by its own administrator, or noted by the organiser.
import { Field, ID, InputType } from "type-graphql";
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { Partner } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { faultsOfReason, speaksForAnother } from "../platform/on-behalf.js";
import {
  findMembership,
  MembershipMoved,
  movedWords,
  recordOfNetwork,
} from "./found-network.js";
import { NetworkMembership } from "./membership.js";
import type { MembershipRole } from "./network-kind.js";
import { membershipPolicy } from "./partnership.policy.js";

@InputType({ description: "Which invitation is answered with yes." })
export class AcceptMembershipInput {
  @Field(() => ID, { description: "A membership that is INVITED." })
  membershipId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Watches without a voice.",
  })
  asObserver!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Why, in up to 200 characters; required of the hub, who says it for another organisation.",
  })
  reason?: string | null;
}

export async function acceptMembership(
  work: Work,
  input: AcceptMembershipInput,
): Promise<NetworkMembership | MembershipMoved | InvalidInput> {
  const membership = await findMembership(work, input.membershipId);
  if (membership instanceof InvalidInput) return membership;
  authorize(work, membershipPolicy.accept, membership);
  const role: MembershipRole = input.asObserver ? "OBSERVER" : "MEMBER";
  if (membership.role === role) return membership;
  if (membership.role !== "INVITED")
    return new MembershipMoved(work.say(movedWords), membership);
  const { centreId, id, partnerId } = membership;
  const onBehalf = speaksForAnother(work.actor, partnerId);
  const reason = input.reason?.trim() || null;
  const problem = onBehalf ? faultsOfReason(work.say, reason) : null;
  if (problem) return problem;
  const joined = {
    role,
    joinedOn: localDate(work.now),
    onBehalfReason: onBehalf ? reason : null,
    version: membership.version + 1,
  };
  Object.assign(membership, joined);
  await work.manager
    .getRepository(NetworkMembership)
    .update({ centreId, id }, joined);
  // who is in a network is no stranger any more
  await work.inSystemsName(async () => {
    await work.manager
      .getRepository(Partner)
      .update(
        { centreId, id: partnerId, status: In(["PROSPECT", "INVITED"]) },
        { status: "ACTIVE", updatedAt: work.now },
      );
  });
  recordOfNetwork(work, "NetworkJoined", id, {
    partnerId,
    role,
    ...(onBehalf ? { onBehalfOf: partnerId } : {}),
  });
  return membership;
}
