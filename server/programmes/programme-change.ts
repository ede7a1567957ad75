// One line of a programme's history: what was changed, by whom, under which resolution.
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { Work } from "../events/index.js";
import { Day } from "../platform/graphql/scalars.js";
import type { Programme } from "./programme.js";
import { ProgrammeChangeKind, ProgrammeElement } from "./programme-kind.js";

@Entity()
@ObjectType({ description: "What happened to a programme, and when." })
export class ProgrammeChange {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  programmeId!: string;

  @PrimaryColumn({ type: "int" })
  @Field(() => Int, { description: "The version that it made." })
  version!: number;

  @Column({ type: "text" })
  @Field(() => ProgrammeChangeKind, { description: "What happened." })
  kind!: ProgrammeChangeKind;

  @Column({ type: "text", array: true })
  @Field(() => [ProgrammeElement], { description: "Elements that changed." })
  elements!: ProgrammeElement[];

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Number of the resolution that it rests on.",
  })
  resolutionNumber!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => Day, { nullable: true, description: "Its day." })
  resolutionOn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Who wrote it here." })
  byName!: string | null;

  @Column({ type: "timestamptz" })
  @Field(() => Date, { description: "When." })
  at!: Date;
}

/** Saves the programme as its next version, with its line of history and its event. */
export async function writeProgramme(
  work: Work,
  programme: Programme,
  kind: ProgrammeChangeKind,
  elements: readonly ProgrammeElement[] = [],
): Promise<void> {
  const { actor, manager, now } = work;
  programme.updatedAt = now;
  const line = Object.assign(new ProgrammeChange(), {
    centreId: programme.centreId,
    programmeId: programme.id,
    version: programme.version,
    kind,
    elements: [...elements],
    resolutionNumber: programme.resolutionNumber,
    resolutionOn: programme.resolutionOn,
    byName: "name" in actor ? actor.name : null,
    at: now,
  } satisfies Partial<ProgrammeChange>);
  await manager.save(programme);
  await manager.getRepository(ProgrammeChange).insert(line);
  work.record({
    type: EVENTS[kind],
    topic: "NETWORK",
    subjectId: programme.id,
    facts: { version: programme.version, elements: elements.join(" ") },
  });
}

const EVENTS: Record<ProgrammeChangeKind, string> = {
  DRAFTED: "ProgrammeDrafted",
  CHANGED: "ProgrammeChanged",
  ADOPTED: "ProgrammeAdopted",
  PARTNERSHIP_LINKED: "ProgrammePartnershipLinked",
  REPORTED: "ProgrammeReported",
};
