// What a form about an organisation says, read and checked against what its kind asks for.
import { holdsPesel, noPesel } from "../platform/free-text.js";
import { InputCheck, type InvalidInput } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";
import type { ChangePartnerInput } from "./change-partner-input.js";
import type { Partner } from "./partner.js";
import { missingNumbers, type RegisterNumber } from "./partner-entry.js";
import { canBeUnit } from "./partner-kind.js";
import {
  cleanNumber,
  isKrs,
  isNip,
  isPhone,
  isRegon,
  isTerc,
  isWebAddress,
  phoneNumber,
} from "./register-number.js";

const DESCRIPTIVE: readonly string[] = [
  "partnerId",
  "ifVersion",
  "address",
  "website",
  "phone",
  "areasServed",
  "statutoryAims",
  "accessibility",
];

/** Nothing of what an organisation is, only how it describes itself. */
export function describesOnly(input: ChangePartnerInput): boolean {
  return Object.entries(input).every(
    ([field, said]) => said === undefined || DESCRIPTIVE.includes(field),
  );
}

type RegisterWords = Partial<Partner>;

const cleared = (text: string | null | undefined) =>
  text === undefined ? undefined : text?.trim() || null;
const number = (text: string | null | undefined) =>
  text === undefined ? undefined : text?.trim() ? cleanNumber(text) : null;
/** What cannot be cleared stays where nothing is said. */
const required = <Said>(said: Said | null | undefined) => said ?? undefined;

/** Undefined stays as it is. */
export function readRegisterWords(input: ChangePartnerInput) {
  const unique = (list: readonly string[]) => [
    ...new Set(list.map((one) => cleanNumber(one))),
  ];
  return {
    name: required(input.name)?.trim(),
    shortName: required(input.shortName)?.trim(),
    kind: required(input.kind),
    sector: required(input.sector),
    statutoryProviderKind: input.statutoryProviderKind,
    legalForm: cleared(input.legalForm),
    nip: number(input.nip),
    regon: number(input.regon),
    krs: number(input.krs),
    registerEntry: cleared(input.registerEntry),
    terc: number(input.terc),
    reintegrationAim: input.reintegrationAim,
    cisDecision: cleared(input.cisDecision),
    cisVoivode: cleared(input.cisVoivode),
    cisValidUntil: input.cisValidUntil,
    cisAgreedPlaces: input.cisAgreedPlaces,
    address: cleared(input.address),
    website: cleared(input.website),
    phone: input.phone === undefined ? undefined : phoneNumber(input.phone),
    areasServed: input.areasServed ? unique(input.areasServed) : undefined,
    statutoryAims: cleared(input.statutoryAims),
    accessibility: input.accessibility
      ? [...new Set(input.accessibility)]
      : undefined,
  } satisfies { [Word in keyof RegisterWords]: unknown };
}

const TEXTS = [
  "name",
  "shortName",
  "legalForm",
  "registerEntry",
  "cisDecision",
  "cisVoivode",
  "address",
  "statutoryAims",
] as const;

const PATHS: Record<RegisterNumber, string> = {
  NIP: "nip",
  REGON: "regon",
  KRS: "krs",
  REGISTER_ENTRY: "registerEntry",
};

