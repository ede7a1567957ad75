// A membership: what an organisation is in one network; the stakeholder type belongs here, not to it (domain 1.2).
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { StakeholderType } from "../partners/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { Day } from "../platform/graphql/scalars.js";
import { MembershipRole } from "./network-kind.js";

@Entity()
@ObjectType({ description: "What an organisation is in one network." })
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
  @Field(() => MembershipRole, { description: "What it is there." })
  role!: MembershipRole;

  /** Null for the hub; required for a member. */
  @Column({ type: "text", nullable: true })
  @Field(() => StakeholderType, {
    nullable: true,
    description: "Type in this network; null for the hub.",
  })
  stakeholderType!: StakeholderType | null;

  /** "Kto co robi". */
  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What it does in the network, in a sentence.",
  })
  roleDescription!: string | null;

  @Column({ type: "date" })
  @Field(() => Day, { description: "In since; of an invitation, sent on." })
  joinedOn!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description:
      "When it signed on paper that it joins; null: it said so itself, is only invited, or nobody noted the day.",
  })
  declaredOn!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description: "Left on, or the network was closed on; null: it is there.",
  })
  leftOn!: string | null;

  /** It was there when the network was closed. */
  @Column({ type: "boolean" })
  untilClosing!: boolean;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, {
    nullable: true,
    description: "The day from which it may leave; null: it stays.",
  })
  leavingOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why it leaves, for everybody to read.",
  })
  leaveReason!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Why the hub said yes in its place; null: it said so itself, or is only invited.",
  })
  onBehalfReason!: string | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Field(() => ID, { name: "id", description: "For every change of it." })
  get globalId(): string {
    return toGlobalId("NetworkMembership", this.id);
  }

  /** The hub hands that on first, who is only invited is not in. */
  get mayLeave(): boolean {
    return (
      this.leftOn === null &&
      (this.role === "MEMBER" || this.role === "OBSERVER")
    );
  }

  /** ACTIVE: it has a voice, and its services can be referred to (domain 2.1). */
  get isActive(): boolean {
    return (
      this.leftOn === null && (this.role === "HUB" || this.role === "MEMBER")
    );
  }
}
