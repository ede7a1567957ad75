// An organisation has left a network: refused while something at it is not handed over; who is in none any more is a former partner.
import { Field, ID, InputType, Int } from "type-graphql";
import { IsNull, Not } from "typeorm";

import type { Work } from "../events/index.js";
import { Partner } from "../partners/index.js";
import { localDate, wordsOfDay } from "../platform/calendar.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { unknownNoun } from "../platform/graphql/problem.js";
import { changeLeaving, findLeaving } from "./announce-leaving.js";
import type { MembershipMoved } from "./found-network.js";
import { holdPlace, recordOfNetwork } from "./found-network.js";
import { whatHoldsLeaving } from "./leaving.js";
import { NetworkMembership } from "./membership.js";

@InputType({ description: "Who has left." })
export class CompleteLeavingInput {
  @Field(() => ID, {
    description: "A membership that was to end, today or earlier.",
  })
  membershipId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

export async function completeLeaving(
  work: Work,
  input: CompleteLeavingInput,
): Promise<NetworkMembership | MembershipMoved | InvalidInput> {
  const membership = await findLeaving(work, input);
  if (!(membership instanceof NetworkMembership)) return membership;
  const { centreId, id, partnerId, leavingOn } = membership;
  const day = localDate(work.now);
  if (leavingOn === null || leavingOn > day) return tooEarly(work, leavingOn);
  // of two networks left at one moment one is the last
  await holdPlace(work, partnerId);
  const others = await work.manager.getRepository(NetworkMembership).findBy({
    centreId,
    partnerId,
    id: Not(id),
    role: Not("INVITED"),
    leftOn: IsNull(),
  });
  if (!others.some(({ isActive }) => isActive)) {
    const held = await whatHoldsLeaving(work, membership);
    if (held) return held;
  }
  await changeLeaving(work, membership, { leftOn: day });
  if (others.length === 0)
    await work.inSystemsName(async () => {
      await work.manager
        .getRepository(Partner)
        .update(
          { centreId, id: partnerId },
          { status: "FORMER", updatedAt: work.now },
        );
    });
  recordOfNetwork(work, "NetworkLeft", id, {
    partnerId,
    isFormer: others.length === 0,
  });
  return membership;
}

function tooEarly(work: Work, leavingOn: string | null): InvalidInput {
  if (leavingOn === null)
    return unknownNoun(work.say, "membershipId", {
      pl: "Najpierw zgłoś odejście: podaj dzień i powód.",
      en: "First say that it leaves: give the day and the reason.",
    });
  const on = wordsOfDay(leavingOn);
  return unknownNoun(work.say, "membershipId", {
    pl: `Zgłoszony dzień odejścia to ${on.pl}. Zakończyć można od tego dnia.`,
    en: `The day of leaving is ${on.en}. It can be completed from then on.`,
  });
}
