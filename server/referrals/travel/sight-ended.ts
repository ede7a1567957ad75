// Nothing of a person may be shown, and why that may be.
import { Field, ObjectType } from "type-graphql";

import { denied, Problem } from "../../platform/graphql/problem.js";
import type { Say } from "../../platform/graphql/words.js";

@ObjectType({
  implements: Problem,
  description:
    "Nothing of the person may be shown: only a number was sent, the referral has ended, or what it rested on.",
})
export class SightEnded extends Problem {
  @Field(() => String, { description: "What happened and what to do." })
  declare message: string;
}

export function sightEnded(say: Say): SightEnded {
  return denied(
    new SightEnded(
      say({
        pl: "Danych tej osoby nie można teraz pokazać: skierowanie przyszło z samym numerem, skończyło się albo wygasła zgoda. Zapytaj koordynatorkę.",
        en: "The person's data cannot be shown now: only a number was sent, the referral has ended, or the consent has. Ask the coordinator.",
      }),
    ),
  );
}
