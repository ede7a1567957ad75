// A membership: what an organisation is in one network; the stakeholder type belongs here, not to it (domain 1.2).
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { StakeholderType } from "../partners/index.js";
import type { MembershipRole } from "./network-kind.js";

@Entity()
export class NetworkMembership {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  networkId!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "text" })
  role!: MembershipRole;

  /** Null for the hub; required for a member. */
  @Column({ type: "text", nullable: true })
  stakeholderType!: StakeholderType | null;

  /** "Kto co robi". */
  @Column({ type: "text", nullable: true })
  roleDescription!: string | null;

  @Column({ type: "date" })
  joinedOn!: string;

  @Column({ type: "date", nullable: true })
  leftOn!: string | null;
}
