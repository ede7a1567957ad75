// One line of a programme's history: what was changed, by whom, under which resolution.
import { randomUUID } from "node:crypto";

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
  id!: string;

  @Column({ type: "uuid" })
  programmeId!: string;

  @Column({ type: "int" })
  @Field(() => Int, {
    description: "The version that it made, or that a service came under.",
  })
  version!: number;

  @Column({ type: "text" })
  @Field(() => ProgrammeChangeKind, { description: "What happened." })
  kind!: ProgrammeChangeKind;

  @Column({ type: "text", array: true })
  @Field(() => [ProgrammeElement], { description: "Elements that changed." })
  elements!: ProgrammeElement[];

  /** Of a service that came or left. */
  @Column({ type: "uuid", nullable: true })
  serviceId!: string | null;

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
  kind: keyof typeof EVENTS,
  elements: readonly ProgrammeElement[] = [],
): Promise<void> {
  const { actor, manager, now } = work;
  programme.updatedAt = now;
  await manager.save(programme);
  await manager.getRepository(ProgrammeChange).insert({
    ...lineOf(work, programme, kind),
    elements: [...elements],
    resolutionNumber: programme.resolutionNumber,
    resolutionOn: programme.resolutionOn,
    byName: "name" in actor ? actor.name : null,
  });
  work.record({
    type: EVENTS[kind],
    topic: "NETWORK",
    subjectId: programme.id,
    facts: { version: programme.version, elements: elements.join(" ") },
  });
}

const EVENTS = {
  DRAFTED: "ProgrammeDrafted",
  CHANGED: "ProgrammeChanged",
  ADOPTED: "ProgrammeAdopted",
  PARTNERSHIP_LINKED: "ProgrammePartnershipLinked",
  REPORTED: "ProgrammeReported",
} as const satisfies Partial<Record<ProgrammeChangeKind, string>>;

/** A service came under it without another resolution: what the council adopted stays as it is. */
export async function tellServiceAdded(
  work: Work,
  programme: Programme,
  serviceId: string,
): Promise<void> {
  const { actor, manager } = work;
  const isKeeper = "roles" in actor && actor.roles.has("OUS");
  await manager.getRepository(ProgrammeChange).insert({
    ...lineOf(work, programme, "SERVICE_ADDED"),
    serviceId,
    byName: isKeeper ? actor.name : null,
  });
}

/** A service leaves an adopted programme, by the resolution on which the programme rests from here on. */
export async function tellServiceTakenOut(
  work: Work,
  programme: Programme,
  serviceId: string,
): Promise<void> {
  const { actor, manager, now } = work;
  programme.version += 1;
  programme.updatedAt = now;
  await manager.save(programme);
  await manager.getRepository(ProgrammeChange).insert({
    ...lineOf(work, programme, "SERVICE_TAKEN_OUT"),
    serviceId,
    resolutionNumber: programme.resolutionNumber,
    resolutionOn: programme.resolutionOn,
    byName: "name" in actor ? actor.name : null,
  });
}

function lineOf(
  { now }: Work,
  { centreId, id, version }: Programme,
  kind: ProgrammeChangeKind,
): Omit<ProgrammeChange, never> {
  return {
    centreId,
    id: randomUUID(),
    programmeId: id,
    version,
    kind,
    elements: [],
    serviceId: null,
    resolutionNumber: null,
    resolutionOn: null,
    byName: null,
    at: now,
  };
}
