// An invitation into a network ends: the invited organisation does not join, or the organiser takes it back; it may be asked again.
import { Field, ID, InputType, Int } from "type-graphql";
import { IsNull, Not } from "typeorm";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { Partner } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { speaksForAnother } from "../platform/on-behalf.js";
import {
  findMembership,
  holdPlace,
  MembershipMoved,
  movedWords,
  recordOfNetwork,
} from "./found-network.js";
import { NetworkMembership } from "./membership.js";
import { membershipPolicy } from "./partnership.policy.js";

@InputType({ description: "Which invitation ends without a yes." })
export class DeclineMembershipInput {
  @Field(() => ID, { description: "A membership that is INVITED." })
  membershipId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

export async function declineMembership(
  work: Work,
  input: DeclineMembershipInput,
): Promise<NetworkMembership | MembershipMoved | InvalidInput> {
  const membership = await findMembership(work, input.membershipId);
  if (membership instanceof InvalidInput) return membership;
  authorize(work, membershipPolicy.accept, membership);
  if (membership.role !== "INVITED" || membership.version !== input.ifVersion)
    return new MembershipMoved(work.say(movedWords), membership);
  const { centreId, id, partnerId } = membership;
  await holdPlace(work, partnerId);
  const ended = {
    leftOn: localDate(work.now),
    version: membership.version + 1,
  };
  Object.assign(membership, ended);
  await work.inSystemsName(async () => {
    await work.manager
      .getRepository(NetworkMembership)
      .update({ centreId, id }, ended);
    await standAsBefore(work, partnerId);
  });
  recordOfNetwork(work, "NetworkInvitationEnded", id, {
    partnerId,
    isTakenBack: speaksForAnother(work.actor, partnerId),
  });
  return membership;
}

/** Whom nobody waits for any more: a former partner again, or one that never was. */
async function standAsBefore(work: Work, partnerId: string): Promise<void> {
  const { centreId } = work;
  const memberships = work.manager.getRepository(NetworkMembership);
  const its = { centreId, partnerId };
  if (await memberships.existsBy({ ...its, leftOn: IsNull() })) return;
  const wasIn = await memberships.existsBy({ ...its, role: Not("INVITED") });
  await work.manager
    .getRepository(Partner)
    .update(
      { centreId, id: partnerId, status: "INVITED" },
      { status: wasIn ? "FORMER" : "PROSPECT", updatedAt: work.now },
    );
}
