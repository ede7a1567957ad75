// Why a service stands where it stands in a list of results: reasons as data, never a hidden score (domain 1.4).
import { Field, Float, ObjectType, registerEnumType } from "type-graphql";

import type { Words } from "../platform/graphql/words.js";

export const MatchReasonKind = {
  FREE_PLACE: "FREE_PLACE",
  QUEUE_FIRST: "QUEUE_FIRST",
  NO_PLACE: "NO_PLACE",
  NEVER_CONFIRMED: "NEVER_CONFIRMED",
  NUMBER_FRESH: "NUMBER_FRESH",
  NUMBER_STALE: "NUMBER_STALE",
  MATCHES_NAME: "MATCHES_NAME",
  MATCHES_PARTNER: "MATCHES_PARTNER",
  MATCHES_DESCRIPTION: "MATCHES_DESCRIPTION",
  RELATED_MEANING: "RELATED_MEANING",
  READ_AS: "READ_AS",
  LACKS_WORD: "LACKS_WORD",
  CANNOT_REFER: "CANNOT_REFER",
  SUSPENDED: "SUSPENDED",
} as const;
export type MatchReasonKind = keyof typeof MatchReasonKind;

registerEnumType(MatchReasonKind, {
  name: "MatchReasonKind",
  description: "Rules that decide the order of results.",
  valuesConfig: {
    FREE_PLACE: { description: "Takes somebody now." },
    QUEUE_FIRST: {
      description: "One has to wait: what is free is owed to the queue.",
    },
    NO_PLACE: { description: "Nothing is free." },
    NEVER_CONFIRMED: { description: "Nobody has vouched for the number yet." },
    NUMBER_FRESH: { description: "The number was confirmed lately." },
    NUMBER_STALE: { description: "The number is old: ask." },
    MATCHES_NAME: { description: "The name holds the words." },
    MATCHES_PARTNER: {
      description: "The place or the organisation's name holds them.",
    },
    MATCHES_DESCRIPTION: { description: "The description or area holds them." },
    RELATED_MEANING: { description: "It may help with the word." },
    READ_AS: { description: "A word was mistyped and read as another." },
    LACKS_WORD: {
      description: "No service holds all the words; this one lacks one.",
    },
    CANNOT_REFER: { description: "No agreement lets the hub refer there." },
    SUSPENDED: { description: "The service is paused." },
  },
});

export const reasonWords: Record<MatchReasonKind, Words> = {
  FREE_PLACE: { pl: "jest miejsce", en: "a place is free" },
  QUEUE_FIRST: {
    pl: "trzeba poczekać",
    en: "one has to wait",
  },
  NO_PLACE: { pl: "nie ma wolnego miejsca", en: "no place is free" },
  NEVER_CONFIRMED: {
    pl: "nikt jeszcze nie potwierdził liczby",
    en: "nobody has confirmed the number yet",
  },
  NUMBER_FRESH: { pl: "liczba jest świeża", en: "the number is fresh" },
  NUMBER_STALE: { pl: "liczba jest dawna", en: "the number is old" },
  MATCHES_NAME: { pl: "pasuje nazwa", en: "the name fits" },
  MATCHES_PARTNER: {
    pl: "pasuje organizacja albo miejsce",
    en: "the organisation or place fits",
  },
  MATCHES_DESCRIPTION: { pl: "pasuje opis", en: "the description fits" },
  CANNOT_REFER: {
    pl: "nie można teraz kierować",
    en: "no referral is possible now",
  },
  RELATED_MEANING: { pl: "może pomóc, gdy szukasz", en: "may help with" },
  READ_AS: { pl: "słowo odczytane jako", en: "a word read as" },
  LACKS_WORD: { pl: "nie ma w niej słowa", en: "it lacks the word" },
  SUSPENDED: { pl: "usługa jest wstrzymana", en: "the service is paused" },
};

@ObjectType({ description: "One reason for the place in a list." })
export class MatchReason {
  @Field(() => MatchReasonKind, { description: "Which rule." })
  kind!: MatchReasonKind;

  @Field(() => Float, {
    nullable: true,
    description: "The number behind it, e.g. free units.",
  })
  value!: number | null;

  @Field(() => String, { description: "As people read it." })
  text!: string;
}
