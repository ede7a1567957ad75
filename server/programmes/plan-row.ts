// A row of the implementation plan: a service, who provides it, how it is acquired, when, and what is missing (story O15).
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { AgreementStatus } from "../agreements/index.js";
import { AcquisitionMode } from "../offer/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { Day } from "../platform/graphql/scalars.js";
import { MODES, type PlanGap, PlanState } from "./row-kind.js";

/** What a row is measured by; undefined: not the viewer's to know. */
export interface PlanFacts {
  day: string;
  agreementStatus: AgreementStatus | undefined;
  /** The last day of its agreement; null: for good, or it renews itself. */
  agreementEndsOn: string | null;
  /** The first day of the programme. */
  startsOn: string | null;
  amountGrosze: number | null | undefined;
  hasCapacity: boolean;
  isHubs: boolean;
  isInPartnership: boolean;
}

@Entity()
@ObjectType({
  description: "A service of a programme's implementation plan.",
})
export class PlanRow {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Field(() => ID, { name: "id", description: "Opaque." })
  get globalId(): string {
    return toGlobalId("PlanRow", this.id);
  }

  @Column({ type: "uuid" })
  programmeId!: string;

  @Column({ type: "uuid", nullable: true })
  serviceId!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Name of a service that is still to be created.",
  })
  serviceName!: string | null;

  @Column({ type: "uuid", nullable: true })
  partnerId!: string | null;

  @Column({ type: "text" })
  @Field(() => AcquisitionMode, { description: "How it is acquired." })
  mode!: AcquisitionMode;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "To begin by." })
  plannedOn!: string | null;

  @Column({ type: "text" })
  @Field(() => PlanState, { description: "How far it has come." })
  state!: PlanState;

  @Column({ type: "uuid", nullable: true })
  agreementId!: string | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  @Column({ type: "timestamptz" })
  updatedAt!: Date;

  gaps(facts: PlanFacts): PlanGap[] {
    if (this.state === "DROPPED") return [];
    const { kinds, money } = MODES[this.mode];
    const isOwn = facts.isHubs && this.mode === "OWN_UNIT_PLAN";
    const asksPaper = this.partnerId !== null && !isOwn && kinds.length > 0;
    const isLate = this.plannedOn !== null && this.plannedOn < facts.day;
    const { agreementStatus: status, agreementEndsOn: end } = facts;
    const isGoingOn = status === "ACTIVE" || status === "SIGNED";
    const begins = [facts.startsOn ?? "", this.plannedOn ?? ""];
    const endsBefore = end !== null && begins.some((first) => end < first);
    const missing: Record<PlanGap, boolean> = {
      NO_PROVIDER: this.partnerId === null,
      OUTSIDE_PARTNERSHIP:
        this.partnerId !== null && !facts.isInPartnership && !facts.isHubs,
      NO_AGREEMENT: asksPaper && this.agreementId === null,
      AGREEMENT_NOT_IN_FORCE:
        facts.agreementStatus !== undefined &&
        facts.agreementStatus !== "ACTIVE",
      AGREEMENT_ENDS_BEFORE: isGoingOn && endsBefore,
      DATE_PASSED: isLate && this.state !== "RUNNING",
      NO_MONEY:
        money === "NEEDED" &&
        facts.amountGrosze !== undefined &&
        !facts.amountGrosze,
      NO_CAPACITY: this.serviceId !== null && !facts.hasCapacity,
    };
    // the keys of a closed record are its own
    // oxlint-disable-next-line typescript/consistent-type-assertions
    return (Object.keys(missing) as PlanGap[]).filter((gap) => missing[gap]);
  }
}

/** The money of a row, apart because fewer people read it (domain 1.14). */
@Entity()
export class PlanMoney {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  planRowId!: string;

  @Column({ type: "uuid" })
  programmeId!: string;

  @Column({ type: "uuid", nullable: true })
  partnerId!: string | null;

  @Column({ type: "int" })
  amountGrosze!: number;
}
