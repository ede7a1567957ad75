// An organisation says that it leaves a network, from which day and why; it stays a member until that is completed.
import { Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize, Centre } from "../identity/index.js";
import { addDays, localDate } from "../platform/calendar.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import {
  findMembership,
  MembershipMoved,
  movedWords,
  recordOfNetwork,
} from "./found-network.js";
import { NetworkMembership } from "./membership.js";
import { noPersonsNumber } from "./network-words.js";
import { membershipPolicy } from "./partnership.policy.js";

/** Who leaves later than this says so later. */
const FARTHEST_DAYS = 366;

@InputType({ description: "Who leaves, from which day and why." })
export class AnnounceLeavingInput {
  @Field(() => ID, { description: "A membership of who is in, not the hub's." })
  membershipId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => Day, {
    description: "From which day it may leave: today or within a year.",
  })
  leavingOn!: string;

  @Field(() => String, {
    description: "Why, 5 to 300 characters; everybody reads it.",
  })
  reason!: string;
}

export async function announceLeaving(
  work: Work,
  input: AnnounceLeavingInput,
): Promise<NetworkMembership | MembershipMoved | InvalidInput> {
  const membership = await findLeaving(work, input);
  if (!(membership instanceof NetworkMembership)) return membership;
  const { leavingOn } = input;
  const day = localDate(work.now);
  const leaveReason = input.reason.trim();
  const problem = new InputCheck(work.say)
    .that(
      leavingOn >= day && leavingOn <= addDays(day, FARTHEST_DAYS),
      "leavingOn",
      {
        pl: "Podaj dzień od dziś, najwyżej za rok.",
        en: "Give a day from today on, within a year.",
      },
    )
    .that(leaveReason.length >= 5 && leaveReason.length <= 300, "reason", {
      pl: "Napisz, dlaczego: od 5 do 300 znaków.",
      en: "Write why: from 5 to 300 characters.",
    })
    .that(!holdsPersonsNumber(leaveReason), "reason", noPersonsNumber).problem;
  if (problem) return problem;
  await changeLeaving(work, membership, { leavingOn, leaveReason });
  recordOfNetwork(work, "NetworkLeavingAnnounced", membership.id, {
    partnerId: membership.partnerId,
    leavingOn,
  });
  return membership;
}

/** A membership that can end, as it was seen; hers to end. */
export async function findLeaving(
  work: Work,
  { membershipId, ifVersion }: { membershipId: string; ifVersion: number },
): Promise<NetworkMembership | MembershipMoved | InvalidInput> {
  const membership = await findMembership(work, membershipId);
  if (membership instanceof InvalidInput) return membership;
  authorize(work, membershipPolicy.leave, membership);
  if (!membership.mayLeave)
    return unknownNoun(work.say, "membershipId", {
      pl: "Odejść może członek albo obserwator. Węzeł najpierw przekazuje tę rolę innej organizacji.",
      en: "A member or an observer can leave. A hub first hands that role to another organisation.",
    });
  if (await isOfCentreItself(work, membership))
    return unknownNoun(work.say, "membershipId", {
      pl: "To organizacja samego CUS. Zostaje w sieci, także gdy węzłem jest inna organizacja.",
      en: "This is the organisation of the centre itself. It stays, also where another one is the hub.",
    });
  return membership.version === ifVersion
    ? membership
    : new MembershipMoved(work.say(movedWords), membership);
}

async function isOfCentreItself(
  work: Work,
  { centreId, partnerId }: NetworkMembership,
): Promise<boolean> {
  return work.manager
    .getRepository(Centre)
    .existsBy({ id: centreId, hubPartnerId: partnerId });
}

export async function changeLeaving(
  work: Work,
  membership: NetworkMembership,
  leaving: Partial<
    Pick<NetworkMembership, "leavingOn" | "leaveReason" | "leftOn">
  >,
): Promise<void> {
  const { centreId, id } = membership;
  const changed = { ...leaving, version: membership.version + 1 };
  Object.assign(membership, changed);
  await work.manager
    .getRepository(NetworkMembership)
    .update({ centreId, id }, changed);
}
