// What can stand in the way of opening, showing and closing a case.
import { Field, ObjectType } from "type-graphql";

import type { InvalidInput } from "../platform/graphql/problem.js";
import { denied, Problem, unknownNoun } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";
import { Case } from "./case.js";

@ObjectType({
  implements: Problem,
  description: "The case stands otherwise by now. Nothing was changed.",
})
export class CaseMoved extends Problem {
  @Field(() => Case, { description: "The case as it is now." })
  case: Case;

  constructor(message: string, moved: Case) {
    super(message);
    this.case = moved;
  }
}

@ObjectType({
  implements: Problem,
  description:
    "The same person has a case in this centre. Nothing is told of it but whom to ask.",
})
export class PersonKnown extends Problem {
  @Field(() => [String], {
    description: "Coordinators to ask, by name; empty where it is the viewer.",
  })
  coordinators: string[];

  @Field(() => [Case], {
    description: "Cases of the same person that are the viewer's own.",
  })
  ownCases: Case[];

  constructor(message: string, coordinators: string[], ownCases: Case[]) {
    super(message);
    this.coordinators = coordinators;
    this.ownCases = ownCases;
  }
}

@ObjectType({
  implements: Problem,
  description:
    "The ten minutes are over: what was shown has to be shown again first.",
})
export class LookEnded extends Problem {
  @Field(() => String, { description: "What happened and what to do." })
  declare message: string;
}

@ObjectType({
  implements: Problem,
  description:
    "So many people were looked for that nobody is looked for now. Nothing was changed.",
})
export class TooManyLookups extends Problem {
  @Field(() => String, { description: "What happened and what to do." })
  declare message: string;
}

@ObjectType({
  implements: Problem,
  description:
    "So many people were looked at that nobody is shown now. It is on record.",
})
export class TooManyLooks extends Problem {
  @Field(() => String, { description: "What happened and what to do." })
  declare message: string;
}

export function caseMoved(say: Say, moved: Case): CaseMoved {
  return new CaseMoved(
    say({
      pl: "Ta sprawa w tym czasie się zmieniła. Zobacz, jak jest teraz.",
      en: "This case changed meanwhile. See how it is now.",
    }),
    moved,
  );
}

/** Absent, or somebody else's: on record either way. */
export function unknownCase(say: Say): InvalidInput {
  return denied(
    unknownNoun(say, "caseId", {
      pl: "Nie ma takiej sprawy.",
      en: "There is no such case.",
    }),
  );
}

/** Others are named, their cases are not; her own are named by their pseudonyms. */
export function personKnown(
  say: Say,
  { others, ownCases }: { others: string[]; ownCases: Case[] },
): PersonKnown {
  const names = others.join(", ");
  const own = ownCases.map(({ pseudonym }) => pseudonym).join(", ");
  const words =
    others.length === 0
      ? {
          pl: `Prowadzisz już sprawę tej osoby: ${own}.`,
          en: `You have a case of this person already: ${own}.`,
        }
      : {
          pl: `Ta osoba ma już sprawę w tym centrum. Zapytaj, kto ją prowadzi: ${names}.${own && ` Prowadzisz też własną: ${own}.`}`,
          en: `This person has a case in this centre already. Ask who has it: ${names}.${own && ` You have one as well: ${own}.`}`,
        };
  return new PersonKnown(say(words), others, ownCases);
}

export function lookEnded(say: Say): LookEnded {
  return new LookEnded(
    say({
      pl: "Dziesięć minut minęło. Pokaż dane jeszcze raz, wtedy zapiszesz zmianę.",
      en: "The ten minutes are over. Show the identity again, then save.",
    }),
  );
}
