// A corrective action that a check asked for is done.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import { StandardCheck } from "./standard-check.js";
import { standardPolicy } from "./standards.policy.js";

@InputType({ description: "A corrective action that is done." })
export class FinishCorrectiveActionInput {
  @Field(() => ID, { description: "Of which check." })
  checkId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;
}

export const FinishCorrectiveActionPayload = createUnionType({
  name: "FinishCorrectiveActionPayload",
  description: "Outcome of finishing a corrective action.",
  types: () => [StandardCheck, InvalidInput] as const,
});

export async function finishCorrectiveAction(
  work: Work,
  { checkId, ifVersion }: FinishCorrectiveActionInput,
): Promise<typeof FinishCorrectiveActionPayload> {
  const { centreId, manager, now } = work;
  const checks = manager.getRepository(StandardCheck);
  const id = fromGlobalId("StandardCheck", checkId);
  const known = await checks.findOneBy({ centreId, id });
  if (!known || !allows(standardPolicy.readCheck, work.actor, known))
    return unknownNoun(work.say, "checkId", {
      pl: "Nie ma takiego sprawdzenia.",
      en: "There is no such check.",
    });
  authorize(work, standardPolicy.write, { centreId });
  const check = await checks.findOneOrFail({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (check.version !== ifVersion || !check.action || check.actionDoneOn)
    return unknownNoun(work.say, "ifVersion", {
      pl: "To działanie jest już zakończone albo ktoś je zmienił. Odśwież stronę.",
      en: "This action is done already, or somebody changed it. Reload the page.",
    });
  check.actionDoneOn = localDate(now);
  check.version += 1;
  await manager.save(check);
  work.record({
    type: "StandardActionFinished",
    topic: "NETWORK",
    subjectId: check.id,
    partnerId: check.partnerId,
    facts: { serviceId: check.serviceId, version: check.version },
  });
  return check;
}
