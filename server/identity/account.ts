// An account: somebody who can sign in; what she may do stands in her assignments.
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { Language } from "../platform/graphql/words.js";

@Entity()
export class Account {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  /** Always in lower case. */
  @Column({ type: "text" })
  email!: string;

  @Column({ type: "text" })
  name!: string;

  /** argon2id; null: cannot sign in by password. */
  @Column({ type: "text", nullable: true })
  passwordHash!: string | null;

  /** A one-time password was given out: nothing else works until it is changed. */
  @Column({ type: "boolean" })
  mustChangePassword!: boolean;

  /** Until when a one-time password opens anything. */
  @Column({ type: "timestamptz", nullable: true })
  oneTimeUntil!: Date | null;

  @Column({ type: "text" })
  status!: "ACTIVE" | "LOCKED";

  @Column({ type: "text" })
  language!: Language;

  @Column({ type: "timestamptz" })
  createdAt!: Date;
}
