// The first meeting of somebody with a service: agreed when the referral is accepted, moved, and kept or not (domain 2.9).
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { localDate } from "../../platform/calendar.js";

export const AppointmentState = {
  PLANNED: "PLANNED",
  CAME: "CAME",
  DID_NOT_COME: "DID_NOT_COME",
  CANCELLED: "CANCELLED",
} as const;
export type AppointmentState = keyof typeof AppointmentState;

registerEnumType(AppointmentState, {
  name: "AppointmentState",
  description: "How an appointment stands.",
  valuesConfig: {
    PLANNED: { description: "Somebody is awaited." },
    CAME: { description: "The person came." },
    DID_NOT_COME: { description: "The person did not come." },
    CANCELLED: { description: "Moved, or the referral ended before." },
  },
});

export const MoveReason = {
  STAFF: "STAFF",
  PLACE: "PLACE",
  PERSON_ASKED: "PERSON_ASKED",
  CENTRE_ASKED: "CENTRE_ASKED",
  MISTAKE: "MISTAKE",
  OTHER: "OTHER",
} as const;
export type MoveReason = keyof typeof MoveReason;

registerEnumType(MoveReason, {
  name: "AppointmentMoveReason",
  description: "Why an appointment was moved.",
  valuesConfig: {
    STAFF: { description: "Whoever was to meet the person is away." },
    PLACE: { description: "The place is not to be had." },
    PERSON_ASKED: { description: "The person asked the organisation." },
    CENTRE_ASKED: { description: "The coordinator asked for it." },
    MISTAKE: { description: "The date was written down wrongly." },
    OTHER: { description: "Another reason." },
  },
});

export const NoShowAnswer = {
  ANOTHER_DATE: "ANOTHER_DATE",
  KEEP_PLACE: "KEEP_PLACE",
  BREAK_OFF: "BREAK_OFF",
} as const;
export type NoShowAnswer = keyof typeof NoShowAnswer;

registerEnumType(NoShowAnswer, {
  name: "NoShowAnswer",
  description: "What the coordinator wants where somebody did not come.",
  valuesConfig: {
    ANOTHER_DATE: { description: "The organisation gives another date." },
    KEEP_PLACE: { description: "The place is kept; the date is to be found." },
    BREAK_OFF: { description: "The place is given back." },
  },
});

/** So long a tap that was a mistake is taken back. */
const UNDO_MS = 15 * 60_000;

@Entity()
@ObjectType({
  description: "When and where somebody is awaited for the first time.",
})
export class Appointment {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  referralId!: string;

  @PrimaryColumn({ type: "int" })
  @Field(() => Int, { description: "Of this referral; the first is 1." })
  number!: number;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "uuid" })
  senderAccountId!: string;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When." })
  at!: Date;

  /** She goes nowhere: where she lives is in what travelled. */
  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description: "The organisation comes to the person.",
  })
  atHome!: boolean;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Where to come; null: the organisation comes to the person.",
  })
  place!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "What to bring." })
  bring!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Whom of the organisation to ask for.",
  })
  askFor!: string | null;

  @Column({ type: "text" })
  @Field(() => AppointmentState, { description: "How it stands." })
  state!: AppointmentState;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "From which date it was moved; null: it was not.",
  })
  movedFrom!: Date | null;

  @Column({ type: "text", nullable: true })
  @Field(() => MoveReason, { nullable: true, description: "Why moved." })
  moveReason!: MoveReason | null;

  @Column({ type: "timestamptz" })
  madeAt!: Date;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "When the coordinator asked for another date.",
  })
  askedAt!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "Which date she proposed; null: none.",
  })
  wishedFor!: Date | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Why she asked for another date, in her words; null: not said.",
  })
  wishReason!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  notedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  @Field(() => NoShowAnswer, {
    nullable: true,
    description: "What the coordinator wants after a no-show; null: not said.",
  })
  answer!: NoShowAnswer | null;

  get isPlanned(): boolean {
    return this.state === "PLANNED";
  }

  /** Nobody came, and the coordinator has not said what becomes of the place. */
  get awaitsAnswer(): boolean {
    return this.state === "DID_NOT_COME" && this.answer === null;
  }

  /** Another one may stand in its place, or after it. */
  get isOpenToAnother(): boolean {
    return this.state !== "CAME";
  }

  isDayReached(now: Date): boolean {
    return localDate(this.at) <= localDate(now);
  }

  isHourReached(now: Date): boolean {
    return this.at <= now;
  }

  isUndoable(now: Date): boolean {
    return (
      this.notedAt !== null &&
      this.answer === null &&
      now.getTime() - this.notedAt.getTime() <= UNDO_MS
    );
  }

  /** Until when a tap can be taken back; null: there is none, or no more. */
  undoableUntil(now: Date): Date | null {
    return this.notedAt && this.isUndoable(now)
      ? new Date(this.notedAt.getTime() + UNDO_MS)
      : null;
  }
}
