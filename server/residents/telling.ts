// One service in the words of whoever looks for help: whether there are places, what it costs, how to get in.
import { easesOf, feeWords, type PublishedOffer } from "../interop/index.js";
import { scheduleInWords } from "../offer/index.js";
import type { Language, Words } from "../platform/graphql/words.js";

export type Tone = "ok" | "warn" | "wait" | "danger";

interface Band {
  readonly words: Words;
  readonly tone: Tone;
  readonly icon: string;
}

const CHECK = "M4 10.5l4 4 8-9";
const CLOCK = "M10 3a7 7 0 110 14a7 7 0 110-14M10 6v4.3l3 1.7";
const CROSS = "M5 5l10 10M15 5L5 15";
const ASK = "M10 3a7 7 0 110 14a7 7 0 110-14M8 8a2 2 0 113 2l-1 1M10 14v.2";

const CLOSED: Band = {
  words: { pl: "Teraz nieczynne", en: "Closed for now" },
  tone: "danger",
  icon: CROSS,
};
const UNKNOWN: Band = {
  words: { pl: "Zapytaj o miejsca", en: "Ask about places" },
  tone: "warn",
  icon: ASK,
};
/** Never a number: that somebody came is nobody's to see. */
const BANDS: Readonly<Record<string, Band>> = {
  AVAILABLE: {
    words: { pl: "Są wolne miejsca", en: "There are places" },
    tone: "ok",
    icon: CHECK,
  },
  LIMITED: {
    words: { pl: "Zostało mało miejsc", en: "Few places left" },
    tone: "warn",
    icon: CLOCK,
  },
  WAITLIST: {
    words: { pl: "Trzeba poczekać", en: "You have to wait" },
    tone: "wait",
    icon: CLOCK,
  },
  FULL: {
    words: { pl: "Brak możliwości przyjęcia", en: "Nobody can be taken now" },
    tone: "danger",
    icon: CROSS,
  },
  SUSPENDED: CLOSED,
};

export function bandOf({ band, status }: PublishedOffer): Band {
  if (status === "PAUSED") return CLOSED;
  return BANDS[band ?? ""] ?? UNKNOWN;
}

/** Until when it is closed, where that is known. */
export function bandWords(service: PublishedOffer, language: Language): string {
  const band = bandOf(service);
  const until = service.suspendedUntil;
  if (band !== CLOSED || until === null) return band.words[language];
  const day = dayWords(until, language);
  return { pl: `${CLOSED.words.pl}, do: ${day}`, en: `Closed until ${day}` }[
    language
  ];
}

const MODES: Readonly<Record<string, Words>> = {
  OPEN: { pl: "Przyjdź bez zapisów.", en: "Just come." },
  TOKEN: {
    pl: "Odbierz wejściówkę. Nie podajesz nazwiska.",
    en: "Get a ticket. You do not give your name.",
  },
  REFERRAL: {
    pl: "Zapisze Cię koordynatorka w CUS. Zadzwoń albo przyjdź.",
    en: "A coordinator of the centre signs you up. Call or come.",
  },
  PROGRAMME_QUALIFICATION: {
    pl: "Trzeba się zakwalifikować do programu. Zapytaj w CUS, jak to zrobić.",
    en: "You have to qualify for a programme. Ask the centre how.",
  },
  STATUTORY_REFERRAL: {
    pl: "Potrzebne skierowanie na papierze. Zapytaj w CUS, kto je wystawia.",
    en: "You need a referral on paper. Ask the centre who gives it.",
  },
  ADMIN_DECISION: {
    pl: "Potrzebna decyzja. Zapytaj w CUS, jak złożyć wniosek.",
    en: "You need a decision. Ask the centre how to apply.",
  },
};

export function entryWords(
  service: PublishedOffer,
  language: Language,
): string {
  return MODES[service.entryMode]?.[language] ?? "";
}

const UNITS: Readonly<Record<string, string>> = {
  PLACES: " for a place",
  HOURS_WEEK: " an hour",
  HOURS_MONTH: " an hour",
  APPOINTMENTS_MONTH: " an appointment",
  TRIPS_MONTH: " a trip",
  TICKETS_MONTH: " a ticket",
  TICKETS_EVENT: " a ticket",
};

export function costWords(service: PublishedOffer, language: Language): string {
  const { feeGrosze, feeUnit } = service;
  const polish = feeWords(service);
  if (polish === null)
    return { pl: "Zapytaj o cenę.", en: "Ask what it costs." }[language];
  if (feeGrosze === 0) return { pl: "Bezpłatnie.", en: "Free." }[language];
  return language === "pl"
    ? `${polish}.`
    : `${(feeGrosze / 100).toFixed(2)} zł${UNITS[feeUnit ?? ""] ?? ""}.`;
}

const EASES: Readonly<Record<string, Words>> = {
  WHEELCHAIR: { pl: "Wjedziesz wózkiem.", en: "You can come in a wheelchair." },
  SIGN_LANGUAGE: {
    pl: "Porozmawiasz w języku migowym.",
    en: "You can talk in Polish sign language.",
  },
  EASY_TO_READ: {
    pl: "Teksty są łatwe do czytania.",
    en: "Texts are easy to read.",
  },
  INDUCTION_LOOP: {
    pl: "Jest pętla indukcyjna.",
    en: "There is an induction loop.",
  },
  ACCESSIBLE_TOILET: {
    pl: "Jest dostępna toaleta.",
    en: "There is an accessible toilet.",
  },
  CARE: {
    pl: "Na miejscu jest opieka nad bliskimi.",
    en: "Those you look after are cared for meanwhile.",
  },
  TRANSPORT: { pl: "Dowozimy na miejsce.", en: "We bring you there." },
};

/** Null: nothing is said of it. */
export function easeWords(
  service: PublishedOffer,
  language: Language,
): string | null {
  const words = easesOf(service).flatMap(
    (code) => EASES[code]?.[language] ?? [],
  );
  return words.length > 0 ? words.join(" ") : null;
}

/** A line each; of what it does not say it says to ask. */
export function whenWords(
  service: PublishedOffer,
  language: Language,
): string[] {
  const lines = scheduleInWords(service)[language];
  if (service.hours.length > 0)
    return lines.map(
      (line) => `${line.charAt(0).toUpperCase()}${line.slice(1)}.`,
    );
  return [
    language === "pl"
      ? "O godziny zapytaj przed przyjściem."
      : "Ask for the hours before you come.",
  ];
}

export function dayWords(day: string, language: Language): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(
    language === "pl" ? "pl-PL" : "en-GB",
    { day: "numeric", month: "long", year: "numeric" },
  );
}

export function placeOf({
  place,
  organization,
}: PublishedOffer): string | null {
  return place ?? organization.address;
}

/** As people read it: +48120000000 is 12 000 00 00. */
export function phoneWords(phone: string): string {
  const national = /^\+48(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(phone);
  return national ? national.slice(1).join(" ") : phone;
}

export function phoneAddress(phone: string): string {
  return `tel:${phone.replaceAll(/[^+\d]/g, "")}`;
}
