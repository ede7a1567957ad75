// A freed place is offered by hand to one who waits, and held for a limited time (domain 1.10).
import { createUnionType, Field, ID, InputType } from "type-graphql";

import { doubtWords, MEANT, SensitiveWords } from "../cases/index.js";
import type { Work } from "../events/index.js";
import { NoFreePlace } from "../offer/index.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { groundsOfPlacing } from "./grounds.js";
import { moveReferral } from "./move-referral.js";
import { checkWording } from "./questions/wording.js";
import { offerTo } from "./queue/offering.js";
import { isTurnOf } from "./queue/turn.js";
import { waitingFor } from "./queue/waiting.js";
import { Referral } from "./referral.js";
import {
  AgreementMissing,
  BasisMissing,
  ReferralMoved,
} from "./referral-problems.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "To whom a freed place is offered." })
export class OfferPlaceInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Why this one and not the first in the queue.",
  })
  reason?: string | null;

  @Field(() => Boolean, { nullable: true, description: MEANT })
  sensitiveWordsMeant?: boolean | null;
}

export const OfferPlacePayload = createUnionType({
  name: "OfferPlacePayload",
  description: "Outcome of offering a place.",
  types: () =>
    [
      Referral,
      NoFreePlace,
      AgreementMissing,
      BasisMissing,
      ReferralMoved,
      SensitiveWords,
      InvalidInput,
    ] as const,
});

export function offerPlace(
  work: Work,
  input: OfferPlaceInput,
): Promise<typeof OfferPlacePayload> {
  return moveReferral(
    work,
    input.referralId,
    {
      to: "OFFERED",
      sides: ["PARTNER"],
      event: "PlaceOffered",
      permission: referralPolicy.offerPlace,
    },
    async (referral, numbers) => {
      const { units, serviceId } = referral;
      const service = await numbers.service();
      const grounds = await groundsOfPlacing(work, service, referral);
      if (!("agreementId" in grounds)) return grounds;
      // under the lock of the numbers, through which everybody who joins or leaves the queue must come
      const capacity = await numbers.locked();
      const queue = await waitingFor(work, serviceId);
      const isTurn = isTurnOf(referral.id, queue, capacity);
      if (!(await offerTo(work, referral, numbers, grounds)))
        return new NoFreePlace(
          work.say({
            pl: "Nie ma wolnego miejsca, które można zaproponować.",
            en: "There is no free place to offer.",
          }),
          { serviceId, units, area: service.area },
        );
      const reason = input.reason?.trim() ?? "";
      const jumps =
        (await checkReason(work, referral, isTurn, reason)) ??
        doubtWords(work.say, input.sensitiveWordsMeant, { reason });
      if (jumps) return jumps;
      numbers.because(reason);
      return undefined;
    },
  );
}

const LONGEST_REASON = 500;

async function checkReason(
  work: Work,
  referral: Referral,
  isTurn: boolean,
  reason: string,
): Promise<InvalidInput | null> {
  const check = new InputCheck(work.say).that(
    isTurn || reason.length > 0,
    "reason",
    {
      pl: "Ktoś czeka dłużej. Podaj powód albo zaproponuj pierwszej osobie.",
      en: "Somebody has waited longer. Give a reason, or offer it to the first.",
    },
  );
  const words = { path: "reason", text: reason, most: LONGEST_REASON };
  return (await checkWording(work, referral, check, words)).problem;
}
