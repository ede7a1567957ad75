// The officer says yes to what is proposed: of each case the key is destroyed, and the run proves it.
import { createUnionType, Field, InputType, ObjectType } from "type-graphql";

import type { Work } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { protectionPolicy } from "../protection.policy.js";
import { eraseCases } from "./erase-cases.js";
import { casesToErase } from "./keeping.reads.js";

const MOST = 200;

@InputType({ description: "Which of the proposed cases are erased." })
export class ConfirmErasuresInput {
  @Field(() => [String], {
    description:
      "Their pseudonyms, at most 200; one that was erased before stays so.",
  })
  pseudonyms!: string[];
}

@ObjectType({ description: "What was erased for good." })
export class CasesErased {
  @Field(() => [String], { description: "Pseudonyms." })
  pseudonyms!: string[];
}

export const ConfirmErasuresPayload = createUnionType({
  name: "ConfirmErasuresPayload",
  description: "Outcome of erasing what was proposed.",
  types: () => [CasesErased, InvalidInput] as const,
});

export async function confirmErasures(
  work: Work,
  { pseudonyms }: ConfirmErasuresInput,
): Promise<typeof ConfirmErasuresPayload> {
  work.means({
    action: "UPDATE",
    noun: "Case",
    subjectId: null,
    fields: [],
    change: "IdentityErased",
  });
  authorize(work, protectionPolicy.erase, { centreId: work.centreId });
  const { problem } = new InputCheck(work.say).that(
    pseudonyms.length > 0 && pseudonyms.length <= MOST,
    "pseudonyms",
    {
      pl: "Wybierz od 1 do 200 spraw.",
      en: "Choose 1 to 200 cases.",
    },
  );
  if (problem) return problem;
  const known = await work.rows<KnownCase>(
    `select c.case_id, c.pseudonym, exists (select from protection_mark m
       where m.centre_id = $2 and m.case_id = c.case_id and m.after = 0) as is_gone
     from unnest($1::text[]) called, cases_on_record(null, called) c`,
    [pseudonyms, work.centreId],
  );
  const due = await casesToErase(work);
  const stateOf = (pseudonym: string) => {
    const row = due.find((one) => one.pseudonym === pseudonym);
    if (row) return row.kept_for === null ? "due" : "held";
    const one = known.find((other) => other.pseudonym === pseudonym);
    return one?.is_gone ? "gone" : "not due";
  };
  const those = (state: string) =>
    pseudonyms.filter((one) => stateOf(one) === state);
  const stay = new InputCheck(work.say)
    .that(those("not due").length === 0, "pseudonyms", {
      pl: `Nie ma takiej sprawy na liście do usunięcia: ${those("not due").join(", ")}.`,
      en: `There is no such case on the list of what is to be erased: ${those("not due").join(", ")}.`,
    })
    .that(those("held").length === 0, "pseudonyms", {
      pl: `Tych spraw nie można teraz usunąć, bo trwa żądanie albo ograniczenie: ${those("held").join(", ")}.`,
      en: `These cannot be erased now, since a request or a restriction is under way: ${those("held").join(", ")}.`,
    }).problem;
  if (stay) return stay;
  await eraseCases(
    work,
    due.flatMap(({ pseudonym, case_id }) =>
      pseudonyms.includes(pseudonym) ? [case_id] : [],
    ),
    "ERASE",
  );
  return Object.assign(new CasesErased(), {
    pseudonyms: [...new Set(pseudonyms)],
  });
}

interface KnownCase {
  case_id: string;
  pseudonym: string;
  is_gone: boolean;
}
