// Cases are opened from a list of the office's own system: its numbers alone, each a case without a name (K24).
import { randomUUID } from "node:crypto";

import {
  createUnionType,
  Field,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Case } from "./case.js";
import { casePolicy } from "./cases.policy.js";
import { recordCase } from "./find-case.js";
import { insertCase, isReference, newCase, noReference } from "./new-case.js";

@InputType({ description: "Cases to open, by their numbers elsewhere." })
export class OpenCasesFromListInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => [String], {
    description:
      "Numbers in the office's own system, never names; at most 200.",
  })
  ownReferences!: string[];
}

@ObjectType({ description: "What came of opening cases from a list." })
export class CasesOfList {
  @Field(() => [Case], {
    description: "One for each number, those included that were there before.",
  })
  cases!: Case[];

  @Field(() => Int, {
    description: "How many of them were opened now; the others were there.",
  })
  opened!: number;
}

export const OpenCasesFromListPayload = createUnionType({
  name: "OpenCasesFromListPayload",
  description: "Outcome of opening cases from a list.",
  types: () => [CasesOfList, RequestKeyReused, InvalidInput] as const,
});

const MOST = 200;

export async function openCasesFromList(
  work: Work,
  input: OpenCasesFromListInput,
): Promise<typeof OpenCasesFromListPayload> {
  const { centreId } = work;
  const { accountId } = signedIn(work);
  work.means({ ...OPENS, subjectId: null });
  authorize(work, casePolicy.open, { centreId });
  const numbers = [
    ...new Set(input.ownReferences.map((one) => one.trim())),
  ].filter((one) => one !== "");
  const problem = faults(work, input, numbers);
  if (problem) return problem;
  const taken = await takeRequestKey(
    work,
    "openCasesFromList",
    input.requestKey,
    { ownReferences: numbers },
    randomUUID(),
  );
  if (taken instanceof RequestKeyReused) return taken;
  // two lists at once do not open the same number twice
  await work.alone(`cases of ${centreId} ${accountId}`);
  const cases = await work.manager.getRepository(Case).findBy({
    centreId,
    coordinatorAccountId: accountId,
    ownReference: In(numbers),
  });
  const known = new Set(cases.map(({ ownReference }) => ownReference));
  for (const ownReference of numbers) {
    if (known.has(ownReference)) continue;
    const opened = newCase(work, {
      id: randomUUID(),
      ownReference,
      openedAlthough: null,
    });
    await insertCase(work, opened);
    recordCase(work, "CaseOpened", opened);
    work.touch({ ...OPENS, subjectId: opened.id, fields: ["ownReference"] });
    cases.push(opened);
  }
  return Object.assign(new CasesOfList(), {
    cases,
    opened: cases.length - known.size,
  });
}

const OPENS = {
  action: "CREATE",
  noun: "Case",
  fields: [],
  change: "CaseOpened",
} as const;

function faults(
  work: Work,
  { requestKey, ownReferences }: OpenCasesFromListInput,
  numbers: readonly string[],
): InvalidInput | null {
  const check = new InputCheck(work.say)
    .key(requestKey)
    .that(numbers.length > 0, "ownReferences", {
      pl: "Na liście nie ma żadnego numeru.",
      en: "There is no number in the list.",
    })
    .that(numbers.length <= MOST, "ownReferences", {
      pl: `Na raz otworzysz najwyżej tyle spraw: ${String(MOST)}.`,
      en: `At most ${String(MOST)} cases are opened at once.`,
    });
  for (const [at, one] of ownReferences.entries()) {
    const number = one.trim();
    check.that(
      number === "" || isReference(number),
      `ownReferences.${String(at)}`,
      noReference,
    );
  }
  return check.problem;
}
