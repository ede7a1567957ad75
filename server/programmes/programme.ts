// A programme of social services: a resolution of the council with its twelve elements, its period and its money (domain 2.7).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { DisclosureLevel } from "../partners/index.js";
import { addMonths } from "../platform/calendar.js";
import { Node } from "../platform/graphql/node.js";
import { Day } from "../platform/graphql/scalars.js";
import { highestLevel, PersonalDataField } from "./personal-data.js";
import type { ProgrammeStatus } from "./programme-kind.js";
import { ProgrammeElement } from "./programme-kind.js";

/** The final information is due so long after the end (CUS art. 6). */
const MONTHS_TO_REPORT = 4;

@Entity()
@ObjectType({
  implements: Node,
  description: "A programme of social services, adopted by the council.",
})
export class Programme extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "1: name." })
  name!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "1: aim." })
  aim!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "2: first day." })
  startsOn!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "2: last day, included." })
  endsOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "3: needs that it answers.",
  })
  needs!: string | null;

  @Column({ type: "int", nullable: true })
  @Field(() => Int, { nullable: true, description: "4: number of persons." })
  persons!: number | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "5: services, as the resolution says it.",
  })
  serviceScope!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "6: conditions and mode of qualification.",
  })
  qualification!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "7: fees and reliefs." })
  fees!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "8: documentation." })
  documentation!: string | null;

  @Column({ type: "text", array: true, nullable: true })
  @Field(() => [PersonalDataField], {
    nullable: true,
    description: "9: personal data needed; null: not decided yet.",
  })
  personalData!: PersonalDataField[] | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "10: organisation and stages.",
  })
  organisation!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "11: monitoring and measures.",
  })
  monitoring!: string | null;

  @Column({ type: "int", nullable: true })
  @Field(() => Int, { nullable: true, description: "12: limit in grosze." })
  budgetGrosze!: number | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Number of the resolution in force.",
  })
  resolutionNumber!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Day of the resolution." })
  resolutionOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Where the public bulletin shows it.",
  })
  bipUrl!: string | null;

  /** As recorded; what holds today is `statusOn`, since dates pass by themselves. */
  @Column({ type: "text", name: "status" })
  recordedStatus!: "DRAFT" | "ADOPTED" | "REPORTED";

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description: "When the final information was given.",
  })
  reportedOn!: string | null;

  /** Its own partnership: one of each (domain 2.1). */
  @Column({ type: "uuid", nullable: true })
  networkId!: string | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  @Column({ type: "timestamptz" })
  updatedAt!: Date;

  statusOn(day: string): ProgrammeStatus {
    const { recordedStatus, startsOn, endsOn } = this;
    if (recordedStatus !== "ADOPTED") return recordedStatus;
    if (endsOn !== null && endsOn < day) return "ENDED";
    return startsOn !== null && startsOn <= day ? "RUNNING" : "ADOPTED";
  }

  @Field(() => [ProgrammeElement], {
    description: "Of the twelve elements, those that are not written yet.",
  })
  get missing(): ProgrammeElement[] {
    const isWritten: Record<ProgrammeElement, boolean> = {
      NAME_AND_AIM: Boolean(this.aim),
      PERIOD: this.startsOn !== null && this.endsOn !== null,
      NEEDS: Boolean(this.needs),
      PERSONS: this.persons !== null,
      SERVICES: Boolean(this.serviceScope),
      QUALIFICATION: Boolean(this.qualification),
      FEES: Boolean(this.fees),
      DOCUMENTATION: Boolean(this.documentation),
      PERSONAL_DATA: this.personalData !== null,
      ORGANISATION: Boolean(this.organisation),
      MONITORING: Boolean(this.monitoring),
      BUDGET: this.budgetGrosze !== null,
    };
    return Object.values(ProgrammeElement).filter(
      (element) => !isWritten[element],
    );
  }

  @Field(() => Day, {
    nullable: true,
    description: "Last day for the final information: 4 months after the end.",
  })
  get reportDueOn(): string | null {
    return this.endsOn === null
      ? null
      : addMonths(this.endsOn, MONTHS_TO_REPORT);
  }

  @Field(() => DisclosureLevel, {
    description: "The most that may travel with a referral under it.",
  })
  get highestLevel(): DisclosureLevel {
    return highestLevel(this.personalData ?? []);
  }
}
