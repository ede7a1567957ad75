// The organiser writes elements of a programme; once it is adopted, only another resolution changes them.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { Programme } from "./programme.js";
import { writeProgramme } from "./programme-change.js";
import {
  elementFaults,
  ProgrammeElementsInput,
  writeElements,
} from "./programme-elements.js";
import {
  lockProgramme,
  ProgrammeIncomplete,
  ProgrammeMoved,
} from "./programme-problems.js";
import { resolutionFaults, ResolutionInput, restOn } from "./resolution.js";

@InputType({ description: "What a programme says from now on." })
export class ChangeProgrammeInput {
  @Field(() => ID, { description: "Which programme." })
  programmeId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;

  @Field(() => ProgrammeElementsInput, { description: "What changes." })
  elements!: ProgrammeElementsInput;

  @Field(() => ResolutionInput, {
    nullable: true,
    description: "Required once the programme is adopted.",
  })
  resolution?: ResolutionInput | null;
}

export const ChangeProgrammePayload = createUnionType({
  name: "ChangeProgrammePayload",
  description: "Outcome of changing a programme.",
  types: () =>
    [Programme, ProgrammeIncomplete, ProgrammeMoved, InvalidInput] as const,
});

export async function changeProgramme(
  work: Work,
  { programmeId, ifVersion, elements, resolution }: ChangeProgrammeInput,
): Promise<typeof ChangeProgrammePayload> {
  const programme = await lockProgramme(work, programmeId, ifVersion);
  if (!(programme instanceof Programme)) return programme;
  if (programme.recordedStatus === "REPORTED")
    return unknownNoun(work.say, "elements", {
      pl: "Program jest rozliczony i już się nie zmienia.",
      en: "The programme has been reported on and changes no more.",
    });
  const bipUrl = programme.bipUrl;
  const changed = writeElements(programme, elements);
  if (changed.length === 0 && bipUrl === programme.bipUrl) return programme;
  const problem = elementFaults(work, programme).problem;
  if (problem) return problem;
  if (programme.recordedStatus === "ADOPTED" && changed.length > 0) {
    if (!resolution)
      return unknownNoun(work.say, "resolution", {
        pl: "Program jest uchwalony. Podaj uchwałę, która go zmienia.",
        en: "The programme is adopted. Give the resolution that changes it.",
      });
    const faults = resolutionFaults(work, resolution).problem;
    if (faults) return faults;
    if (programme.missing.length > 0) return incomplete(work, programme);
    restOn(programme, resolution);
  }
  programme.version += 1;
  await writeProgramme(work, programme, "CHANGED", changed);
  return programme;
}

export function incomplete(
  work: Work,
  { missing }: Programme,
): ProgrammeIncomplete {
  return new ProgrammeIncomplete(
    work.say({
      pl: "Uchwalony program ma wszystkie dwanaście elementów. Uzupełnij brakujące.",
      en: "An adopted programme has all twelve elements. Write the missing ones.",
    }),
    missing,
  );
}
