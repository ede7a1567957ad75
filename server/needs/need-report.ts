// That something was lacking, once: from a referral or a search; who said it can take it back, and the register tells counts only.
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { toGlobalId } from "../platform/graphql/global-id.js";
import { NeedEvidence } from "./need-kind.js";

@Entity()
@ObjectType({ description: "A need was reported once." })
export class NeedReport {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Field(() => ID, { name: "id", description: "Opaque." })
  get globalId(): string {
    return toGlobalId("NeedReport", this.id);
  }

  @Column({ type: "uuid" })
  needId!: string;

  @Column({ type: "text" })
  @Field(() => NeedEvidence, { description: "What showed it." })
  evidence!: NeedEvidence;

  @Column({ type: "uuid", nullable: true })
  referralId!: string | null;

  @Column({ type: "uuid" })
  accountId!: string;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When." })
  at!: Date;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "When it was taken back; null: it counts.",
  })
  takenBackAt!: Date | null;
}
