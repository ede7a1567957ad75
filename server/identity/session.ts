// A session: one device signed in. The token is known to the device alone; the row keeps its hash.
import { createHash, randomBytes } from "node:crypto";

import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";

/** Without use a session ends after this long. */
const IDLE_HOURS = 12;

/** However much it is used: then she signs in anew. */
export const SESSION_DAYS = 7;

const FRESH_MINUTES = 15;

@Entity()
@ObjectType({ implements: Node, description: "A device that is signed in." })
export class Session extends Node {
  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "bytea" })
  tokenHash!: Buffer;

  @Column({ type: "uuid" })
  accountId!: string;

  @Column({ type: "uuid", nullable: true })
  centreId!: string | null;

  @Column({ type: "uuid", nullable: true })
  assignmentId!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "What the device says it is." })
  device!: string;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When it was signed in." })
  startedAt!: Date;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When it was last used, to the minute." })
  lastUsedAt!: Date;

  @Column({ type: "timestamptz" })
  expiresAt!: Date;

  @Column({ type: "timestamptz", nullable: true })
  endedAt!: Date | null;

  /** The password was right and the code is still to come: it opens nothing. */
  @Column({ type: "boolean" })
  halfOpen!: boolean;

  /** When it was opened by two factors; null: by one. */
  @Column({ type: "timestamptz", nullable: true })
  secondFactorAt!: Date | null;

  /** It was she a moment ago: nobody else sits at her open screen yet. */
  isFresh(now: Date): boolean {
    return now.getTime() - this.startedAt.getTime() < FRESH_MINUTES * 60_000;
  }
}

/** As long as somebody needs to find the phone. */
const CODE_MINUTES = 10;

export function halfOpenUntil(now: Date): Date {
  return new Date(now.getTime() + CODE_MINUTES * 60_000);
}

export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** @param startedAt of the sign-in; a switch of membership does not make it younger */
export function expiryFrom(startedAt: Date, now: Date): Date {
  const idle = now.getTime() + IDLE_HOURS * 3_600_000;
  const last = startedAt.getTime() + SESSION_DAYS * 24 * 3_600_000;
  return new Date(Math.min(idle, last));
}
