// A town or village of the centre, named once by its organiser, so that the register is told apart by place without free words.
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { toGlobalId } from "../platform/graphql/global-id.js";

@Entity()
@ObjectType({ description: "A town or village of the centre." })
export class CentrePlace {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Field(() => ID, { name: "id", description: "Opaque." })
  get globalId(): string {
    return toGlobalId("CentrePlace", this.id);
  }

  @Column({ type: "text" })
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Its number in SIMC, 7 digits.",
  })
  simc!: string | null;
}
