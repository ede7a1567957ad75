// An invitation: an organisation asks somebody in, by e-mail, to certain roles; it counts once she accepts it.
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Role } from "../identity/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";

export const INVITATION_DAYS = 7;

/** So long a mail may be on its way before another one helps. */
const PAUSE_MINUTES = 10;

export const LinkState = {
  OPEN: "OPEN",
  USED: "USED",
  EXPIRED: "EXPIRED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type LinkState = keyof typeof LinkState;

registerEnumType(LinkState, {
  name: "LinkState",
  description: "Whether a link in a mail still opens something.",
  valuesConfig: {
    OPEN: { description: "It waits to be used." },
    USED: { description: "It was used; a link works once." },
    EXPIRED: { description: "Its time is over." },
    WITHDRAWN: { description: "Who sent it took it back." },
  },
});

@Entity()
@ObjectType({ description: "Somebody asked in by e-mail, until she answers." })
export class Invitation {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  partnerId!: string;

  /** Gone, as the name is, when it was answered or withdrawn. */
  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Where it was sent; kept while it waits.",
  })
  email!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Name of the invited person; kept while it waits.",
  })
  name!: string | null;

  @Column({ type: "text", array: true })
  @Field(() => [Role], { description: "What she will be." })
  roles!: Role[];

  @Column({ type: "uuid" })
  invitedBy!: string;

  @Column({ type: "uuid" })
  invitedFrom!: string;

  @Column({ type: "text" })
  invitedAs!: Role;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When it was written, the last time." })
  invitedAt!: Date;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "Until when its link opens anything." })
  expiresAt!: Date;

  @Column({ type: "timestamptz", nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: "When the mail went out; null: it is on its way.",
  })
  mailedAt!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  acceptedAt!: Date | null;

  @Column({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => ID, {
    name: "id",
    description: "For sending again, and for withdrawing.",
  })
  get globalId(): string {
    return toGlobalId("Invitation", this.id);
  }

  stateAt(now: Date): LinkState {
    if (this.acceptedAt) return "USED";
    if (this.withdrawnAt) return "WITHDRAWN";
    return this.expiresAt <= now ? "EXPIRED" : "OPEN";
  }

  /** When it may be sent once more. */
  get againFrom(): Date {
    return new Date(this.invitedAt.getTime() + PAUSE_MINUTES * 60_000);
  }

  /** Nothing is answered yet, in time or not. */
  get isWaiting(): boolean {
    return !this.acceptedAt && !this.withdrawnAt;
  }

  /** Whom it was for is nobody's business afterwards. */
  close(how: "acceptedAt" | "withdrawnAt", at: Date): void {
    this[how] = at;
    this.email = null;
    this.name = null;
  }
}

export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * 24 * 3_600_000);
}
