// A freed place is offered by hand to one who waits, and held for a limited time (domain 1.10).
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { NoFreePlace } from "../offer/index.js";
import { holdsPesel } from "../platform/free-text.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { LAPSE_OFFER, ringAt } from "./expire-referral.js";
import { groundsOfPlacing } from "./grounds.js";
import { moveReferral } from "./move-referral.js";
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

/** The coordinator has so long to say that the place is still wanted (domain 1.10). */
const OFFER_HOURS = 48;

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
      const taken = await numbers.change("RESERVE", (capacity) => {
        if (!capacity.take(units)) return false;
        capacity.unqueue(units);
        return true;
      });
      if (!taken)
        return new NoFreePlace(
          work.say({
            pl: "Nie ma wolnego miejsca, które można zaproponować.",
            en: "There is no free place to offer.",
          }),
          { serviceId, units, area: service.area },
        );
      const jumps = await jumpsQueue(work, referral, input);
      if (jumps) return jumps;
      numbers.because(input.reason?.trim() ?? "");
      Object.assign(referral, grounds);
      referral.takes = "RESERVED";
      referral.offeredUntil = new Date(
        work.now.getTime() + OFFER_HOURS * 3_600_000,
      );
      await ringAt(work, LAPSE_OFFER, referral.id, referral.offeredUntil);
      return undefined;
    },
  );
}

/** Under the lock of the numbers, through which everybody who joins or leaves the queue must come. */
async function jumpsQueue(
  work: Work,
  referral: Referral,
  input: OfferPlaceInput,
): Promise<InvalidInput | null> {
  const [place] = await work.rows<{ queue_position: number }>(
    `select queue_position from queue_positions($1) where referral_id = $2`,
    [[referral.serviceId], referral.id],
  );
  const isFirst = place?.queue_position === 1;
  const reason = input.reason?.trim() ?? "";
  return new InputCheck(work.say)
    .that(isFirst || reason.length > 0, "reason", {
      pl: "Ktoś czeka dłużej. Podaj powód albo zaproponuj pierwszej osobie.",
      en: "Somebody has waited longer. Give a reason, or offer it to the first.",
    })
    .that(reason.length <= 500 && !holdsPesel(reason), "reason", {
      pl: "Powód: do 500 znaków, bez danych osoby.",
      en: "A reason: at most 500 characters, nothing about the person.",
    }).problem;
}
