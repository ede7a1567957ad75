// The basis for telling one partner more than a number about one case (domain 2.10, 4.2, 4.3).
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { DisclosureLevel } from "../partners/index.js";
import { reachesLevel } from "../partners/index.js";

@Entity()
export class DisclosureBasis {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  caseId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  /** Null: every service of the partner. */
  @Column({ type: "uuid", nullable: true })
  serviceId!: string | null;

  @Column({ type: "text" })
  maxLevel!: DisclosureLevel;

  @Column({ type: "text" })
  basis!:
    | "CONSENT"
    | "STATUTORY_TASK"
    | "CONTRACT_PROCESSOR"
    | "VITAL_INTEREST";

  @Column({ type: "timestamptz" })
  givenAt!: Date;

  @Column({ type: "timestamptz", nullable: true })
  validTo!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  revokedAt!: Date | null;

  covers(serviceId: string, level: DisclosureLevel, now: Date): boolean {
    return (
      this.revokedAt === null &&
      this.givenAt <= now &&
      (this.validTo === null || this.validTo > now) &&
      (this.serviceId === null || this.serviceId === serviceId) &&
      reachesLevel(level, this.maxLevel)
    );
  }
}
