// The plain-language text that somebody is shown before data of hers are passed on; a version that was shown is never rewritten, a new one is added.
import { Field, ObjectType } from "type-graphql";

import type { Words } from "../../platform/graphql/words.js";
import { BasisKind } from "./basis-kind.js";

@ObjectType({
  description: "A plain-language text that is shown before a basis is given.",
})
export class BasisText {
  @Field(() => BasisKind, { description: "For which kind of basis." })
  kind!: BasisKind;

  @Field(() => String, { description: "Which version." })
  version!: string;

  @Field(() => [String], { description: "Its paragraphs, one after another." })
  paragraphs!: string[];
}

type Shown = Exclude<BasisKind, "VITAL_INTEREST">;

interface Version {
  version: string;
  common: readonly Words[];
  by: Readonly<Record<Shown, readonly Words[]>>;
}

/** The newest last. */
const VERSIONS: readonly [Version, ...Version[]] = [
  {
    version: "2026-11",
    by: {
      CONSENT: [
        {
          pl: "Zgadzam się, żeby Centrum Usług Społecznych przekazało tej organizacji moje dane, które są wypisane niżej. Organizacja użyje ich tylko po to, żeby umówić i wykonać usługę.",
          en: "I agree that the centre for social services passes on to this organisation the data about me that are listed below. The organisation uses them only to arrange and give the service.",
        },
        {
          pl: "Zgoda jest dobrowolna. Jeśli się nie zgodzę, nadal mogę korzystać z usług, do których wystarczy numer skierowania.",
          en: "My agreement is free. If I do not agree, I can still use services for which the number of a referral is enough.",
        },
        {
          pl: "Zgodę mogę cofnąć w każdej chwili, bez podania powodu – wystarczy powiedzieć o tym koordynatorce. Wtedy organizacja od razu przestanie widzieć moje dane, a otwarte skierowania zostaną wycofane.",
          en: "I can withdraw it at any time, without a reason: it is enough to tell my coordinator. The organisation then stops seeing my data at once, and open referrals are withdrawn.",
        },
      ],
      STATUTORY_TASK: [
        {
          pl: "Centrum Usług Społecznych przekaże tej organizacji moje dane, które są wypisane niżej, bo potrzebuje ich do zadania, które nakłada na nie prawo. Moja zgoda nie jest do tego potrzebna.",
          en: "The centre for social services passes on to this organisation the data about me that are listed below, because a task that the law gives it needs them. My consent is not needed for this.",
        },
        {
          pl: "Mogę powiedzieć koordynatorce, że się temu sprzeciwiam. Centrum to rozpatrzy i odpowie.",
          en: "I can tell my coordinator that I object. The centre considers it and answers.",
        },
      ],
      CONTRACT_PROCESSOR: [
        {
          pl: "Ta organizacja działa na zlecenie Centrum Usług Społecznych i na jego polecenie używa moich danych, które są wypisane niżej. Nie może użyć ich do niczego innego.",
          en: "This organisation works on behalf of the centre for social services and uses the data about me that are listed below as the centre tells it. It may not use them for anything else.",
        },
        {
          pl: "Mogę powiedzieć koordynatorce, że się temu sprzeciwiam. Centrum to rozpatrzy i odpowie.",
          en: "I can tell my coordinator that I object. The centre considers it and answers.",
        },
      ],
    },
    common: [
      {
        pl: "Mogę zapytać, kto i kiedy widział moje dane, dostać ich kopię i poprosić o ich poprawienie. Mogę złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.",
        en: "I can ask who saw my data and when, get a copy of them and have them corrected. I can complain to the President of the Personal Data Protection Office.",
      },
    ],
  },
  {
    version: "2026-12",
    by: {
      CONSENT: [
        {
          pl: "Zgadzam się, żeby centrum przekazało tej organizacji moje dane, które są tu wypisane, i nic więcej. Organizacja użyje ich tylko po to, żeby umówić i wykonać usługę.",
          en: "I agree that the centre passes on to this organisation the data about me that are listed here, and nothing more. The organisation uses them only to arrange and give the service.",
        },
        {
          pl: "Zgoda jest dobrowolna. Jeśli jej nie dam, nadal mogę korzystać z usług, do których wystarczy numer skierowania.",
          en: "My agreement is free. If I do not give it, I can still use services for which the number of a referral is enough.",
        },
        {
          pl: "Zgodę mogę cofnąć w każdej chwili, bez podania powodu i tak łatwo, jak ją daję: wystarczy powiedzieć koordynatorce albo inspektorowi. Organizacja od razu przestanie widzieć moje dane, a otwarte skierowania zostaną wycofane. To, co stało się wcześniej, było zgodne z prawem.",
          en: "I can withdraw it at any time, without a reason and as easily as I give it: it is enough to tell my coordinator or the officer. The organisation stops seeing my data at once, and open referrals are withdrawn. What was done before was lawful.",
        },
        {
          pl: "Podstawa: moja zgoda (art. 6 ust. 1 lit. a RODO, dla danych wrażliwych art. 9 ust. 2 lit. a).",
          en: "Basis: my consent (GDPR art. 6(1)(a), for sensitive data art. 9(2)(a)).",
        },
      ],
      STATUTORY_TASK: [
        {
          pl: "Centrum przekaże tej organizacji moje dane, które są tu wypisane, i nic więcej. Potrzebuje ich do zadania, które nakłada na nie prawo. Moja zgoda nie jest do tego potrzebna.",
          en: "The centre passes on to this organisation the data about me that are listed here, and nothing more. A task that the law gives it needs them. My consent is not needed for this.",
        },
        {
          pl: "Mogę się temu sprzeciwić: wystarczy powiedzieć koordynatorce albo inspektorowi. Centrum to rozpatrzy i odpowie.",
          en: "I can object: it is enough to tell my coordinator or the officer. The centre considers it and answers.",
        },
        {
          pl: "Podstawa: zadanie centrum usług społecznych (art. 6 ust. 1 lit. c i e RODO, dla danych wrażliwych art. 9 ust. 2 lit. b i g; ustawa o realizowaniu usług społecznych przez centrum usług społecznych).",
          en: "Basis: a task of the centre for social services (GDPR art. 6(1)(c) and (e), for sensitive data art. 9(2)(b) and (g); the Act on social services provided by a centre).",
        },
      ],
      CONTRACT_PROCESSOR: [
        {
          pl: "Ta organizacja działa na zlecenie centrum i używa moich danych, które są tu wypisane, tylko tak, jak centrum jej poleci (art. 28 RODO). Nie może użyć ich do niczego innego.",
          en: "This organisation works on behalf of the centre and uses the data about me that are listed here only as the centre tells it (GDPR art. 28). It may not use them for anything else.",
        },
        {
          pl: "Mogę się temu sprzeciwić: wystarczy powiedzieć koordynatorce albo inspektorowi. Centrum to rozpatrzy i odpowie.",
          en: "I can object: it is enough to tell my coordinator or the officer. The centre considers it and answers.",
        },
      ],
    },
    common: [
      {
        pl: "Gdy podany czas minie, organizacja może zachować tylko to, co każe jej prawo.",
        en: "When the given time is over, the organisation may keep only what the law makes it keep.",
      },
      {
        pl: "Mogę zapytać, kto i kiedy widział moje dane, dostać ich kopię, poprosić o ich poprawienie, usunięcie albo wstrzymanie. Mogę złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.",
        en: "I can ask who saw my data and when, get a copy of them and have them corrected, erased or held back. I can complain to the President of the Personal Data Protection Office.",
      },
    ],
  },
];

export function isTextVersion(version: string): boolean {
  return VERSIONS.some((one) => one.version === version);
}

/** @param of which version; null: the newest */
export function basisText(
  of: string | null,
  kind: Shown,
): { version: string; paragraphs: Words[] } | null {
  const found =
    of === null
      ? VERSIONS.at(-1)
      : VERSIONS.find(({ version }) => version === of);
  return found
    ? {
        version: found.version,
        paragraphs: [...found.by[kind], ...found.common],
      }
    : null;
}
