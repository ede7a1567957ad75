// A case: somebody whom a coordinator helps, here only as a pseudonym that tells nothing (domain 2.8).
import { randomInt } from "node:crypto";

import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "../platform/graphql/node.js";
import { Day } from "../platform/graphql/scalars.js";

@Entity({ name: "case_ref" })
@ObjectType({
  implements: Node,
  description: "Somebody whom the viewer helps, as a pseudonym.",
})
export class Case extends Node {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Random, never made from a PESEL." })
  pseudonym!: string;

  @Column({ type: "uuid" })
  coordinatorAccountId!: string;

  @Column({ type: "date" })
  @Field(() => Day, { description: "Opened on." })
  openedOn!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Closed on." })
  closedOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Its number in the office's own system, never a name.",
  })
  ownReference!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why it was opened though the same person had one.",
  })
  openedAlthough!: string | null;

  @Column({ type: "int", default: 1 })
  @Field(() => Int, { description: "Rises by one with every change." })
  version!: number;

  @Column({ type: "timestamptz" })
  createdAt!: Date;

  get isOpen(): boolean {
    return this.closedOn === null;
  }
}

const PREFIX_LETTERS = 3;

/** A centre that has used up the short numbers of a year goes on with longer ones. */
const TRIES_PER_LENGTH = 8;
const FEWEST_DIGITS = 4;

/** Pseudonyms to try, one after another: `JAR-2026-0147`, by chance alone. */
export function* pseudonyms(
  centreSlug: string,
  day: string,
): Generator<string, never> {
  const letters = centreSlug.replace(/[^a-z]/g, "").slice(0, PREFIX_LETTERS);
  const prefix = letters.padEnd(PREFIX_LETTERS, "x").toUpperCase();
  for (let tries = 0; ; tries += 1) {
    const digits = FEWEST_DIGITS + Math.floor(tries / TRIES_PER_LENGTH);
    const number = String(randomInt(10 ** digits)).padStart(digits, "0");
    yield `${prefix}-${day.slice(0, 4)}-${number}`;
  }
}
