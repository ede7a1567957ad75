// Who was there on a day, or how much of a period somebody got: lines of a list, corrected by later ones (domain 2.9).
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { CapacityUnit } from "../../offer/index.js";
import { Problem } from "../../platform/graphql/problem.js";
import { Day } from "../../platform/graphql/scalars.js";

export const AttendanceState = {
  PRESENT: "PRESENT",
  ABSENT: "ABSENT",
  EXCUSED: "EXCUSED",
} as const;
export type AttendanceState = keyof typeof AttendanceState;

registerEnumType(AttendanceState, {
  name: "AttendanceState",
  description: "Whether somebody was there.",
  valuesConfig: {
    PRESENT: { description: "Was there." },
    ABSENT: { description: "Was not there, and nobody said why." },
    EXCUSED: { description: "Was not there, and said so." },
  },
});

/** So often absent, one time after the other, the coordinator is told. */
export const ALERT_FROM = 3;

@Entity()
@ObjectType({
  description: "One line of a list of attendance, as it stands or stood.",
})
export class Attendance {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  referralId!: string;

  @PrimaryColumn({ type: "date" })
  @Field(() => Day, { description: "The day, or the first of a period." })
  day!: string;

  @Column({ type: "date" })
  @Field(() => Day, { description: "The day itself, or the last of a period." })
  until!: string;

  @PrimaryColumn({ type: "int" })
  @Field(() => Int, {
    description: "1 as it was written first; each correction is one more.",
  })
  revision!: number;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "uuid" })
  senderAccountId!: string;

  @Column({ type: "uuid" })
  serviceId!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => AttendanceState, {
    nullable: true,
    description: "Whether somebody was there; null: counted in units.",
  })
  state!: AttendanceState | null;

  @Column({ type: "int", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      "How much, in the unit of the service; null: a list of the day.",
  })
  quantity!: number | null;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When it was written down." })
  recordedAt!: Date;

  @Column({ type: "uuid" })
  recordedBy!: string;
}

/** Each day once: the newest line of it. Lines come in any order. */
export function standingLines(lines: readonly Attendance[]): Attendance[] {
  const byDay = new Map<string, Attendance>();
  for (const line of lines) {
    const known = byDay.get(line.day);
    if (!known || known.revision < line.revision) byDay.set(line.day, line);
  }
  return [...byDay.values()].toSorted((one, other) =>
    other.day.localeCompare(one.day),
  );
}

/** Who said that she cannot come neither counts nor begins anew. */
export function absencesInRow(lines: readonly Attendance[]): number {
  const marks = standingLines(lines)
    .map(({ state }) => state)
    .filter((state) => state === "ABSENT" || state === "PRESENT");
  const present = marks.indexOf("PRESENT");
  return present < 0 ? marks.length : present;
}

/** People of a group are there or not; of all else so much was given. */
export function isListOfDay(unit: CapacityUnit): boolean {
  return unit === "PLACES";
}

@ObjectType({ description: "Somebody on a list of attendance." })
export class AttendanceLine {
  /** Without its type. */
  id!: string;

  @Field(() => ID, { description: "The referral that she came by." })
  referralId!: string;

  @Field(() => String, { description: "Its number." })
  number!: string;

  @Field(() => String, { description: "The code of the card that she shows." })
  tokenCode!: string;

  @Field(() => Boolean, { description: "The service pauses for her now." })
  isSuspended!: boolean;

  @Field(() => Int, { description: "How often absent without a break." })
  absencesInRow!: number;

  @Field(() => Attendance, {
    nullable: true,
    description: "What stands for this day or period; null: nothing yet.",
  })
  entry!: Attendance | null;
}

@ObjectType({
  description: "The list of a service for a day, or for a period.",
})
export class AttendanceSheet {
  serviceId!: string;

  @Field(() => Day, { description: "The day, or the first of the period." })
  from!: string;

  @Field(() => Day, { description: "The same day, or the last." })
  to!: string;

  @Field(() => CapacityUnit, {
    description: "PLACES: who was there; all else: how much of it.",
  })
  unit!: CapacityUnit;

  @Field(() => [AttendanceLine], {
    description:
      "Whose service ran then, by number; the first 200 of the newest.",
  })
  lines!: AttendanceLine[];
}

@ObjectType({
  implements: Problem,
  description: "Somebody wrote another line meanwhile. Nothing was changed.",
})
export class AttendanceMoved extends Problem {
  @Field(() => [ID], { description: "Of which referrals." })
  referralIds: string[];

  constructor(message: string, referralIds: string[]) {
    super(message);
    this.referralIds = referralIds;
  }
}