export function faultsOfRegister(
  say: Say,
  partner: Partner,
  words: ReturnType<typeof readRegisterWords>,
): InvalidInput | null {
  const fits = (text: string | null | undefined, most: number, least = 0) =>
    text === undefined ||
    text === null ||
    (text.length >= least && text.length <= most);
  const right = (
    text: string | null | undefined,
    rule: (text: string) => boolean,
  ) => text === undefined || text === null || rule(text);
  const after = {
    kind: words.kind ?? partner.kind,
    sector: words.sector ?? partner.sector,
    nip: words.nip === undefined ? partner.nip : words.nip,
    regon: words.regon === undefined ? partner.regon : words.regon,
    krs: words.krs === undefined ? partner.krs : words.krs,
    registerEntry:
      words.registerEntry === undefined
        ? partner.registerEntry
        : words.registerEntry,
  };
  const check = new InputCheck(say)
    .that(fits(words.name, 200, 3), "name", {
      pl: "Nazwa ma mieć od 3 do 200 znaków.",
      en: "A name has from 3 to 200 characters.",
    })
    .that(fits(words.shortName, 80, 2), "shortName", {
      pl: "Krótka nazwa ma mieć od 2 do 80 znaków.",
      en: "A short name has from 2 to 80 characters.",
    })
    .that(fits(words.legalForm, 100), "legalForm", {
      pl: "Forma prawna: do 100 znaków.",
      en: "A legal form has at most 100 characters.",
    })
    .that(right(words.nip, isNip), "nip", {
      pl: "Ten NIP ma zły układ cyfr. Sprawdź 10 cyfr.",
      en: "This NIP is wrong. Check its 10 digits.",
    })
    .that(right(words.regon, isRegon), "regon", {
      pl: "Ten REGON ma zły układ cyfr. Ma 9 albo 14 cyfr.",
      en: "This REGON is wrong. It has 9 or 14 digits.",
    })
    .that(right(words.krs, isKrs), "krs", {
      pl: "KRS ma 10 cyfr, z zerami na początku.",
      en: "A KRS has 10 digits, with its leading zeros.",
    })
    .that(fits(words.registerEntry, 60), "registerEntry", {
      pl: "Wpis do ewidencji: do 60 znaków.",
      en: "An entry has at most 60 characters.",
    })
    .that(right(words.terc, isTerc), "terc", {
      pl: "TERC gminy ma 7 cyfr, na przykład 9801013.",
      en: "A TERC of a municipality has 7 digits, e.g. 9801013.",
    })
    .that(
      (words.areasServed?.length ?? 0) <= 50 &&
        (words.areasServed ?? []).every(isTerc),
      "areasServed",
      {
        pl: "Podaj gminy jako TERC, po 7 cyfr, najwyżej 50.",
        en: "Give municipalities as TERC, 7 digits each, at most 50.",
      },
    )
    .that(fits(words.address, 300), "address", {
      pl: "Adres: do 300 znaków.",
      en: "An address has at most 300 characters.",
    })
    .that(
      right(words.website, isWebAddress) && fits(words.website, 300),
      "website",
      {
        pl: "Adres strony zaczyna się od https://.",
        en: "A web address begins with https://.",
      },
    )
    .that(right(words.phone, isPhone), "phone", {
      pl: "Podaj numer z 9 cyfr albo z kierunkowym kraju, np. +48…",
      en: "Give 9 digits, or a number with its country, e.g. +48…",
    })
    .that(fits(words.statutoryAims, 2000), "statutoryAims", {
      pl: "Cele: do 2000 znaków.",
      en: "Aims have at most 2000 characters.",
    })
    .that(fits(words.cisDecision, 100), "cisDecision", {
      pl: "Numer decyzji: do 100 znaków.",
      en: "A decision has at most 100 characters.",
    })
    .that(fits(words.cisVoivode, 100), "cisVoivode", {
      pl: "Wojewoda: do 100 znaków.",
      en: "A voivode has at most 100 characters.",
    })
    .that(
      words.cisAgreedPlaces === undefined ||
        words.cisAgreedPlaces === null ||
        (words.cisAgreedPlaces >= 1 && words.cisAgreedPlaces <= 10_000),
      "cisAgreedPlaces",
      {
        pl: "Liczba miejsc: od 1 do 10 000.",
        en: "Places: from 1 to 10,000.",
      },
    )
    .that(
      partner.dataRole !== "SAME_CONTROLLER" || canBeUnit(after),
      words.kind && words.kind !== partner.kind ? "kind" : "sector",
      {
        pl: "To jednostka CUS: publiczna, prowadzona przez CUS. Najpierw popraw jej rolę w ochronie danych.",
        en: "This is a unit of the centre: public, and run by it. First correct its part in the protection of data.",
      },
    )
    .that(after.kind === "CIS" || !saysOfCis(partner, words), "cisDecision", {
      pl: "Decyzję wojewody ma tylko CIS. Wyczyść te pola.",
      en: "Only a CIS has a decision of the voivode. Clear these fields.",
    });
  for (const field of TEXTS)
    check.that(!holdsPesel(words[field] ?? ""), field, noPesel);
  // what identifies an organisation may be corrected, and not be taken away
  const before = missingNumbers({ ...numbersOf(partner), kind: after.kind });
  for (const missing of missingNumbers(after))
    check.that(before.includes(missing), PATHS[missing], {
      pl: "Tego numeru ten rodzaj organizacji potrzebuje. Popraw go, nie usuwaj.",
      en: "This kind of organisation needs this number. Correct it, do not take it away.",
    });
  return check.problem;
}

function numbersOf({ nip, regon, krs, registerEntry }: Partner) {
  return { nip, regon, krs, registerEntry };
}

function saysOfCis(
  partner: Partner,
  words: ReturnType<typeof readRegisterWords>,
): boolean {
  const { cisDecision, cisVoivode, cisValidUntil, cisAgreedPlaces } = partner;
  const after = { cisDecision, cisVoivode, cisValidUntil, cisAgreedPlaces };
  for (const [field, said] of Object.entries(words))
    if (field in after && said !== undefined)
      Object.assign(after, { [field]: said });
  return Object.values(after).some((said) => said !== null);
}
