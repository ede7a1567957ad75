// The final information of a programme was given to the council, within four months of its end (CUS art. 6).
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { Programme } from "./programme.js";
import { writeProgramme } from "./programme-change.js";
import { lockProgramme, ProgrammeMoved } from "./programme-problems.js";

@InputType({ description: "The final information of a programme." })
export class ReportProgrammeInput {
  @Field(() => ID, { description: "Which programme." })
  programmeId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;

  @Field(() => Day, { description: "Given on; after its end." })
  reportedOn!: string;
}

export const ReportProgrammePayload = createUnionType({
  name: "ReportProgrammePayload",
  description: "Outcome of recording the final information.",
  types: () => [Programme, ProgrammeMoved, InvalidInput] as const,
});

export async function reportProgramme(
  work: Work,
  { programmeId, ifVersion, reportedOn }: ReportProgrammeInput,
): Promise<typeof ReportProgrammePayload> {
  const programme = await lockProgramme(work, programmeId, ifVersion);
  if (!(programme instanceof Programme)) return programme;
  const today = localDate(work.now);
  const problem = new InputCheck(work.say)
    .that(programme.statusOn(today) === "ENDED", "reportedOn", {
      pl: "Informację końcową zapisz raz, po zakończeniu programu.",
      en: "The final information is recorded once, after the programme's end.",
    })
    .that(
      reportedOn <= today && reportedOn > (programme.endsOn ?? ""),
      "reportedOn",
      {
        pl: "Podaj dzień po zakończeniu programu, nie z przyszłości.",
        en: "Give a day after the programme's end, not in the future.",
      },
    ).problem;
  if (problem) return problem;
  programme.recordedStatus = "REPORTED";
  programme.reportedOn = reportedOn;
  programme.version += 1;
  await writeProgramme(work, programme, "REPORTED");
  return programme;
}
