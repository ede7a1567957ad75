// The organiser begins a programme: a name is enough, the elements come one by one.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { Programme } from "./programme.js";
import { writeProgramme } from "./programme-change.js";
import {
  elementFaults,
  ProgrammeElementsInput,
  writeElements,
} from "./programme-elements.js";
import { programmePolicy } from "./programmes.policy.js";

@InputType({ description: "A new programme, as a draft." })
export class DraftProgrammeInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ProgrammeElementsInput, {
    description: "What is known of it already; the name at least.",
  })
  elements!: ProgrammeElementsInput;
}

export const DraftProgrammePayload = createUnionType({
  name: "DraftProgrammePayload",
  description: "Outcome of beginning a programme.",
  types: () => [Programme, RequestKeyReused, InvalidInput] as const,
});

export async function draftProgramme(
  work: Work,
  { requestKey, elements }: DraftProgrammeInput,
): Promise<typeof DraftProgrammePayload> {
  const { centreId, manager } = work;
  authorize(work, programmePolicy.keep, { centreId });
  const programme = emptyProgramme(work);
  const written = writeElements(programme, elements);
  const problem = elementFaults(work, programme).key(requestKey).problem;
  if (problem) return problem;
  const taken = await takeRequestKey(
    work,
    "draftProgramme",
    requestKey,
    { elements },
    programme.id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return manager
      .getRepository(Programme)
      .findOneByOrFail({ centreId, id: taken.repeats });
  await writeProgramme(work, programme, "DRAFTED", written);
  return programme;
}

function emptyProgramme({ centreId, now }: Work): Programme {
  return Object.assign(new Programme(), {
    centreId,
    id: randomUUID(),
    name: "",
    aim: null,
    startsOn: null,
    endsOn: null,
    needs: null,
    persons: null,
    serviceScope: null,
    qualification: null,
    fees: null,
    documentation: null,
    personalData: null,
    organisation: null,
    monitoring: null,
    budgetGrosze: null,
    resolutionNumber: null,
    resolutionOn: null,
    bipUrl: null,
    recordedStatus: "DRAFT",
    reportedOn: null,
    networkId: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  } satisfies Partial<Programme>);
}
