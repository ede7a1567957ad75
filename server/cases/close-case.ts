// A case is closed, and opened again: nothing of it is lost, and nobody is referred from a closed one.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { endBasesOf } from "./bases/end-bases.js";
import { Case } from "./case.js";
import { CaseMoved, caseMoved } from "./case-problems.js";
import { openReferralsOf } from "./cases.reads.js";
import { keptOf, lockOwnCase, recordCase, saveCase } from "./find-case.js";

@InputType({ description: "Which case, as it was seen." })
export class CloseCaseInput {
  @Field(() => ID, { description: "Which case." })
  caseId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

@InputType({ description: "Which closed case, as it was seen." })
export class ReopenCaseInput extends CloseCaseInput {}

export const CloseCasePayload = createUnionType({
  name: "CloseCasePayload",
  description: "Outcome of closing a case, and of opening it again.",
  types: () => [Case, CaseMoved, InvalidInput] as const,
});

export async function closeCase(
  work: Work,
  { caseId, ifVersion }: CloseCaseInput,
): Promise<typeof CloseCasePayload> {
  const means = { action: "UPDATE", change: "CaseClosed" } as const;
  const found = await lockOwnCase(work, caseId, means);
  if (!(found instanceof Case)) return found;
  if (found.version !== ifVersion || !found.isOpen)
    return caseMoved(work.say, found);
  const open = await openReferralsOf(work, found.id);
  if (open > 0)
    return unknownNoun(work.say, "caseId", {
      pl: `Ta sprawa ma otwarte skierowania: ${String(open)}. Najpierw je zakończ albo wycofaj.`,
      en: `This case has open referrals: ${String(open)}. First end or withdraw them.`,
    });
  found.closedOn = localDate(work.now);
  await endBasesOf(work, found);
  return finish(work, found, "CaseClosed");
}

export async function reopenCase(
  work: Work,
  { caseId, ifVersion }: ReopenCaseInput,
): Promise<typeof CloseCasePayload> {
  const means = { action: "UPDATE", change: "CaseReopened" } as const;
  const found = await lockOwnCase(work, caseId, means);
  if (!(found instanceof Case)) return found;
  if (found.version !== ifVersion || found.isOpen)
    return caseMoved(work.say, found);
  const { key } = await keptOf(work, found);
  if (key?.destroyedAt)
    return unknownNoun(work.say, "caseId", {
      pl: "Dane tej osoby są usunięte na zawsze. Otwórz nową sprawę.",
      en: "Who the person is was erased for good. Open a new case.",
    });
  found.closedOn = null;
  return finish(work, found, "CaseReopened");
}

async function finish(
  work: Work,
  changed: Case,
  change: "CaseClosed" | "CaseReopened",
): Promise<Case> {
  await saveCase(work, changed);
  recordCase(work, change, changed);
  work.touch({
    action: "UPDATE",
    noun: "Case",
    subjectId: changed.id,
    fields: ["closedOn"],
    change,
  });
  return changed;
}
