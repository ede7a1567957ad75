// What an organisation, or the representative of residents, says of a need.
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { toGlobalId } from "../platform/graphql/global-id.js";

@Entity()
@ObjectType({ description: "A remark on a need." })
export class NeedComment {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Field(() => ID, { name: "id", description: "Opaque." })
  get globalId(): string {
    return toGlobalId("NeedComment", this.id);
  }

  @Column({ type: "uuid" })
  needId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description: "Said for those who use services, by their representative.",
  })
  ofResidents!: boolean;

  @Column({ type: "text" })
  @Field(() => String, { description: "What is said." })
  text!: string;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When." })
  at!: Date;
}
