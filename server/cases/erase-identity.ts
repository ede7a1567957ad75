// The data key of a closed case is destroyed: who the person was opens no more, for nobody.
import { createUnionType, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { Case } from "./case.js";
import { CaseMoved, caseMoved } from "./case-problems.js";
import { CloseCaseInput } from "./close-case.js";
import { keptOf, lockOwnCase, recordCase } from "./find-case.js";

@InputType({ description: "Whose identity is erased, as the case was seen." })
export class EraseIdentityInput extends CloseCaseInput {}

export const EraseIdentityPayload = createUnionType({
  name: "EraseIdentityPayload",
  description: "Outcome of erasing who the person of a case was.",
  types: () => [Case, CaseMoved, InvalidInput] as const,
});

export async function eraseIdentity(
  work: Work,
  { caseId, ifVersion }: EraseIdentityInput,
): Promise<typeof EraseIdentityPayload> {
  const means = { action: "UPDATE", change: "IdentityErased" } as const;
  const found = await lockOwnCase(work, caseId, means);
  if (!(found instanceof Case)) return found;
  if (found.version !== ifVersion) return caseMoved(work.say, found);
  const { key } = await keptOf(work, found);
  if (found.isOpen || !key?.wrappedKey)
    return unknownNoun(
      work.say,
      "caseId",
      found.isOpen
        ? {
            pl: "Najpierw zamknij sprawę. Potem możesz usunąć dane tej osoby.",
            en: "First close the case. Then you can erase who the person is.",
          }
        : {
            pl: "W tej sprawie nie ma danych osoby.",
            en: "Nothing is kept of who the person of this case is.",
          },
    );
  const [erased] = await work.rows<{ version: number }>(
    `select version from erase_cases(array[$1::uuid], $2, 'ERASE_BY_COORDINATOR')`,
    [found.id, work.now],
  );
  if (!erased)
    return unknownNoun(work.say, "caseId", {
      pl: "Tych danych nie można teraz usunąć: trwa żądanie tej osoby albo ograniczenie. Zapytaj inspektora ochrony danych.",
      en: "They cannot be erased now: a request of the person or a restriction is under way. Ask the data protection officer.",
    });
  Object.assign(found, {
    version: erased.version,
    ownReference: null,
    openedAlthough: null,
  });
  recordCase(work, "IdentityErased", found);
  work.touch({ ...means, noun: "Case", subjectId: found.id, fields: [] });
  return found;
}
