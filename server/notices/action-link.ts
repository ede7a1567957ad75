// A link in a mail: it lets a contact person do one thing once, without an account (story P18).
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Role } from "../identity/index.js";
import type { LinkHolder } from "../platform/permission/actor.js";

export type LinkKind = "CONFIRM_PLACES" | "ANSWER_REFERRAL";

export type LinkAnswer = "CONFIRMED" | "ACCEPTED" | "WAITLISTED" | "DECLINED";

/** What a link lends its holder; the database narrows it to her organisation and the one referral. */
const LENT = {
  CONFIRM_PLACES: Role.PARTNER_EDITOR,
  ANSWER_REFERRAL: Role.PARTNER_REFERRALS,
} as const satisfies Record<LinkKind, Role>;

@Entity()
export class ActionLink {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "text" })
  kind!: LinkKind;

  @Column({ type: "uuid" })
  partnerId!: string;

  @Column({ type: "uuid" })
  contactPersonId!: string;

  @Column({ type: "uuid", nullable: true })
  referralId!: string | null;

  @Column({ type: "timestamptz" })
  madeAt!: Date;

  @Column({ type: "timestamptz" })
  expiresAt!: Date;

  @Column({ type: "timestamptz", nullable: true })
  usedAt!: Date | null;

  @Column({ type: "text", nullable: true })
  answer!: LinkAnswer | null;

  isOpen(now: Date): boolean {
    return this.usedAt === null && this.expiresAt > now;
  }

  /** @param name of the contact person, for whom the network reads that she vouched */
  holder(name: string): LinkHolder {
    return {
      kind: "link",
      centreId: this.centreId,
      partnerId: this.partnerId,
      linkId: this.id,
      referralId: this.referralId,
      name,
      roles: new Set([LENT[this.kind]]),
    };
  }
}
