// What an organisation does in a network, of which type it is there, and whether it has a voice.
import { Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { StakeholderType } from "../partners/index.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import {
  findMembership,
  holdPlace,
  MembershipMoved,
  movedWords,
  recordOfNetwork,
  whyNotInNetwork,
} from "./found-network.js";
import { checkRole } from "./invite-to-network.js";
import { NetworkMembership } from "./membership.js";
import { networkPolicy } from "./partnership.policy.js";

@InputType({ description: "What an organisation is in a network." })
export class ChangeMembershipInput {
  @Field(() => ID, { description: "Which membership." })
  membershipId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => StakeholderType, {
    nullable: true,
    description: "Its type; of the hub none is taken.",
  })
  stakeholderType?: StakeholderType | null;

  @Field(() => String, {
    nullable: true,
    description: "What it does, in a sentence of up to 300 characters.",
  })
  roleDescription?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it only watches; null: as before.",
  })
  isObserver?: boolean | null;
}

export async function changeMembership(
  work: Work,
  input: ChangeMembershipInput,
): Promise<NetworkMembership | MembershipMoved | InvalidInput> {
  const membership = await findMembership(work, input.membershipId);
  if (membership instanceof InvalidInput) return membership;
  authorize(work, networkPolicy.lead, membership);
  const resting = await whyNotInNetwork(work, membership.networkId);
  if (resting) return resting;
  const roleDescription = input.roleDescription?.trim() || null;
  const isHub = membership.role === "HUB";
  const problem = checkRole(new InputCheck(work.say), roleDescription).that(
    isHub || Boolean(input.stakeholderType),
    "stakeholderType",
    {
      pl: "Wybierz typ: A, B albo C.",
      en: "Choose a type: A, B or C.",
    },
  ).problem;
  if (problem) return problem;
  if (membership.version !== input.ifVersion)
    return new MembershipMoved(work.say(movedWords), membership);
  const { centreId, id, partnerId } = membership;
  await holdPlace(work, partnerId);
  const changed = {
    roleDescription,
    stakeholderType: isHub ? null : (input.stakeholderType ?? null),
    role: roleAfter(membership, input.isObserver ?? null),
    version: membership.version + 1,
  };
  Object.assign(membership, changed);
  await work.manager
    .getRepository(NetworkMembership)
    .update({ centreId, id }, changed);
  recordOfNetwork(work, "NetworkMembershipChanged", id, {
    partnerId,
    role: changed.role,
    stakeholderType: changed.stakeholderType,
  });
  return membership;
}

/** Only who is in already can be given a voice, or only watch. */
function roleAfter(
  { role }: NetworkMembership,
  isObserver: boolean | null,
): NetworkMembership["role"] {
  if (isObserver === null || role === "HUB" || role === "INVITED") return role;
  return isObserver ? "OBSERVER" : "MEMBER";
}
