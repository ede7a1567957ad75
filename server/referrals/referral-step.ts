// One step on the way of a referral, as a timeline shows it.
import { Field, ObjectType, registerEnumType } from "type-graphql";

import { ReferralStatus } from "./referral-status.js";

export const AppointmentStep = {
  ARRANGED: "ARRANGED",
  MOVED: "MOVED",
  ANOTHER_DATE_ASKED: "ANOTHER_DATE_ASKED",
  CAME: "CAME",
  DID_NOT_COME: "DID_NOT_COME",
  UNDONE: "UNDONE",
  ANOTHER_DATE: "ANOTHER_DATE",
  KEEP_PLACE: "KEEP_PLACE",
  ARRANGED_UNASKED: "ARRANGED_UNASKED",
} as const;
export type AppointmentStep = keyof typeof AppointmentStep;

registerEnumType(AppointmentStep, {
  name: "AppointmentStep",
  description: "What happened to the first appointment.",
  valuesConfig: {
    ARRANGED: { description: "A date was given." },
    MOVED: { description: "It was moved to another date." },
    ANOTHER_DATE_ASKED: { description: "The coordinator asked to move it." },
    CAME: { description: "The person came." },
    DID_NOT_COME: { description: "The person did not come." },
    UNDONE: { description: "What was said of it was taken back." },
    ANOTHER_DATE: { description: "After a no-show: another date is wanted." },
    KEEP_PLACE: { description: "After a no-show: the place is kept." },
    ARRANGED_UNASKED: {
      description:
        "After a no-show: a date was given before the coordinator had answered, who is asked no more.",
    },
  },
});

@ObjectType({ description: "One step on the way of a referral." })
export class ReferralStep {
  @Field(() => Date, { description: "When." })
  at!: Date;

  @Field(() => ReferralStatus, { description: "The state that it led to." })
  status!: ReferralStatus;

  @Field(() => AppointmentStep, {
    nullable: true,
    description:
      "What happened to the appointment, where the state stayed; null: the state changed.",
  })
  appointment!: AppointmentStep | null;

  @Field(() => String, {
    description: "The organisation that acted, or the system's name.",
  })
  by!: string;

  @Field(() => String, {
    nullable: true,
    description: "Reason of a decline or a break-off, as its enum value.",
  })
  reason!: string | null;
}
