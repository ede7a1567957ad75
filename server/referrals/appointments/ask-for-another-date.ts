// The coordinator asks to move an appointment; the partner confirms what she proposes, or gives another.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import { doubtWords, MEANT, SensitiveWords } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { changeReferral } from "../change-referral.js";
import { checkWording } from "../questions/wording.js";
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
    description: "Which date would do; null: any other, and why is said.",
  })
  wishedFor?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why, at most 200 characters, nothing of the person; asked for where no date is wished for.",
  })
  reason?: string | null;

  @Field(() => Boolean, { nullable: true, description: MEANT })
  sensitiveWordsMeant?: boolean | null;
}

export const AskForAnotherDatePayload = createUnionType({
  name: "AskForAnotherDatePayload",
  description: "Outcome of asking for another date.",
  types: () => [Referral, ReferralMoved, SensitiveWords, InvalidInput] as const,
});

export function askForAnotherDate(
  work: Work,
  input: AskForAnotherDateInput,
): Promise<typeof AskForAnotherDatePayload> {
  return changeReferral<SensitiveWords>(
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
      const reason = input.reason?.trim() || null;
      if (
        latest.askedAt &&
        sameMoment(latest.wishedFor, wishedFor) &&
        latest.wishReason === reason
      )
        return "done";
      const check = (
        wishedFor
          ? checkMoment(work, wishedFor, "wishedFor")
          : new InputCheck(work.say)
      ).that(wishedFor !== null || reason !== null, "reason", {
        pl: "Podaj dzień, który by pasował, albo napisz, dlaczego ten nie pasuje.",
        en: "Give a day that would do, or say why this one does not.",
      });
      const words = { path: "reason", text: reason ?? "", most: 200 };
      const { problem } = await checkWording(work, referral, check, words);
      const doubt =
        problem ?? doubtWords(work.say, input.sensitiveWordsMeant, { reason });
      if (doubt) return doubt;
      await changeAppointment(work, latest, {
        askedAt: work.now,
        wishedFor,
        wishReason: reason,
      });
      return { step: "ANOTHER_DATE_ASKED" };
    },
  );
}

export function sameMoment(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}
