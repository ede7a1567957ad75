// The partner gives the first date of who is accepted, or another one in its place.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../../events/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { changeReferral } from "../change-referral.js";
import { findReferral } from "../move-referral.js";
import { namesKnown } from "../questions/wording.js";
import { Referral } from "../referral.js";
import {
  ReferralMoved,
  referralMoved,
  unknownReferral,
} from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import { Appointment, MoveReason } from "./appointment.js";
import type { Arranged } from "./appointment-input.js";
import {
  AppointmentInput,
  arrangedOf,
  checkAppointment,
} from "./appointment-input.js";
import {
  awaitsCoordinator,
  changeAppointment,
  latestAppointment,
} from "./find-appointment.js";

@InputType({ description: "A first date, or another in place of one." })
export class ArrangeAppointmentInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Which accepted referral." })
  referralId!: string;

  @Field(() => AppointmentInput, { description: "The date." })
  appointment!: AppointmentInput;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of the appointment that was seen; null: there was none. ReferralMoved where there is another.",
  })
  insteadOf?: number | null;

  @Field(() => MoveReason, {
    nullable: true,
    description:
      "Why it is moved; asked for where somebody is awaited and the coordinator did not ask.",
  })
  reason?: MoveReason | null;
}

export const ArrangeAppointmentPayload = createUnionType({
  name: "ArrangeAppointmentPayload",
  description: "Outcome of arranging a first date.",
  types: () =>
    [Referral, ReferralMoved, RequestKeyReused, InvalidInput] as const,
});

export async function arrangeAppointment(
  work: Work,
  input: ArrangeAppointmentInput,
): Promise<typeof ArrangeAppointmentPayload> {
  const id = fromGlobalId("Referral", input.referralId);
  const { requestKey, appointment, insteadOf, reason: why } = input;
  const arranged = arrangedOf(appointment);
  const fault = new InputCheck(work.say).key(requestKey).problem;
  if (fault) return fault;
  const taken = await takeRequestKey(
    work,
    "arrangeAppointment",
    requestKey,
    { id, insteadOf, why, ...arranged },
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return (await findReferral(work, id)) ?? unknownReferral(work.say);
  return changeReferral(
    work,
    input.referralId,
    {
      event: "AppointmentArranged",
      permission: referralPolicy.arrangeAppointment,
      states: ["ACCEPTED"],
    },
    async (referral) => {
      const names = await namesKnown(work, referral);
      const wrong = checkAppointment(work, arranged, names, "appointment.");
      if (wrong.problem) return wrong.problem;
      const latest = await latestAppointment(work, id);
      const isAsSeen = (latest?.number ?? null) === (insteadOf ?? null);
      if (!isAsSeen || latest?.isOpenToAnother === false)
        return referralMoved(work.say, referral);
      const isMoved = latest?.isPlanned === true;
      const reason = isMoved ? reasonOf(latest, input) : null;
      const { problem } = new InputCheck(work.say).that(
        !isMoved || reason !== null,
        "reason",
        {
          pl: "Wybierz, dlaczego zmieniasz termin.",
          en: "Say why the date is moved.",
        },
      );
      if (problem) return problem;
      // the place stays hers: what is asked of the coordinator is closed by it, and she is told
      const isUnasked = await awaitsCoordinator(work, referral);
      if (isMoved)
        await changeAppointment(work, latest, { state: "CANCELLED" });
      await insertAppointment(work, referral, arranged, {
        number: (latest?.number ?? 0) + 1,
        movedFrom: isMoved ? latest.at : null,
        moveReason: reason,
      });
      return {
        step: isMoved ? "MOVED" : isUnasked ? "ARRANGED_UNASKED" : "ARRANGED",
      };
    },
  );
}

/** Where the coordinator asked, that is why. */
function reasonOf(
  { askedAt }: Appointment,
  { reason }: ArrangeAppointmentInput,
): MoveReason | null {
  return askedAt ? "CENTRE_ASKED" : (reason ?? null);
}

async function insertAppointment(
  work: Work,
  { id, partnerId, senderAccountId }: Referral,
  arranged: Arranged,
  placed: Pick<Appointment, "number" | "movedFrom" | "moveReason">,
): Promise<void> {
  await work.manager.getRepository(Appointment).insert({
    centreId: work.centreId,
    referralId: id,
    partnerId,
    senderAccountId,
    ...arranged,
    ...placed,
    state: "PLANNED",
    madeAt: work.now,
  });
}

/** The date that an acceptance carries; its referral is accepted in this work. */
export function arrangeFirst(
  work: Work,
  referralId: string,
  appointment: AppointmentInput,
): Promise<Referral | ReferralMoved | InvalidInput> {
  return changeReferral(
    work,
    referralId,
    {
      event: "AppointmentArranged",
      permission: referralPolicy.arrangeAppointment,
      states: ["ACCEPTED"],
    },
    async (referral) => {
      await insertAppointment(work, referral, arrangedOf(appointment), {
        number: 1,
        movedFrom: null,
        moveReason: null,
      });
      return { step: "ARRANGED" };
    },
  );
}
