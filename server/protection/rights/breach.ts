// A breach of the protection of personal data and its 72 hours (RODO art. 33, 34): steps, and whether it is reported and told.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** Of one breach. */
export const MOST_STEPS = 100;

export const BREACH_MS = 72 * 3_600_000;

export const BreachKind = {
  CONFIDENTIALITY: "CONFIDENTIALITY",
  INTEGRITY: "INTEGRITY",
  AVAILABILITY: "AVAILABILITY",
} as const;
export type BreachKind = keyof typeof BreachKind;

registerEnumType(BreachKind, {
  name: "BreachKind",
  description: "What was broken.",
  valuesConfig: {
    CONFIDENTIALITY: { description: "Somebody saw what is not hers to see." },
    INTEGRITY: { description: "Something was changed." },
    AVAILABILITY: { description: "Something was lost or out of reach." },
  },
});

@Entity()
@ObjectType({ description: "A breach of the protection of personal data." })
export class Breach {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "int" })
  @Field(() => Int, { description: "Its number in the centre." })
  number!: number;

  @Column({ type: "uuid" })
  id!: string;

  @Column({ type: "text" })
  @Field(() => BreachKind, { description: "What was broken." })
  kind!: BreachKind;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When it was found." })
  foundAt!: Date;

  @Field(() => Date, {
    description: "Until when it is to be reported: 72 hours later.",
  })
  get dueAt(): Date {
    return new Date(this.foundAt.getTime() + BREACH_MS);
  }

  @Column({ type: "text" })
  @Field(() => String, {
    description: "What happened, in words that name nobody.",
  })
  about!: string;

  @Column({ type: "int", nullable: true })
  @Field(() => Int, { nullable: true, description: "How many people, about." })
  people!: number | null;

  @Column({ type: "boolean", nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description: "Reported to the supervisory authority; null: not decided.",
  })
  reported!: boolean | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, { nullable: true, description: "When it was reported." })
  reportedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Number of the report, as the authority confirmed it.",
  })
  reportNumber!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why not, or why later than in 72 hours.",
  })
  reportReason!: string | null;

  @Column({ type: "boolean", nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description: "Told to the people whom it concerns; null: not decided.",
  })
  told!: boolean | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Why not." })
  toldReason!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, { nullable: true, description: "When that was decided." })
  decidedAt!: Date | null;

  @Column({ type: "int", default: 1 })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When it was written down." })
  filedAt!: Date;

  isDecidedAs(decision: BreachDecision): boolean {
    return (
      this.isReportedAs(decision) &&
      this.told === decision.told &&
      this.toldReason === decision.toldReason
    );
  }

  /** What was not done is done after all, as new facts ask for it (GDPR art. 33 (4), 34 (4)); what was done stays done. */
  mayBecome(decision: BreachDecision): boolean {
    if (this.decidedAt === null) return true;
    const staysDone =
      (!this.reported || this.isReportedAs(decision)) &&
      (!this.told || decision.told);
    const goesFurther =
      (decision.reported && !this.reported) || (decision.told && !this.told);
    return staysDone && goesFurther;
  }

  private isReportedAs(decision: BreachDecision): boolean {
    return (
      this.reported === decision.reported &&
      this.reportReason === decision.reportReason &&
      this.reportNumber === decision.reportNumber &&
      this.reportedAt?.getTime() === decision.reportedAt?.getTime()
    );
  }

  @Column({ type: "text" })
  @Field(() => String, {
    name: "filedBy",
    description: "Who wrote it down, by name as then.",
  })
  filedByName!: string;
}

export interface BreachDecision extends Pick<
  Breach,
  "reportedAt" | "reportNumber" | "reportReason" | "toldReason"
> {
  reported: boolean;
  told: boolean;
}

@Entity()
@ObjectType({ description: "What was done about a breach." })
export class BreachStep {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "int" })
  number!: number;

  @PrimaryColumn({ type: "int" })
  nth!: number;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When." })
  at!: Date;

  @Column({ type: "text" })
  @Field(() => String, { name: "by", description: "By whom, as called then." })
  byName!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "What, in words that name nobody." })
  what!: string;
}
