// An unmet need: what people of the place lack, as it is known, without anybody's data (domain 2.7).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { ServiceArea } from "../offer/index.js";
import { Node } from "../platform/graphql/node.js";
import { GapKind, NeedEvidence, NeedStatus } from "./need-kind.js";

@Entity()
@ObjectType({
  implements: Node,
  description: "What people of the place lack; it tells of nobody.",
})
export class Need extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "uuid", nullable: true })
  networkId!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "What is lacking, in a sentence." })
  title!: string;

  @Column({ type: "text" })
  @Field(() => ServiceArea, { description: "In which area of the Act." })
  area!: ServiceArea;

  @Column({ type: "text" })
  @Field(() => GapKind, { description: "What kind of gap." })
  gapKind!: GapKind;

  @Column({ type: "text" })
  @Field(() => NeedEvidence, { description: "How it is known." })
  evidence!: NeedEvidence;

  @Column({ type: "text" })
  @Field(() => NeedStatus, { description: "How far it has come." })
  status!: NeedStatus;

  @Column({ type: "int", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: "How many people it concerns, by estimate.",
  })
  personsEstimated!: number | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;
}
