// The money of an agreement, apart from its other terms since fewer may see it; one row for each version.
import { Field, Float, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { AcquisitionMode } from "../offer/index.js";

@Entity()
@ObjectType({ description: "The money of an agreement." })
export class AgreementFinance {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  agreementId!: string;

  @PrimaryColumn({ type: "int" })
  revision!: number;

  /** The way of acquiring services. */
  @Column({ type: "text", nullable: true })
  @Field(() => AcquisitionMode, {
    nullable: true,
    description: "The way of acquiring services.",
  })
  mode!: AcquisitionMode | null;

  @Column({
    type: "int8",
    nullable: true,
    // the driver reads a bigint as text
    transformer: {
      to: (grosze: number | null) => grosze,
      from: (text: string | null) => (text === null ? null : Number(text)),
    },
  })
  @Field(() => Float, {
    nullable: true,
    description: "Value in grosze, a whole number.",
  })
  amountGrosze!: number | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "How it is settled." })
  settlementRules!: string | null;
}
