// Why a code opens nothing at the door; of what is not this organisation's nothing is told, not even whether it is.
import { Field, ObjectType, registerEnumType } from "type-graphql";

import { denied, Problem } from "../../platform/graphql/problem.js";
import type { Say, Words } from "../../platform/graphql/words.js";
import { Referral } from "../referral.js";

export const TokenRefusal = {
  UNKNOWN: "UNKNOWN",
  USED: "USED",
  NOT_YET: "NOT_YET",
  OFFERED: "OFFERED",
  TOO_EARLY: "TOO_EARLY",
  PAUSED: "PAUSED",
  RUNNING: "RUNNING",
  OVER: "OVER",
  NO_PLACE: "NO_PLACE",
  NOT_AT_THE_DOOR: "NOT_AT_THE_DOOR",
  TOO_MANY: "TOO_MANY",
} as const;
export type TokenRefusal = keyof typeof TokenRefusal;

registerEnumType(TokenRefusal, {
  name: "TokenRefusal",
  description: "Why a code opens nothing.",
  valuesConfig: {
    UNKNOWN: {
      description: "There is no such code here; also where it is another's.",
    },
    USED: { description: "It was used before." },
    NOT_YET: { description: "There is no place yet: it waits." },
    OFFERED: {
      description: "A place is held; the coordinator has not confirmed it.",
    },
    TOO_EARLY: { description: "It is for a later day." },
    PAUSED: { description: "The service is paused for this person." },
    RUNNING: { description: "The service runs already." },
    OVER: {
      description: "It ended, expired or was taken back, or the event is over.",
    },
    NO_PLACE: { description: "Its hold has ended, and nothing is free." },
    NOT_AT_THE_DOOR: {
      description: "More is to be done first than to look at a code.",
    },
    TOO_MANY: { description: "Too many wrong codes in a short time." },
  },
});

@ObjectType({
  implements: Problem,
  description: "The code opens nothing now. Nothing was changed.",
})
export class TokenRefused extends Problem {
  @Field(() => TokenRefusal, { description: "Why." })
  reason: TokenRefusal;

  @Field(() => Referral, {
    nullable: true,
    description: "The referral of the code; null where it is none of here.",
  })
  referral: Referral | null;

  constructor(
    message: string,
    reason: TokenRefusal,
    referral: Referral | null = null,
  ) {
    super(message);
    this.reason = reason;
    this.referral = referral;
  }
}

const WORDS: Record<TokenRefusal, Words> = {
  UNKNOWN: {
    pl: "Nie mamy takiego kodu. Sprawdź litery i cyfry na karcie.",
    en: "There is no such code here. Check the letters and digits on the card.",
  },
  USED: {
    pl: "Ten kod był już użyty. Nic nie policzyliśmy drugi raz.",
    en: "This code was used before. Nothing was counted twice.",
  },
  NOT_YET: {
    pl: "Na razie nie ma miejsca: ta karta czeka w kolejce.",
    en: "There is no place yet: this card waits in the queue.",
  },
  OFFERED: {
    pl: "Miejsce jest zatrzymane i czeka, aż potwierdzi je koordynatorka z CUS.",
    en: "A place is held and waits until the coordinator in CUS confirms it.",
  },
  TOO_EARLY: {
    pl: "Ta karta jest na późniejszy dzień. Dziś jej nie użyto i zostaje ważna.",
    en: "This card is for a later day. It was not used today and stays valid.",
  },
  PAUSED: {
    pl: "Ta usługa jest dla tej osoby wstrzymana. Wznów ją najpierw w skierowaniach.",
    en: "This service is paused for this person. Let it go on first, among the referrals.",
  },
  RUNNING: {
    pl: "Ta usługa już trwa. Kod nie jest już potrzebny.",
    en: "This service runs already. The code is not needed any more.",
  },
  OVER: {
    pl: "Ta karta już nie obowiązuje. O nową można zapytać w CUS.",
    en: "This card is not valid any more. CUS can be asked for a new one.",
  },
  NO_PLACE: {
    pl: "Miejsce nie jest już zatrzymane i żadne nie jest wolne.",
    en: "The place is not held any more and none is free.",
  },
  NOT_AT_THE_DOOR: {
    pl: "Tej karty nie przyjmuje się samym kodem. Otwórz to skierowanie.",
    en: "This card is not taken by its code alone. Open the referral.",
  },
  TOO_MANY: {
    pl: "Za dużo złych kodów. Spróbuj za 10 minut albo otwórz skierowanie z listy.",
    en: "Too many wrong codes. Try in 10 minutes, or open the referral from the list.",
  },
};

/** What is none of here is on record as every look at what is another's. */
export function tokenRefused(
  say: Say,
  reason: TokenRefusal,
  referral: Referral | null = null,
): TokenRefused {
  const refused = new TokenRefused(say(WORDS[reason]), reason, referral);
  return reason === "UNKNOWN" ? denied(refused) : refused;
}
