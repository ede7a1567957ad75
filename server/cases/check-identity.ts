// What identifies a person is written as it is meant, and never holds a PESEL; words beside it name nobody.
import { localDate } from "../platform/calendar.js";
import {
  holdsPersonsNumber,
  holdsPesel,
  noPersonsNumber,
  noPesel,
} from "../platform/free-text.js";
import { InputCheck } from "../platform/graphql/problem.js";
import type { Say, Words } from "../platform/graphql/words.js";
import { isEmail } from "../platform/mail-address.js";
import type { CaseIdentity } from "./case-identity.js";
import { type Names, namesPerson } from "./name-forms.js";
import { tellsPlace } from "./wording/place-forms.js";

const LONGEST = {
  name: 60,
  surname: 80,
  born: 10,
  contact: 160,
  preferredHours: 120,
  accessNeeds: 200,
  place: 160,
  legalRepresentative: 160,
} as const satisfies Partial<Record<keyof CaseIdentity, number>>;

type Written = keyof typeof LONGEST;
const isWritten = (name: string): name is Written => name in LONGEST;

/** @param path where the identity stands in the input */
export function checkIdentity(
  { say, now }: { say: Say; now: Date },
  identity: CaseIdentity,
  path: string,
): InputCheck {
  const check = new InputCheck(say).that(identity.name !== "", `${path}.name`, {
    pl: "Wpisz imię albo to, jak ta osoba chce, żeby się do niej zwracać.",
    en: "Give a first name, or how the person wants to be called.",
  });
  for (const name of Object.keys(LONGEST).filter(isWritten)) {
    const text = identity[name] ?? "";
    const most = String(LONGEST[name]);
    check
      .that(text.length <= LONGEST[name], `${path}.${name}`, {
        pl: `Wpisz najwyżej tyle znaków: ${most}.`,
        en: `At most ${most} characters.`,
      })
      .that(!holdsPesel(text), `${path}.${name}`, noPesel);
  }
  const { born, contactKind, contact } = identity;
  const today = localDate(now);
  return check
    .that(born === null || isBorn(born), `${path}.born`, {
      pl: "Wpisz rok urodzenia, na przykład 1979, albo datę: 12.04.1979.",
      en: "Give the year of birth, such as 1979, or the day: 12.04.1979.",
    })
    .that(born === null || !isBorn(born) || isDay(born), `${path}.born`, {
      pl: "Takiego dnia nie ma w kalendarzu. Sprawdź dzień i miesiąc.",
      en: "There is no such day in the calendar. Check the day and the month.",
    })
    .that(
      born === null || !isBorn(born) || !isDay(born) || isLived(born, today),
      `${path}.born`,
      {
        pl: "Podaj rok albo dzień od 1900 roku do dzisiaj.",
        en: "Give a year or a day from 1900 until today.",
      },
    )
    .that(contact === null || contactKind !== null, `${path}.contactKind`, {
      pl: "Wybierz, jaki to kontakt.",
      en: "Say what kind of contact this is.",
    })
    .that(
      contactKind !== "PHONE" || contact === null || isPhone(contact),
      `${path}.contact`,
      {
        pl: "Wpisz numer telefonu: co najmniej 9 cyfr.",
        en: "Give a telephone number of at least 9 digits.",
      },
    )
    .that(
      contactKind !== "EMAIL" || contact === null || isEmail(contact),
      `${path}.contact`,
      {
        pl: "Wpisz adres e-mail, na przykład imie@poczta.pl.",
        en: "Give an e-mail address such as name@post.example.",
      },
    );
}

/** Words that a partner reads later, by where they stand; what stood there before has been asked about. */
export function travelling(
  identity: CaseIdentity | null,
  was: CaseIdentity | null,
): Record<string, string | null> {
  if (!identity) return {};
  const names = [
    ...(["preferredHours", "accessNeeds"] as const),
    ...(identity.contactKind === "THROUGH_SOMEBODY"
      ? (["contact"] as const)
      : []),
  ];
  return Object.fromEntries(
    names
      .filter((name) => identity[name] !== was?.[name])
      .map((name) => [`identity.${name}`, identity[name]]),
  );
}

function isPhone(text: string): boolean {
  return /^\+?[\d\s()-]+$/.test(text) && text.replace(/\D/g, "").length >= 9;
}

/** A year or a day, as it is kept. */
function isBorn(text: string): boolean {
  return /^\d{4}(-\d\d-\d\d)?$/.test(text);
}

function isDay(text: string): boolean {
  if (text.length === 4) return true;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isLived(text: string, today: string): boolean {
  return text >= "1900" && text <= today.slice(0, text.length);
}

const LONGEST_REASON = 200;

const noName: Words = {
  pl: "Tu nie wpisuj imienia ani nazwiska tej osoby.",
  en: "Do not write the person's name here.",
};

const noNumberAndName: Words = {
  pl: "Jest tu numer PESEL albo telefon, a także imię albo nazwisko tej osoby. Usuń jedno i drugie.",
  en: "There is a PESEL or a telephone number here, and the person's name as well. Take out both.",
};

const noPlace: Words = {
  pl: "Tu nie wpisuj adresu tej osoby.",
  en: "Do not write the person's address here.",
};

/** Words that stay beside a case: short, without anybody's number, and without the name or the address of the person herself. */
export function checkWords(
  check: InputCheck,
  path: string,
  text: string,
  names: Names | null,
  most = LONGEST_REASON,
): InputCheck {
  const hasNumber = holdsPersonsNumber(text);
  const hasName = names !== null && namesPerson(text, names);
  const oneOfThem = hasName ? noName : noPersonsNumber;
  return check
    .that(text.length <= most, path, {
      pl: `Napisz najwyżej tyle znaków: ${String(most)}.`,
      en: `At most ${String(most)} characters.`,
    })
    .that(
      !hasNumber && !hasName,
      path,
      hasNumber && hasName ? noNumberAndName : oneOfThem,
    )
    .that(!tellsPlace(text, names?.place ?? null), path, noPlace);
}
