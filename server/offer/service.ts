// A service in the bank of local services (domain 2.4).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Accessibility } from "../partners/index.js";
import { Node } from "../platform/graphql/node.js";
import { Day } from "../platform/graphql/scalars.js";
import { AcquisitionMode } from "./acquisition-mode.js";
import type { Capacity } from "./capacity.js";
import { CapacityUnit } from "./capacity-unit.js";
import type { MatchReason } from "./match-reason.js";
import { ServiceHours } from "./schedule/service-hours.js";
import {
  EntryMode,
  LifeSphere,
  ReintegrationProfile,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
  ServiceStatus,
  ServiceVisibility,
} from "./service-kind.js";
import { TargetGroup } from "./target-group.js";

@Entity()
@ObjectType({
  implements: Node,
  description: "What an organisation offers to residents, with its capacity.",
})
export class Service extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name." })
  name!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What it is, in plain language.",
  })
  description!: string | null;

  @Column({ type: "text" })
  @Field(() => ServiceArea, { description: "One of the 14 areas." })
  area!: ServiceArea;

  @Column({ type: "text", name: "service_group" })
  @Field(() => ServiceGroup, { description: "Group of the service." })
  group!: ServiceGroup;

  @Column({ type: "text" })
  @Field(() => ServiceForm, { description: "Form of work." })
  form!: ServiceForm;

  @Column({ type: "text", nullable: true })
  @Field(() => LifeSphere, {
    nullable: true,
    description: "Sphere of life that it is about.",
  })
  sphere!: LifeSphere | null;

  @Column({ type: "text" })
  @Field(() => ReintegrationProfile, {
    description: "Social or vocational reintegration, or neither.",
  })
  reintegrationProfile!: ReintegrationProfile;

  @Column({ type: "text" })
  @Field(() => EntryMode, { description: "How a resident gets in." })
  entryMode!: EntryMode;

  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description:
      "A supporting activity: of volunteers, neighbours or a self-help group (CUS Act art. 32).",
  })
  supporting!: boolean;

  @Column({ type: "text", nullable: true })
  @Field(() => AcquisitionMode, {
    nullable: true,
    description: "How the centre acquires it; null: not said.",
  })
  acquisitionMode!: AcquisitionMode | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Fee in grosze; 0: free." })
  feeGrosze!: number;

  @Column({ type: "text", nullable: true })
  @Field(() => CapacityUnit, {
    nullable: true,
    description: "What the fee is for; null: for the whole service.",
  })
  feeUnit!: CapacityUnit | null;

  @Column({ type: "boolean" })
  @Field(() => Boolean, { description: "Open to emergencies." })
  emergency!: boolean;

  /** False: supervision and training of staff; nobody is referred there. */
  @Column({ type: "boolean" })
  forResidents!: boolean;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Where it takes place." })
  place!: string | null;

  @Column({ type: "text", array: true })
  @Field(() => [Accessibility], {
    description: "What makes it accessible; empty: not said.",
  })
  accessibility!: Accessibility[];

  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description:
      "Whom somebody looks after is cared for meanwhile; false: not said.",
  })
  careDuringActivity!: boolean;

  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description: "People are brought there; false: not said.",
  })
  transportProvided!: boolean;

  @Column({ type: "text", array: true })
  @Field(() => [TargetGroup], {
    description: "Whom it is for above all; empty: not said.",
  })
  targetGroups!: TargetGroup[];

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Who may come, and what for, in plain language.",
  })
  eligibility!: string | null;

  @Column({ type: "int", nullable: true })
  @Field(() => Int, { nullable: true, description: "From this age on." })
  ageFrom!: number | null;

  @Column({ type: "int", nullable: true })
  @Field(() => Int, { nullable: true, description: "Up to this age." })
  ageTo!: number | null;

  @Column({ type: "jsonb" })
  @Field(() => [ServiceHours], {
    description: "When it takes place; empty: not said.",
  })
  hours!: ServiceHours[];

  @Column({ type: "int", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      "Each year from this month on, 1 to 12; null: all the year round.",
  })
  seasonFrom!: number | null;

  @Column({ type: "int", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      "To the end of this month; where it is before `seasonFrom`: of the next year.",
  })
  seasonTo!: number | null;

  @Column({ type: "boolean" })
  @Field(() => Boolean, { description: "Not on public holidays." })
  restsOnHolidays!: boolean;

  @Column({ type: "text" })
  @Field(() => ServiceStatus, { description: "State of the service." })
  status!: ServiceStatus;

  @Column({ type: "text" })
  @Field(() => ServiceVisibility, { description: "Who sees it." })
  visibility!: ServiceVisibility;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Paused until this day." })
  suspendedUntil!: string | null;

  @Column({ type: "date", nullable: true })
  eventOn!: string | null;

  @Column({ type: "date", nullable: true })
  referableFrom!: string | null;

  @Column({ type: "date", nullable: true })
  referableTo!: string | null;

  @Column({ type: "text", nullable: true })
  importKey!: string | null;

  /** The programme of the council that it is under. */
  @Column({ type: "uuid", nullable: true })
  programmeId!: string | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change of it." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  @Column({ type: "timestamptz" })
  updatedAt!: Date;

  /** The capacity as an event left it, where the service is delivered with one. */
  capacityAsOf?: Capacity;

  /** Why it stands where it stands in the list that was asked for. */
  reasons?: MatchReason[];

  get isOffered(): boolean {
    return this.status === "ACTIVE";
  }
}
