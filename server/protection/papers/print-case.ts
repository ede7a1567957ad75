// A paper of an own case is made: what it says leaves the screen, so it is on record; who the person is only after "pokaż".
import { createUnionType } from "type-graphql";

import {
  Case,
  lockOwnCase,
  showIdentity,
  TooManyLooks,
} from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import type { Paper } from "../../platform/paper/paper.js";
import { caseFacts } from "./case-facts.reads.js";
import type { PrintCaseInput } from "./case-paper.js";
import { CasePaper, shownPaper } from "./case-paper.js";
import { composePaper } from "./compose-paper.js";

export const PrintCasePayload = createUnionType({
  name: "PrintCasePayload",
  description: "Outcome of asking for a paper of a case.",
  types: () => [CasePaper, TooManyLooks, InvalidInput] as const,
});

export async function printCase(
  work: Work,
  input: PrintCaseInput,
): Promise<typeof PrintCasePayload> {
  const made = await makePaper(work, input, "PRINT");
  return "paper" in made ? shownPaper(made.paper, work.now, made.until) : made;
}

export async function makePaper(
  work: Work,
  input: PrintCaseInput,
  action: "PRINT" | "EXPORT",
): Promise<
  | { paper: Paper; pseudonym: string; until: Date | null }
  | TooManyLooks
  | InvalidInput
> {
  const { caseId, kind, language, identityFor: purpose = null } = input;
  const means = { action, change: "CasePrinted" } as const;
  const found = await lockOwnCase(work, caseId, means);
  if (!(found instanceof Case)) return found;
  const { problem } = new InputCheck(work.say)
    .that(purpose === null || kind !== "CASE_FILE", "identityFor", {
      pl: "W aktach sprawa jest pod pseudonimem i numerem. Danych osoby tu nie drukujemy.",
      en: "In the file the case stands under its pseudonym and number. Who the person is is not printed here.",
    })
    .that(purpose !== "OTHER", "identityFor", {
      pl: "Wybierz, po co drukujesz dane osoby.",
      en: "Say what you print who the person is for.",
    });
  if (problem) return problem;
  const shown = purpose && (await showIdentity(work, { caseId, purpose }));
  if (shown && !("identity" in shown)) return shown;
  const paper = composePaper(await caseFacts(work, found), {
    kind,
    language,
    identity: shown?.identity ?? null,
    now: work.now,
  });
  work.touch({
    ...means,
    noun: "Case",
    subjectId: found.id,
    fields: [kind],
    // the file is her daily work, the others are asked for
    ...(kind === "CASE_FILE" ? {} : { purpose: purpose ?? "ON_REQUEST" }),
  });
  return { paper, pseudonym: found.pseudonym, until: shown?.until ?? null };
}
