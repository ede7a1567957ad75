// The coordinator asks to move an appointment; the partner confirms what she proposes, or gives another.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../../events/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import { InvalidInput } from "../../platform/graphql/problem.js";
import { changeReferral } from "../change-referral.js";
import { Referral } from "../referral.js";
import { ReferralMoved, referralMoved } from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import { checkMoment } from "./appointment-input.js";
import { changeAppointment, latestAppointment } from "./find-appointment.js";

@InputType({ description: "Which appointment is to be moved." })
export class AskForAnotherDateInput {
  @Field(() => ID, { description: "Of which referral." })
  referralId!: string;

  @Field(() => Int, { description: "Number of the appointment." })
  number!: number;

  @Field(() => Date, {
    nullable: true,
    description: "Which date would do; null: any other.",
  })
  wishedFor?: Date | null;
}

export const AskForAnotherDatePayload = createUnionType({
  name: "AskForAnotherDatePayload",
  description: "Outcome of asking for another date.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

export function askForAnotherDate(
  work: Work,
  input: AskForAnotherDateInput,
): Promise<typeof AskForAnotherDatePayload> {
  return changeReferral(
    work,
    input.referralId,
    {
      event: "AnotherDateAsked",
      permission: referralPolicy.askForAnotherDate,
      states: ["ACCEPTED"],
    },
    async (referral) => {
      const latest = await latestAppointment(
        work,
        fromGlobalId("Referral", input.referralId),
      );
      if (latest?.number !== input.number || !latest.isPlanned)
        return referralMoved(work.say, referral);
      const wishedFor = input.wishedFor ?? null;
      if (latest.askedAt && sameMoment(latest.wishedFor, wishedFor))
        return "done";
      const { problem } = wishedFor
        ? checkMoment(work, wishedFor, "wishedFor")
        : { problem: null };
      if (problem) return problem;
      await changeAppointment(work, latest, { askedAt: work.now, wishedFor });
      return { step: "ANOTHER_DATE_ASKED" };
    },
  );
}

export function sameMoment(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}
