// A contact person: the concrete person of an organisation (rule 3 of partnership, seed S004).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";
import { Day } from "../platform/graphql/scalars.js";
import {
  ContactAlert,
  ContactChannel,
  ContactDuty,
  type ContactRole,
  WillingSource,
} from "./contact-kind.js";

@Entity()
@ObjectType({
  implements: Node,
  description: "The person of an organisation whom others turn to.",
})
export class ContactPerson extends Node {
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
  @Field(() => String, { nullable: true, description: "Position." })
  position!: string | null;

  @Column({ type: "text", nullable: true })
  workEmail!: string | null;

  @Column({ type: "text", nullable: true })
  workPhone!: string | null;

  @Column({ type: "boolean" })
  isPrimary!: boolean;

  @Column({ type: "boolean" })
  isDeputy!: boolean;

  @Column({ type: "text", array: true })
  duties!: ContactDuty[];

  @Column({ type: "text", nullable: true })
  @Field(() => ContactChannel, {
    nullable: true,
    description: "How she is best reached; null: she has not said.",
  })
  preferredChannel!: ContactChannel | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "When she can be reached.",
  })
  availability!: string | null;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "When she confirmed that she is willing; null: not yet.",
  })
  willingConfirmedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  @Field(() => WillingSource, {
    nullable: true,
    description: "Who confirmed it.",
  })
  willingConfirmedBy!: WillingSource | null;

  @Column({ type: "text", nullable: true })
  willingNote!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description: "First day of her absence, past or to come.",
  })
  awayFrom!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Its last day." })
  awayTo!: string | null;

  @Column({ type: "uuid", nullable: true })
  substituteId!: string | null;

  @Column({ type: "boolean" })
  active!: boolean;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  get roles(): ContactRole[] {
    return [
      ...(this.isPrimary ? (["PRIMARY"] as const) : []),
      ...(this.isDeputy ? (["DEPUTY"] as const) : []),
      ...this.duties,
    ];
  }

  isAwayOn(day: string): boolean {
    return (
      this.awayFrom !== null &&
      this.awayTo !== null &&
      this.awayFrom <= day &&
      day <= this.awayTo
    );
  }
}

/** What the active people of an organisation leave open; null: nothing. */
export function alertOf(
  people: readonly ContactPerson[],
  day: string,
): ContactAlert | null {
  const primary = people.find(({ isPrimary }) => isPrimary);
  if (!primary) return "NO_PRIMARY";
  if (people.every((person) => person.isAwayOn(day))) return "NOBODY_PRESENT";
  return primary.willingConfirmedAt ? null : "NOT_WILLING";
}
