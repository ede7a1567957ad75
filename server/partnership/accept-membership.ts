// An invited organisation joins, as a member or only to watch: by its own administrator, or noted by the organiser.
import { Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { faultsOfReason, speaksForAnother } from "../platform/on-behalf.js";
import {
  findMembership,
  MembershipMoved,
  movedWords,
  whyNotInNetwork,
} from "./found-network.js";
import { joinAs } from "./join-network.js";
import { NetworkMembership } from "./membership.js";
import type { MembershipRole } from "./network-kind.js";
import { declaredLater } from "./network-words.js";
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

  @Field(() => Day, {
    nullable: true,
    description:
      "When it signed the declaration, not after today; only the hub notes that, for another organisation.",
  })
  declaredOn?: string | null;
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
  const { networkId, partnerId } = membership;
  const resting = await whyNotInNetwork(work, networkId);
  if (resting) return resting;
  const onBehalf = speaksForAnother(work.actor, partnerId);
  const reason = input.reason?.trim() || null;
  const declaredOn = input.declaredOn ?? null;
  const problem =
    (onBehalf ? faultsOfReason(work.say, reason) : null) ??
    new InputCheck(work.say)
      .that(onBehalf || declaredOn === null, "declaredOn", {
        pl: "Tę datę podaje CUS, gdy zapisuje zgodę organizacji z papieru.",
        en: "The hub gives this day where it notes what an organisation signed on paper.",
      })
      .that(
        (declaredOn ?? "") <= localDate(work.now),
        "declaredOn",
        declaredLater,
      ).problem;
  if (problem) return problem;
  await joinAs(work, membership, {
    role,
    declaredOn,
    onBehalfReason: onBehalf ? reason : null,
  });
  return membership;
}
