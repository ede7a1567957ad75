// What can stand in the way of a change of a programme.
import { Field, ObjectType } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { Problem, unknownNoun } from "../platform/graphql/problem.js";
import { Programme } from "./programme.js";
import { ProgrammeElement } from "./programme-kind.js";
import { programmePolicy } from "./programmes.policy.js";
import { findProgramme } from "./programmes.reads.js";

@ObjectType({
  implements: Problem,
  description: "Somebody changed it since the version that was on the screen.",
})
export class ProgrammeMoved extends Problem {
  @Field(() => Programme, { description: "The programme as it is now." })
  programme: Programme;

  constructor(message: string, programme: Programme) {
    super(message);
    this.programme = programme;
  }
}

@ObjectType({
  implements: Problem,
  description: "Elements that the Act asks for are not written yet.",
})
export class ProgrammeIncomplete extends Problem {
  @Field(() => [ProgrammeElement], { description: "Which are missing." })
  missing: ProgrammeElement[];

  constructor(message: string, missing: ProgrammeElement[]) {
    super(message);
    this.missing = missing;
  }
}

function programmeMoved(work: Work, programme: Programme): ProgrammeMoved {
  return new ProgrammeMoved(
    work.say({
      pl: "W tym czasie ktoś zmienił ten program. Zobacz, jak wygląda teraz.",
      en: "Somebody changed this programme meanwhile. See what it is now.",
    }),
    programme,
  );
}

export function unknownProgramme(
  work: Work,
  path = "programmeId",
): InvalidInput {
  return unknownNoun(work.say, path, {
    pl: "Nie ma takiego programu.",
    en: "There is no such programme.",
  });
}

/** Nobody else changes it until the work ends. @throws FORBIDDEN where it is seen, but not the actor's to keep */
export async function lockProgramme(
  work: Work,
  globalId: string,
  ifVersion: number,
): Promise<Programme | ProgrammeMoved | InvalidInput> {
  const { centreId, manager } = work;
  const id = fromGlobalId("Programme", globalId);
  if (!(await findProgramme(work, id))) return unknownProgramme(work);
  authorize(work, programmePolicy.keep, { centreId });
  const programme = await manager.getRepository(Programme).findOne({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (!programme) return unknownProgramme(work);
  return programme.version === ifVersion
    ? programme
    : programmeMoved(work, programme);
}
