// An unmet need: what people of the place lack, as it is known, without anybody's data (domain 2.7).
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { ServiceArea, TargetGroup } from "../offer/index.js";
import { Node } from "../platform/graphql/node.js";
import {
  GapKind,
  NeedEvidence,
  NeedStatus,
  PlannedAnswer,
} from "./need-kind.js";

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

  /** Of one that was written by hand, or named since; a counted one is called by what it is about. */
  @Column({ type: "text", nullable: true })
  title!: string | null;

  @Column({ type: "text" })
  @Field(() => ServiceArea, { description: "In which area of the Act." })
  area!: ServiceArea;

  @Column({ type: "text" })
  @Field(() => GapKind, { description: "What kind of gap." })
  gapKind!: GapKind;

  @Column({ type: "text" })
  @Field(() => TargetGroup, { description: "Who lacks it." })
  targetGroup!: TargetGroup;

  @Column({ type: "uuid", nullable: true })
  placeId!: string | null;

  @Column({ type: "text" })
  @Field(() => NeedEvidence, { description: "How it was first known." })
  evidence!: NeedEvidence;

  @Column({ type: "text" })
  @Field(() => NeedStatus, { description: "How far it has come." })
  status!: NeedStatus;

  /** Told by its resolver: fewer than five to who keeps the register alone. */
  @Column({ type: "int", nullable: true })
  personsEstimated!: number | null;

  @Column({ type: "text", nullable: true })
  @Field(() => PlannedAnswer, {
    nullable: true,
    description: "What it is to be answered by; null: not said.",
  })
  plannedAnswer!: PlannedAnswer | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What is planned or done, in a sentence.",
  })
  answerNote!: string | null;

  /** Born of reports. */
  @Column({ type: "boolean" })
  counted!: boolean;

  @Column({ type: "timestamptz" })
  reportedAt!: Date;

  /** Its last report was taken back: as if it had not been, until the next one. */
  @Column({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: "int" })
  @Field(() => Int, {
    description: "Rises by one with every change; a report changes nothing.",
  })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;
}
