// What can stand in the way of a step of a standard, and the one who takes it.
import { Field, ObjectType } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { Problem, unknownNoun } from "../platform/graphql/problem.js";
import type { Expression } from "../platform/permission/expression.js";
import { QualityStandard } from "./quality-standard.js";
import { findStandard } from "./standards.reads.js";

@ObjectType({
  implements: Problem,
  description: "Somebody changed it since the version that was on the screen.",
})
export class StandardMoved extends Problem {
  @Field(() => QualityStandard, { description: "The standard as it is now." })
  standard: QualityStandard;

  constructor(message: string, standard: QualityStandard) {
    super(message);
    this.standard = standard;
  }
}

export function unknownStandard(work: Work, path = "standardId"): InvalidInput {
  return unknownNoun(work.say, path, {
    pl: "Nie ma takiego standardu.",
    en: "There is no such standard.",
  });
}

/** Nobody else changes it until the work ends. @throws FORBIDDEN where it is seen, but not the actor's step */
export async function lockStandard(
  work: Work,
  globalId: string,
  ifVersion: number,
  permission: Expression<{ centreId: string }>,
): Promise<QualityStandard | StandardMoved | InvalidInput> {
  const { centreId, manager } = work;
  const id = fromGlobalId("QualityStandard", globalId);
  if (!(await findStandard(work, id))) return unknownStandard(work);
  authorize(work, permission, { centreId });
  const standard = await manager.getRepository(QualityStandard).findOne({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (!standard) return unknownStandard(work);
  return standard.version === ifVersion
    ? standard
    : new StandardMoved(
        work.say({
          pl: "W tym czasie ktoś zmienił ten standard. Zobacz, jak wygląda teraz.",
          en: "Somebody changed this standard meanwhile. See what it is now.",
        }),
        standard,
      );
}

/** Saves the standard as its next version, with its event. */
export async function writeStandard(
  work: Work,
  standard: QualityStandard,
  type: string,
): Promise<QualityStandard> {
  standard.updatedAt = work.now;
  await work.manager.save(standard);
  work.record({
    type,
    topic: "NETWORK",
    subjectId: standard.id,
    facts: {
      status: standard.recordedStatus,
      version: standard.version,
      edition: standard.edition,
    },
  });
  return standard;
}
