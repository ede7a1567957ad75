// An assignment: an account acts for one organisation in one centre, in these roles, until it ends.
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { Role } from "./role.js";

@Entity()
export class Assignment {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  accountId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text", array: true })
  roles!: Role[];

  @Column({ type: "timestamptz" })
  startedAt!: Date;

  @Column({ type: "timestamptz", nullable: true })
  endedAt!: Date | null;

  /** She keeps her roles and cannot act by them. */
  @Column({ type: "timestamptz", nullable: true })
  lockedAt!: Date | null;
}
