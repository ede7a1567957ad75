// A line of "kto co robi": a task, the party and its part in it.
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { TaskPart } from "./agreement-kind.js";

@Entity()
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
  task!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text" })
  part!: TaskPart;
}
