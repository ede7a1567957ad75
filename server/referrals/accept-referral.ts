// The partner accepts, with the first date if there is one: the hold becomes a reservation; one that had ended takes a free place, if there is one.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { NoFreePlace } from "../offer/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import {
  AppointmentInput,
  arrangedOf,
  checkAppointment,
} from "./appointments/appointment-input.js";
import { arrangeFirst } from "./appointments/arrange-appointment.js";
import { moveReferral, type Numbers } from "./move-referral.js";
import { namesKnown } from "./questions/wording.js";
import { Referral } from "./referral.js";
import { ReferralMoved } from "./referral-problems.js";
import { referralPolicy } from "./referrals.policy.js";

@InputType({ description: "Which referral is accepted." })
export class AcceptReferralInput {
  @Field(() => ID, { description: "Which referral." })
  referralId!: string;

  @Field(() => AppointmentInput, {
    nullable: true,
    description: "The first date; null: it is arranged later.",
  })
  appointment?: AppointmentInput | null;
}

export const AcceptReferralPayload = createUnionType({
  name: "AcceptReferralPayload",
  description: "Outcome of accepting.",
  types: () => [Referral, NoFreePlace, ReferralMoved, InvalidInput] as const,
});

export async function acceptReferral(
  work: Work,
  input: AcceptReferralInput,
): Promise<typeof AcceptReferralPayload> {
  const done = { isAccepted: false };
  const outcome = await moveReferral(
    work,
    input.referralId,
    {
      to: "ACCEPTED",
      sides: ["PARTNER"],
      event: "ReferralAccepted",
      permission: referralPolicy.accept,
    },
    async (referral, numbers) => {
      if (input.appointment) {
        const { problem } = checkAppointment(
          work,
          arrangedOf(input.appointment),
          await namesKnown(work, referral),
          "appointment.",
        );
        if (problem) return problem;
      }
      done.isAccepted = true;
      return takeUp(work, referral, numbers);
    },
  );
  // one that was accepted before keeps the date that it has
  return done.isAccepted && input.appointment && outcome instanceof Referral
    ? arrangeFirst(work, input.referralId, input.appointment)
    : outcome;
}

/** What it held is its own from now on; where the hold had ended, it takes what is free. */
export async function takeUp(
  work: Work,
  referral: Referral,
  numbers: Numbers,
): Promise<NoFreePlace | undefined> {
  referral.openedAt ??= work.now;
  referral.decidedAt = work.now;
  if (referral.holdsPlace) return undefined;
  const { units, serviceId } = referral;
  const taken = await numbers.change("RESERVE", (capacity) =>
    capacity.take(units),
  );
  referral.takes = "RESERVED";
  return taken
    ? undefined
    : new NoFreePlace(
        work.say({
          pl: "Miejsce nie jest już zatrzymane i żadne nie jest wolne.",
          en: "The place is not held any more and none is free.",
        }),
        { serviceId, units, area: (await numbers.service()).area },
      );
}
