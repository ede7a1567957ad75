// A line of "kto co robi": a task, the party and its part in it.
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { TaskPart } from "./agreement-kind.js";

@Entity()
@ObjectType({ description: "A line of who does what." })
export class AgreementTask {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  agreementId!: string;

  @Column({ type: "int" })
  position!: number;

  @Column({ type: "text" })
  @Field(() => String, { description: "The task." })
  task!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text" })
  @Field(() => TaskPart, { description: "The part of the party in it." })
  part!: TaskPart;
}
