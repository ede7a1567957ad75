// What can stand in the way of keeping a resource and of borrowing it.
import { Field, Int, ObjectType } from "type-graphql";

import { holdsPersonsNumber } from "../platform/free-text.js";
import type { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Problem, unknownNoun } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";
import { LoanRequest } from "./loan-request.js";
import { Resource } from "./resource.js";

@ObjectType({
  implements: Problem,
  description: "Somebody changed the resource. Nothing was changed.",
})
export class ResourceMoved extends Problem {
  @Field(() => Resource, { description: "The resource as it is now." })
  resource: Resource;

  constructor(message: string, resource: Resource) {
    super(message);
    this.resource = resource;
  }
}

@ObjectType({
  implements: Problem,
  description: "The request stands otherwise by now. Nothing was changed.",
})
export class LoanMoved extends Problem {
  @Field(() => LoanRequest, { description: "The request as it is now." })
  loanRequest: LoanRequest;

  constructor(message: string, loanRequest: LoanRequest) {
    super(message);
    this.loanRequest = loanRequest;
  }
}

@ObjectType({
  implements: Problem,
  description: "Too few pieces are left on these days.",
})
export class ResourcePromised extends Problem {
  @Field(() => Int, { description: "Pieces that are left on these days." })
  left: number;

  constructor(message: string, left: number) {
    super(message);
    this.left = left;
  }
}

export function resourceMoved(say: Say, resource: Resource): ResourceMoved {
  return new ResourceMoved(
    say({
      pl: "Ktoś w tym czasie zmienił ten zasób. Zobacz, jaki jest teraz.",
      en: "Somebody changed this resource meanwhile. See what it is now.",
    }),
    resource,
  );
}

export function loanMoved(say: Say, loanRequest: LoanRequest): LoanMoved {
  return new LoanMoved(
    say({
      pl: "Ktoś był szybszy. Zobacz, co się stało z tą prośbą.",
      en: "Somebody was quicker. See what became of this request.",
    }),
    loanRequest,
  );
}

export function resourcePromised(say: Say, left: number): ResourcePromised {
  return new ResourcePromised(
    say({
      pl: `Na te dni zasób jest już obiecany. Zostaje: ${String(left)}.`,
      en: `On these days the resource is promised already. Left: ${String(left)}.`,
    }),
    left,
  );
}

export function unknownResource(say: Say): InvalidInput {
  return unknownNoun(say, "resourceId", {
    pl: "Nie ma takiego zasobu.",
    en: "There is no such resource.",
  });
}

export function unknownLoan(say: Say): InvalidInput {
  return unknownNoun(say, "loanRequestId", {
    pl: "Nie ma takiej prośby.",
    en: "There is no such request.",
  });
}

/** Words about a thing, and nobody's number. */
export function wordsFit(
  check: InputCheck,
  path: string,
  text: string | null | undefined,
  most: number,
): InputCheck {
  const written = text ?? "";
  return check
    .that(written.trim().length <= most, path, {
      pl: `Napisz najwyżej tyle znaków: ${String(most)}.`,
      en: `Write at most ${String(most)} characters.`,
    })
    .that(!holdsPersonsNumber(written), path, {
      pl: "To wygląda na numer PESEL albo telefon. Usuń go – kontakt do osób jest na karcie partnera.",
      en: "This looks like a PESEL or a telephone number. Take it out: how to reach people stands on the partner's page.",
    });
}

export function trimmed(text: string | null | undefined): string | null {
  const written = text?.trim() ?? "";
  return written === "" ? null : written;
}
