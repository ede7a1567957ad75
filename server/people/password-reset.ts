// A request for a new password: its link works once, for an hour; where nobody has the address it leads nowhere.
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { LinkState } from "./invitation.js";

@Entity()
export class PasswordReset {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid", nullable: true })
  accountId!: string | null;

  @Column({ type: "timestamptz" })
  requestedAt!: Date;

  @Column({ type: "timestamptz" })
  expiresAt!: Date;

  @Column({ type: "timestamptz", nullable: true })
  usedAt!: Date | null;

  stateAt(now: Date): LinkState {
    if (this.usedAt) return "USED";
    return this.expiresAt <= now ? "EXPIRED" : "OPEN";
  }
}

export function resetExpiry(now: Date): Date {
  return new Date(now.getTime() + 3_600_000);
}
