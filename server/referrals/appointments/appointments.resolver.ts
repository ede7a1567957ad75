// Doors of the graph to appointments.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../../events/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { allows } from "../../platform/permission/allows.js";
import { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import {
  answerNoShow,
  AnswerNoShowInput,
  AnswerNoShowPayload,
} from "./answer-no-show.js";
import { Appointment } from "./appointment.js";
import { appointmentOf } from "./appointments.reads.js";
import {
  arrangeAppointment,
  ArrangeAppointmentInput,
  ArrangeAppointmentPayload,
} from "./arrange-appointment.js";
import {
  askForAnotherDate,
  AskForAnotherDateInput,
  AskForAnotherDatePayload,
} from "./ask-for-another-date.js";
import {
  noteAppearance,
  NoteAppearanceInput,
  NoteAppearancePayload,
  undoAppearance,
  UndoAppearanceInput,
  UndoAppearancePayload,
} from "./note-appearance.js";

/** The appointment of an accepted referral that the viewer may do this with, where there is one. */
async function standing(
  context: Context,
  referral: Referral,
  verb: keyof typeof referralPolicy,
): Promise<{ isHers: boolean; appointment: Appointment | null }> {
  const isHers =
    referral.status === "ACCEPTED" &&
    allows(referralPolicy[verb], context.actor, referral);
  return {
    isHers,
    appointment: isHers ? await context.load(appointmentOf, referral.id) : null,
  };
}

@Resolver(() => Appointment)
export class AppointmentResolver {
  @FieldResolver(() => Date, {
    nullable: true,
    description:
      "Until when it can be taken back whether the person came; null: not now.",
  })
  undoableUntil(@Root() appointment: Appointment, @Ctx() { now }: Context) {
    return appointment.undoableUntil(now);
  }
}

@Resolver(() => Referral)
export class AppointmentReferralResolver {
  @FieldResolver(() => Appointment, {
    nullable: true,
    description:
      "The first appointment as it stands; for both sides, null for others.",
  })
  async appointment(@Root() referral: Referral, @Ctx() context: Context) {
    return allows(referralPolicy.readAppointment, context.actor, referral)
      ? context.load(appointmentOf, referral.id)
      : null;
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may give a first date, or another one, now.",
  })
  async viewerCanArrangeAppointment(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { isHers, appointment } = await standing(
      context,
      referral,
      "arrangeAppointment",
    );
    return isHers && appointment?.isOpenToAnother !== false;
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may say now whether the person came.",
  })
  async viewerCanNoteAppearance(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { appointment } = await standing(context, referral, "noteAppearance");
    return (
      appointment?.isPlanned === true && appointment.isDayReached(context.now)
    );
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may ask for another date now.",
  })
  async viewerCanAskForAnotherDate(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { appointment } = await standing(
      context,
      referral,
      "askForAnotherDate",
    );
    return appointment?.isPlanned === true;
  }

  @FieldResolver(() => Boolean, {
    description:
      "Somebody did not come, and the viewer says what becomes of the place.",
  })
  async viewerCanAnswerNoShow(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { appointment } = await standing(context, referral, "answerNoShow");
    return appointment?.state === "DID_NOT_COME";
  }

  @Mutation(() => ArrangeAppointmentPayload, {
    description: "The partner gives a first date, or moves it.",
  })
  arrangeAppointment(
    @Arg("input", () => ArrangeAppointmentInput) input: ArrangeAppointmentInput,
    @Ctx() context: Context,
  ): Promise<typeof ArrangeAppointmentPayload> {
    return transact(context, (work) => arrangeAppointment(work, input));
  }

  @Mutation(() => AskForAnotherDatePayload, {
    description: "The coordinator asks to move the appointment.",
  })
  askForAnotherDate(
    @Arg("input", () => AskForAnotherDateInput) input: AskForAnotherDateInput,
    @Ctx() context: Context,
  ): Promise<typeof AskForAnotherDatePayload> {
    return transact(context, (work) => askForAnotherDate(work, input));
  }

  @Mutation(() => NoteAppearancePayload, {
    description:
      "Whether the person came: that she did, from the day on; that she did not, from the hour on.",
  })
  noteAppearance(
    @Arg("input", () => NoteAppearanceInput) input: NoteAppearanceInput,
    @Ctx() context: Context,
  ): Promise<typeof NoteAppearancePayload> {
    return transact(context, (work) => noteAppearance(work, input));
  }

  @Mutation(() => UndoAppearancePayload, {
    description: "Takes back within 15 minutes whether the person came.",
  })
  undoAppearance(
    @Arg("input", () => UndoAppearanceInput) input: UndoAppearanceInput,
    @Ctx() context: Context,
  ): Promise<typeof UndoAppearancePayload> {
    return transact(context, (work) => undoAppearance(work, input));
  }

  @Mutation(() => AnswerNoShowPayload, {
    description:
      "Somebody did not come: the coordinator says what becomes of the place.",
  })
  answerNoShow(
    @Arg("input", () => AnswerNoShowInput) input: AnswerNoShowInput,
    @Ctx() context: Context,
  ): Promise<typeof AnswerNoShowPayload> {
    return transact(context, (work) => answerNoShow(work, input));
  }
}
