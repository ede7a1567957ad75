// What a party says to the terms while they are negotiated: a remark, or a change that it proposes.
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
@ObjectType({ description: "What a party says to the terms." })
export class AgreementRemark {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  agreementId!: string;

  /** The party that speaks. */
  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Its words." })
  text!: string;

  @Column({ type: "uuid" })
  madeBy!: string;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "Said at." })
  madeAt!: Date;
}
