// What a date is made of, and that its words say nothing of the person who is awaited.
import { Field, InputType } from "type-graphql";

import { type Names, namesPerson } from "../../cases/index.js";
import { addDays, localDate } from "../../platform/calendar.js";
import {
  holdsPersonsNumber,
  holdsPesel,
  noPesel,
} from "../../platform/free-text.js";
import { InputCheck } from "../../platform/graphql/problem.js";
import type { Say, Words } from "../../platform/graphql/words.js";

@InputType({
  description:
    "A first date; its words are the organisation's, and say nothing of the person.",
})
export class AppointmentInput {
  @Field(() => Date, { description: "When: from now on, within a year." })
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      "Where to come, at most 160 characters; null where the organisation comes to the person.",
  })
  place?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "The organisation comes to the person; then no place is kept, since her address is in what travels alone. null: she comes.",
  })
  atHome?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "What to bring, at most 200 characters.",
  })
  bring?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Whom of the organisation to ask for, at most 120 characters; its telephone may stand here.",
  })
  askFor?: string | null;
}

const LONGEST = { place: 160, bring: 200, askFor: 120 } as const;

const FARTHEST_DAYS = 366;

const noNumber: Words = {
  pl: "To wygląda na numer PESEL albo telefon. Telefon organizacji wpisz przy osobie do kontaktu.",
  en: "This looks like a PESEL or a telephone number. The organisation's telephone stands beside whom to ask for.",
};

export interface Arranged {
  at: Date;
  /** null: at the person's home. */
  place: string | null;
  atHome: boolean;
  bring: string | null;
  askFor: string | null;
}

export function arrangedOf(input: AppointmentInput): Arranged {
  return {
    at: input.at,
    place: input.atHome ? null : input.place?.trim() || null,
    atHome: input.atHome ?? false,
    bring: input.bring?.trim() || null,
    askFor: input.askFor?.trim() || null,
  };
}

const noName: Words = {
  pl: "Tu nie wpisuj imienia ani nazwiska tej osoby: termin stoi na kartce, na której nie ma jej danych.",
  en: "Do not write the person's name here: the date stands on a paper that holds nothing of her.",
};

/**
 * @param names what the writer may know of the person's name; where to come and whom to ask for may hold a first name of
 * somebody else, a street or a colleague
 * @param path where it stands in the input, with its dot
 */
export function checkAppointment(
  { say, now }: { say: Say; now: Date },
  { at, place, atHome, bring, askFor }: Arranged,
  names: Names | null,
  path = "",
): InputCheck {
  const surname = names && { name: "", surname: names.surname };
  const check = checkMoment({ say, now }, at, `${path}at`)
    .that(place !== null || atHome, `${path}place`, {
      pl: "Wpisz, gdzie przyjść.",
      en: "Say where to come.",
    })
    .that(!holdsPersonsNumber(place ?? ""), `${path}place`, noNumber)
    .that(!holdsPersonsNumber(bring ?? ""), `${path}bring`, noNumber)
    .that(!holdsPesel(askFor ?? ""), `${path}askFor`, noPesel);
  for (const [name, text, told] of [
    ["place", place ?? "", surname],
    ["bring", bring ?? "", names],
    ["askFor", askFor ?? "", surname],
  ] as const)
    check
      .that(text.length <= LONGEST[name], `${path}${name}`, {
        pl: `Napisz najwyżej tyle znaków: ${String(LONGEST[name])}.`,
        en: `At most ${String(LONGEST[name])} characters.`,
      })
      .that(!told || !namesPerson(text, told), `${path}${name}`, noName);
  return check;
}

export function checkMoment(
  { say, now }: { say: Say; now: Date },
  at: Date,
  path: string,
): InputCheck {
  return new InputCheck(say).that(
    at > now && localDate(at) <= addDays(localDate(now), FARTHEST_DAYS),
    path,
    {
      pl: "Podaj dzień i godzinę od teraz, najwyżej za rok.",
      en: "Give a day and time from now on, within a year.",
    },
  );
}
