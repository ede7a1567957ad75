// The council has adopted a programme: with its resolution it holds, and its list of personal data caps what travels.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { incomplete } from "./change-programme.js";
import { Programme } from "./programme.js";
import { writeProgramme } from "./programme-change.js";
import {
  lockProgramme,
  ProgrammeIncomplete,
  ProgrammeMoved,
} from "./programme-problems.js";
import { resolutionFaults, ResolutionInput, restOn } from "./resolution.js";

@InputType({ description: "The resolution that adopts a programme." })
export class AdoptProgrammeInput {
  @Field(() => ID, { description: "Which programme." })
  programmeId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;

  @Field(() => ResolutionInput, { description: "Of the council." })
  resolution!: ResolutionInput;
}

export const AdoptProgrammePayload = createUnionType({
  name: "AdoptProgrammePayload",
  description: "Outcome of adopting a programme.",
  types: () =>
    [Programme, ProgrammeIncomplete, ProgrammeMoved, InvalidInput] as const,
});

export async function adoptProgramme(
  work: Work,
  { programmeId, ifVersion, resolution }: AdoptProgrammeInput,
): Promise<typeof AdoptProgrammePayload> {
  const programme = await lockProgramme(work, programmeId, ifVersion);
  if (!(programme instanceof Programme)) return programme;
  if (programme.recordedStatus !== "DRAFT")
    return unknownNoun(work.say, "resolution", {
      pl: "Ten program jest już uchwalony.",
      en: "This programme is adopted already.",
    });
  const problem = resolutionFaults(work, resolution).problem;
  if (problem) return problem;
  if (programme.missing.length > 0) return incomplete(work, programme);
  restOn(programme, resolution);
  programme.recordedStatus = "ADOPTED";
  programme.version += 1;
  await writeProgramme(work, programme, "ADOPTED");
  return programme;
}
