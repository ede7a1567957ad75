// "Przyszła / nie przyszła": one tap, that she came from the day of the appointment on, that she did not from its hour on; a tap that was a mistake is taken back.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../../events/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { changeReferral } from "../change-referral.js";
import { Referral } from "../referral.js";
import { ReferralMoved, referralMoved } from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import { changeAppointment, latestAppointment } from "./find-appointment.js";

@InputType({ description: "Whether the person came." })
export class NoteAppearanceInput {
  @Field(() => ID, { description: "Of which referral." })
  referralId!: string;

  @Field(() => Int, { description: "Number of the appointment." })
  number!: number;

  @Field(() => Boolean, { description: "The person came." })
  came!: boolean;
}

export const NoteAppearancePayload = createUnionType({
  name: "NoteAppearancePayload",
  description: "Outcome of saying whether the person came.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

export function noteAppearance(
  work: Work,
  input: NoteAppearanceInput,
): Promise<typeof NoteAppearancePayload> {
  const state = input.came ? "CAME" : "DID_NOT_COME";
  return changeReferral(
    work,
    input.referralId,
    {
      event: "AppearanceNoted",
      permission: referralPolicy.noteAppearance,
      states: ["ACCEPTED"],
    },
    async (referral) => {
      const latest = await latestAppointment(
        work,
        fromGlobalId("Referral", input.referralId),
      );
      if (latest?.number === input.number && latest.state === state)
        return "done";
      if (latest?.number !== input.number || !latest.isPlanned)
        return referralMoved(work.say, referral);
      const { problem } = new InputCheck(work.say)
        .that(latest.isDayReached(work.now), "number", {
          pl: "Ten termin jest dopiero przed Wami. Zapiszesz to od dnia spotkania.",
          en: "This date is still to come. It can be noted from its day on.",
        })
        .that(
          input.came ||
            !latest.isDayReached(work.now) ||
            latest.isHourReached(work.now),
          "number",
          {
            pl: "Godzina spotkania jeszcze nie minęła. Zapiszesz to, gdy minie.",
            en: "The hour of the meeting is still to come. It can be noted after it.",
          },
        );
      if (problem) return problem;
      await changeAppointment(work, latest, { state, notedAt: work.now });
      if (!input.came) referral.noShows += 1;
      return { step: state };
    },
  );
}

@InputType({ description: "Which tap is taken back." })
export class UndoAppearanceInput {
  @Field(() => ID, { description: "Of which referral." })
  referralId!: string;

  @Field(() => Int, { description: "Number of the appointment." })
  number!: number;
}

export const UndoAppearancePayload = createUnionType({
  name: "UndoAppearancePayload",
  description: "Outcome of taking back whether the person came.",
  types: () => [Referral, ReferralMoved, InvalidInput] as const,
});

export function undoAppearance(
  work: Work,
  input: UndoAppearanceInput,
): Promise<typeof UndoAppearancePayload> {
  return changeReferral(
    work,
    input.referralId,
    {
      event: "AppearanceUndone",
      permission: referralPolicy.noteAppearance,
      states: ["ACCEPTED"],
    },
    async (referral) => {
      const latest = await latestAppointment(
        work,
        fromGlobalId("Referral", input.referralId),
      );
      if (latest?.number === input.number && latest.isPlanned) return "done";
      if (latest?.number !== input.number || !latest.isUndoable(work.now))
        return referralMoved(work.say, referral);
      if (latest.state === "DID_NOT_COME") referral.noShows -= 1;
      await changeAppointment(work, latest, {
        state: "PLANNED",
        notedAt: null,
      });
      return { step: "UNDONE" };
    },
  );
}
