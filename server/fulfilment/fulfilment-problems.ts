// What can stand in the way of accounts: somebody was quicker, or there is no such thing for whoever asks.
import { Field, ObjectType } from "type-graphql";

import { holdsPersonsNumber } from "../platform/free-text.js";
import type { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Problem, unknownNoun } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";
import { AgreementOrder } from "./agreement-order.js";
import { SettlementSheet } from "./settlement-sheet.js";
import { Shortfall } from "./shortfall.js";

@ObjectType({
  implements: Problem,
  description: "Somebody changed the order or the report. Nothing was changed.",
})
export class OrderMoved extends Problem {
  @Field(() => AgreementOrder, { description: "The order as it is now." })
  order: AgreementOrder;

  constructor(message: string, order: AgreementOrder) {
    super(message);
    this.order = order;
  }
}

@ObjectType({
  implements: Problem,
  description:
    "This version waits for no confirmation any more. Nothing was changed.",
})
export class SettlementMoved extends Problem {
  @Field(() => SettlementSheet, { description: "The version that stands." })
  sheet: SettlementSheet;

  constructor(message: string, sheet: SettlementSheet) {
    super(message);
    this.sheet = sheet;
  }
}

@ObjectType({
  implements: Problem,
  description: "Somebody answered or closed it. Nothing was changed.",
})
export class ShortfallMoved extends Problem {
  @Field(() => Shortfall, { description: "The shortfall as it is now." })
  shortfall: Shortfall;

  constructor(message: string, shortfall: Shortfall) {
    super(message);
    this.shortfall = shortfall;
  }
}

export function orderMoved(say: Say, order: AgreementOrder): OrderMoved {
  return new OrderMoved(
    say({
      pl: "Ktoś był szybszy. Zobacz, jak to wygląda teraz, i zapisz jeszcze raz.",
      en: "Somebody was quicker. See how it stands now, and save again.",
    }),
    order,
  );
}

export function settlementMoved(
  say: Say,
  sheet: SettlementSheet,
): SettlementMoved {
  return new SettlementMoved(
    say({
      pl: "Ktoś był szybszy: ta wersja rozliczenia nie czeka już na potwierdzenie. Zobacz nową.",
      en: "Somebody was quicker: this version of the settlement waits for no confirmation any more. See the new one.",
    }),
    sheet,
  );
}

export function shortfallMoved(say: Say, shortfall: Shortfall): ShortfallMoved {
  return new ShortfallMoved(
    say({
      pl: "Ktoś był szybszy. Zobacz, co się zmieniło.",
      en: "Somebody was quicker. See what has changed.",
    }),
    shortfall,
  );
}

export function unknownOrder(say: Say): InvalidInput {
  return unknownNoun(say, "orderId", {
    pl: "Nie ma takiego zamówienia.",
    en: "There is no such order.",
  });
}

export function unknownSheet(say: Say): InvalidInput {
  return unknownNoun(say, "sheetId", {
    pl: "Nie ma takiego rozliczenia.",
    en: "There is no such settlement.",
  });
}

export function unknownShortfall(say: Say): InvalidInput {
  return unknownNoun(say, "shortfallId", {
    pl: "Nie ma takiej sprawy.",
    en: "There is no such shortfall.",
  });
}

/** A few sentences about the matter, and nothing by which a resident is known. */
export function sentencesFit(
  check: InputCheck,
  path: string,
  text: string,
): InputCheck {
  const { length } = text.trim();
  return check
    .that(length >= 3 && length <= 1000, path, {
      pl: "Napisz od 3 do 1000 znaków.",
      en: "Write from 3 to 1,000 characters.",
    })
    .that(!holdsPersonsNumber(text), path, {
      pl: "To wygląda na numer PESEL albo telefon. Usuń go – tu piszemy o usłudze, nie o osobie.",
      en: "This looks like a PESEL or a telephone number. Take it out: this is about the service, not about a person.",
    });
}
