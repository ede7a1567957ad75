// A freed place is offered by hand to one who waits, and held for a limited time (domain 1.10).
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { NoFreePlace } from "../offer/index.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { groundsOfPlacing } from "./grounds.js";
import { moveReferral } from "./move-referral.js";
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
      const jumps = checkReason(work, isTurn, reason);
      if (jumps) return jumps;
      numbers.because(reason);
      return undefined;
    },
  );
}

function checkReason(
  { say }: Work,
  isTurn: boolean,
  reason: string,
): InvalidInput | null {
  return new InputCheck(say)
    .that(isTurn || reason.length > 0, "reason", {
      pl: "Ktoś czeka dłużej. Podaj powód albo zaproponuj pierwszej osobie.",
      en: "Somebody has waited longer. Give a reason, or offer it to the first.",
    })
    .that(reason.length <= 500 && !holdsPersonsNumber(reason), "reason", {
      pl: "Powód: do 500 znaków, bez danych osoby.",
      en: "A reason: at most 500 characters, nothing about the person.",
    }).problem;
}
