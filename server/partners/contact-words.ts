// What a contact person's form says, read and checked.
import { holdsPesel, noPesel } from "../platform/free-text.js";
import { InputCheck, type InvalidInput } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";
import { isEmail, wordsForNoEmail } from "../platform/mail-address.js";
import type { ContactWordsInput } from "./contact-input.js";
import type { ContactPerson } from "./contact-person.js";
import { isPhone, phoneNumber } from "./register-number.js";

export type ContactWords = Pick<
  ContactPerson,
  | "name"
  | "position"
  | "workEmail"
  | "workPhone"
  | "isDeputy"
  | "duties"
  | "preferredChannel"
  | "availability"
>;

export function readContactWords(input: ContactWordsInput): ContactWords {
  return {
    name: input.name.trim(),
    position: input.position?.trim() || null,
    workEmail: input.workEmail?.trim().toLowerCase() || null,
    workPhone: phoneNumber(input.workPhone),
    isDeputy: input.deputy,
    duties: [...new Set(input.duties)],
    preferredChannel: input.preferredChannel ?? null,
    availability: input.availability?.trim() || null,
  };
}

export function faultsOfContact(
  say: Say,
  words: ContactWords,
  isPrimary: boolean,
): InvalidInput | null {
  const { name, position, workEmail, workPhone, availability } = words;
  return new InputCheck(say)
    .that(name.length >= 2 && name.length <= 200, "person.name", {
      pl: "Imię i nazwisko: od 2 do 200 znaków.",
      en: "A name has from 2 to 200 characters.",
    })
    .that((position?.length ?? 0) <= 200, "person.position", {
      pl: "Stanowisko: do 200 znaków.",
      en: "A position has at most 200 characters.",
    })
    .that(
      workEmail === null || isEmail(workEmail),
      "person.workEmail",
      wordsForNoEmail(workEmail ?? ""),
    )
    .that(!isPrimary || workEmail !== null, "person.workEmail", {
      pl: "Główny kontakt potrzebuje adresu e-mail: tam idą listy o skierowaniach.",
      en: "The first contact needs an e-mail address: letters about referrals go there.",
    })
    .that(workPhone === null || isPhone(workPhone), "person.workPhone", {
      pl: "Podaj numer z 9 cyfr albo z kierunkowym kraju, np. +48…",
      en: "Give 9 digits, or a number with its country, e.g. +48…",
    })
    .that((availability?.length ?? 0) <= 200, "person.availability", {
      pl: "Dostępność: do 200 znaków.",
      en: "At most 200 characters.",
    })
    .that(!holdsPesel(name), "person.name", noPesel)
    .that(!holdsPesel(position ?? ""), "person.position", noPesel)
    .that(!holdsPesel(availability ?? ""), "person.availability", noPesel)
    .that(!(isPrimary && words.isDeputy), "person.deputy", {
      pl: "Główny kontakt nie zastępuje sam siebie. Wskaż inną osobę.",
      en: "The first contact does not stand in for herself. Name another person.",
    }).problem;
}
