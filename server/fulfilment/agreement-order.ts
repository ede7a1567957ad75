// What was ordered of one organisation under an agreement: services, how much of each in a period, at what price.
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { CapacityUnit } from "../offer/index.js";
import { Node } from "../platform/graphql/node.js";
import { PeriodKind } from "../platform/period.js";

/** A line as it was ordered: name and unit are the agreement's words, whatever becomes of the service. */
@ObjectType({ description: "One service of an order." })
export class OrderedLine {
  serviceId!: string;

  @Field(() => String, { description: "Name of the service, as ordered." })
  serviceName!: string;

  @Field(() => CapacityUnit, { description: "What it is counted in." })
  unit!: CapacityUnit;

  @Field(() => Int, { description: "How much in a period." })
  quantity!: number;

  @Field(() => Int, {
    nullable: true,
    description: "Price of one, in grosze; null: not paid by the unit.",
  })
  unitPriceGrosze!: number | null;
}

@Entity()
@ObjectType({
  implements: Node,
  description: "What was ordered of an organisation under an agreement.",
})
export class AgreementOrder extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid" })
  agreementId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text" })
  @Field(() => PeriodKind, {
    description: "The period of its quantities, and of its settlement.",
  })
  per!: PeriodKind;

  @Column({ type: "jsonb" })
  @Field(() => [OrderedLine], { description: "Service by service." })
  lines!: OrderedLine[];

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  @Column({ type: "timestamptz" })
  updatedAt!: Date;
}
