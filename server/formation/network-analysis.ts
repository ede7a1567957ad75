// The analysis of step 3: what helps and what hinders the network, inside and around it (SWOT).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
@ObjectType({ description: "Strengths, weaknesses, opportunities, threats." })
export class NetworkAnalysis {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  networkId!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "What the network can do well." })
  strengths!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "What it lacks." })
  weaknesses!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "What helps from outside." })
  opportunities!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "What hinders from outside." })
  threats!: string;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "Written, the last time." })
  writtenAt!: Date;
}
