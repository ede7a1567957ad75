// The programme that an agreement carries out: programmes stand on agreements, and say here which may be named and how it is called.
import type { Work } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";

export interface Programmes {
  mayCarryOut(work: Work, programmeId: string): Promise<boolean>;
  /** Null where it is not the viewer's to see. */
  nameOf(context: Context, programmeId: string): Promise<string | null>;
}

let programmes: Programmes | null = null;

export function knowProgrammes(known: Programmes): void {
  programmes = known;
}

export async function mayCarryOut(
  work: Work,
  programmeId: string,
): Promise<boolean> {
  return (await programmes?.mayCarryOut(work, programmeId)) ?? false;
}

export async function nameOfProgramme(
  context: Context,
  programmeId: string | null,
): Promise<string | null> {
  if (programmeId === null) return null;
  return (await programmes?.nameOf(context, programmeId)) ?? null;
}
