// The words of a case's papers in both languages: plain ones, for who reads of herself for the first time.
import type { AgreementKind } from "../../agreements/index.js";
import type { Role } from "../../identity/index.js";
import type { CapacityUnit } from "../../offer/index.js";
import type { DisclosureLevel } from "../../partners/index.js";
import type { Language, Words } from "../../platform/graphql/words.js";
import type { TouchAction } from "../../platform/permission/touch.js";
import type {
  DeclineReason,
  DiscontinueReason,
  ReferralStatus,
} from "../../referrals/index.js";
import type { BasisKind } from "./case-facts.reads.js";
import { TRAVELLED, TRAVELLING } from "./travel-words.js";

export const LEVEL: Record<DisclosureLevel, Words> = {
  L0_TOKEN: {
    pl: "tylko numer skierowania, bez imienia i kontaktu",
    en: "only the number of the referral, no name and no contact",
  },
  L1_CONTACT: {
    pl: "imię, jeden kontakt, dobre godziny i czego potrzeba na miejscu",
    en: "first name, one contact, good hours and what is needed on the spot",
  },
  L2_IDENTITY: {
    pl: "imię i nazwisko, kontakt, rok albo data urodzenia, miejsce usługi, przedstawiciel",
    en: "name and surname, contact, year or date of birth, place of the service, representative",
  },
  L3_SENSITIVE: {
    pl: "dane jak wyżej i wybrane dane szczególne, każda z powodem",
    en: "the same, and single sensitive data, each with its reason",
  },
};

export const BASIS: Record<BasisKind, Words> = {
  CONSENT: { pl: "Twoja zgoda", en: "your consent" },
  STATUTORY_TASK: {
    pl: "zadanie z ustawy",
    en: "a task laid down by law",
  },
  CONTRACT_PROCESSOR: {
    pl: "umowa powierzenia danych",
    en: "a contract of data processing",
  },
  VITAL_INTEREST: {
    pl: "ochrona życia albo zdrowia",
    en: "protection of life or health",
  },
};

export const AGREEMENT: Record<AgreementKind, Words> = {
  LSR_ACCORD: { pl: "porozumienie sieci", en: "accord of the network" },
  ACCESSION: { pl: "deklaracja przystąpienia", en: "declaration of accession" },
  COOPERATION: {
    pl: "porozumienie o współpracy",
    en: "cooperation agreement",
  },
  PROGRAMME_PARTNERSHIP: {
    pl: "umowa partnerska programu",
    en: "partnership agreement of a programme",
  },
  GRANT_CONTRACT: {
    pl: "umowa o zadanie publiczne",
    en: "contract on a public task",
  },
  PROCUREMENT_CONTRACT: {
    pl: "umowa w sprawie zamówienia publicznego",
    en: "public-procurement contract",
  },
  COUNTY_AGREEMENT: {
    pl: "porozumienie z powiatem",
    en: "agreement with the county",
  },
  INTERMUNICIPAL: {
    pl: "porozumienie międzygminne",
    en: "agreement of municipalities",
  },
  DATA_PROCESSING: {
    pl: "umowa powierzenia danych",
    en: "contract of data processing",
  },
  JOINT_CONTROL: {
    pl: "uzgodnienia współadministratorów",
    en: "arrangement of joint controllers",
  },
  VOLUNTEER: {
    pl: "porozumienie z wolontariuszem",
    en: "volunteers' agreement",
  },
  LETTER_OF_INTENT: { pl: "list intencyjny", en: "letter of intent" },
  INTERNAL_ASSIGNMENT: {
    pl: "zadanie, które gmina dała swojej jednostce, nr",
    en: "task that the municipality gave its unit, no.",
  },
};

export const STATUS: Record<ReferralStatus, Words> = {
  DRAFT: { pl: "szkic", en: "draft" },
  SENT: { pl: "wysłane, czeka na odpowiedź", en: "sent, awaits an answer" },
  RECEIVED: { pl: "otwarte przez usługodawcę", en: "opened by the provider" },
  INFO_REQUESTED: { pl: "usługodawca pyta", en: "the provider asks" },
  WAITLISTED: { pl: "w kolejce", en: "in the queue" },
  OFFERED: { pl: "jest wolne miejsce", en: "a place is free" },
  ACCEPTED: { pl: "przyjęte", en: "accepted" },
  IN_PROGRESS: { pl: "usługa trwa", en: "the service runs" },
  SUSPENDED: { pl: "usługa wstrzymana", en: "the service is paused" },
  COMPLETED: { pl: "usługa zakończona", en: "the service is completed" },
  DISCONTINUED: { pl: "usługa przerwana", en: "the service was broken off" },
  DECLINED: {
    pl: "brak możliwości przyjęcia",
    en: "no possibility to take",
  },
  EXPIRED: { pl: "minął termin odpowiedzi", en: "no answer in time" },
  WITHDRAWN: { pl: "wycofane", en: "withdrawn" },
};

export const DECLINE: Record<DeclineReason, Words> = {
  NO_CAPACITY: { pl: "nie było miejsca", en: "there was no place" },
  OUT_OF_SCOPE: { pl: "to inna usługa", en: "another service is needed" },
  NOT_ELIGIBLE: {
    pl: "usługa jest dla innych osób",
    en: "the service is for others",
  },
  OUT_OF_AREA: { pl: "inny teren", en: "another area" },
  MISSING_INFORMATION: {
    pl: "brakło informacji",
    en: "information was missing",
  },
  RESIDENT_REFUSED: {
    pl: "rezygnacja z usługi",
    en: "the service was not wanted",
  },
  SAFETY: { pl: "względy bezpieczeństwa", en: "safety" },
  OTHER: { pl: "inny powód", en: "another reason" },
};

export const DISCONTINUE: Record<DiscontinueReason, Words> = {
  RESIGNED: { pl: "rezygnacja", en: "the service was given up" },
  NO_SHOW: { pl: "nikt nie przyszedł", en: "nobody came" },
  NOT_SUITABLE: { pl: "usługa nie pasowała", en: "the service did not fit" },
  MOVED_AWAY: { pl: "przeprowadzka", en: "a move elsewhere" },
  GOAL_REACHED_EARLY: {
    pl: "cel osiągnięty wcześniej",
    en: "the aim was reached early",
  },
  PROVIDER_CANNOT_CONTINUE: {
    pl: "usługodawca nie mógł kontynuować",
    en: "the provider could not go on",
  },
  OTHER: { pl: "inny powód", en: "another reason" },
};

/** One, a few, many. */
type Forms = readonly [string, string, string];
const UNIT: Record<CapacityUnit, Record<Language, Forms>> = {
  PLACES: {
    pl: ["miejsce", "miejsca", "miejsc"],
    en: ["place", "places", "places"],
  },
  HOURS_WEEK: {
    pl: ["godzina w tygodniu", "godziny w tygodniu", "godzin w tygodniu"],
    en: ["hour a week", "hours a week", "hours a week"],
  },
  HOURS_MONTH: {
    pl: ["godzina w miesiącu", "godziny w miesiącu", "godzin w miesiącu"],
    en: ["hour a month", "hours a month", "hours a month"],
  },
  APPOINTMENTS_MONTH: {
    pl: ["wizyta", "wizyty", "wizyt"],
    en: ["appointment", "appointments", "appointments"],
  },
  TRIPS_MONTH: {
    pl: ["przejazd", "przejazdy", "przejazdów"],
    en: ["trip", "trips", "trips"],
  },
  TICKETS_MONTH: {
    pl: ["wejściówka", "wejściówki", "wejściówek"],
    en: ["ticket", "tickets", "tickets"],
  },
  TICKETS_EVENT: {
    pl: ["wejściówka", "wejściówki", "wejściówek"],
    en: ["ticket", "tickets", "tickets"],
  },
};

/** What came of it is no rate: hours are hours, and who holds a place comes so many times. */
const HOURS: Record<Language, Forms> = {
  pl: ["godzina", "godziny", "godzin"],
  en: ["hour", "hours", "hours"],
};
const DELIVERED: Record<CapacityUnit, Record<Language, Forms>> = {
  ...UNIT,
  PLACES: {
    pl: ["wizyta", "wizyty", "wizyt"],
    en: ["visit", "visits", "visits"],
  },
  HOURS_WEEK: HOURS,
  HOURS_MONTH: HOURS,
};

const PLURAL = new Intl.PluralRules("pl");

/** "2 godziny w tygodniu" */
export function amountOf(
  amount: number,
  unit: CapacityUnit,
  language: Language,
): string {
  return counted(amount, UNIT[unit][language]);
}

/** "3 wizyty" */
export function deliveredOf(
  amount: number,
  unit: CapacityUnit,
  language: Language,
): string {
  return counted(amount, DELIVERED[unit][language]);
}

function counted(amount: number, [one, few, many]: Forms): string {
  const form = PLURAL.select(amount);
  const word = form === "one" ? one : form === "few" ? few : many;
  return `${String(amount)} ${word}`;
}

/** How a date that was agreed on stands; one that was moved is told by the next. */
export const APPEARED: Readonly<
  Record<"PLANNED" | "CAME" | "DID_NOT_COME", Words>
> = {
  PLANNED: { pl: "umówiony", en: "agreed on" },
  CAME: { pl: "odbył się", en: "took place" },
  DID_NOT_COME: { pl: "nie odbył się", en: "did not take place" },
};

/** Names of fields, as the access log keeps them, in words that say what it is. */
export const FIELD: Readonly<Record<string, Words>> = {
  ...TRAVELLING,
  note: { pl: "co się stało", en: "what happened" },
  result: { pl: "wynik usługi", en: "result of the service" },
  name: { pl: "imię", en: "first name" },
  surname: { pl: "nazwisko", en: "surname" },
  born: { pl: "rok albo data urodzenia", en: "year or date of birth" },
  contactKind: { pl: "rodzaj kontaktu", en: "kind of contact" },
  contact: { pl: "kontakt", en: "contact" },
  preferredHours: { pl: "dobre godziny", en: "good hours" },
  accessNeeds: {
    pl: "czego potrzeba na miejscu",
    en: "what is needed on the spot",
  },
  place: { pl: "miejsce usługi", en: "place of the service" },
  legalRepresentative: { pl: "przedstawiciel", en: "representative" },
  ownReference: { pl: "numer sprawy w urzędzie", en: "number in the office" },
  openedAlthough: {
    pl: "powód drugiej sprawy",
    en: "reason of a second case",
  },
  statutoryDocumentRef: { pl: "numer pisma", en: "number of a paper" },
  withdrawReason: { pl: "powód wycofania", en: "reason of a withdrawal" },
  suspendNote: { pl: "powód wstrzymania", en: "reason of the pause" },
  messages: { pl: "pytania i odpowiedzi", en: "questions and answers" },
  suggestions: {
    pl: "propozycje innych usług",
    en: "other services suggested",
  },
  appointment: {
    pl: "dlaczego potrzebny był inny termin",
    en: "why another date was needed",
  },
  WHO_SAW: { pl: "ten wydruk", en: "this paper" },
  SERVICE_CARD: { pl: "karta usług", en: "service card" },
  CASE_FILE: { pl: "skierowania i wyniki", en: "referrals and results" },
  closedOn: { pl: "zamknięcie sprawy", en: "closing of the case" },
  ACCESS: { pl: "dostęp do danych", en: "access to data" },
  RECTIFICATION: { pl: "poprawienie danych", en: "rectification" },
  ERASURE: { pl: "usunięcie danych", en: "erasure" },
  RESTRICTION: { pl: "ograniczenie przetwarzania", en: "restriction" },
  OBJECTION: { pl: "sprzeciw", en: "objection" },
  PORTABILITY: { pl: "przeniesienie danych", en: "data portability" },
};

export const ACTION: Record<TouchAction, Words> = {
  VIEW: { pl: "odczyt", en: "read" },
  CREATE: { pl: "zapis", en: "written" },
  UPDATE: { pl: "zmiana", en: "changed" },
  SEND: { pl: "wysłanie", en: "sent" },
  EXPORT: { pl: "pobranie pliku", en: "taken as a file" },
  PRINT: { pl: "wydruk", en: "printed" },
  DELIVER: {
    pl: "pokazanie na otwartym ekranie",
    en: "shown on an open screen",
  },
  LOGIN: { pl: "zalogowanie", en: "signed in" },
  LOGIN_FAILED: { pl: "nieudane logowanie", en: "could not sign in" },
  PERMISSION_CHANGE: { pl: "zmiana uprawnień", en: "rights changed" },
  CONFIG_CHANGE: { pl: "zmiana ustawień", en: "settings changed" },
};

export const CHANGE: Readonly<Record<string, Words>> = {
  ...TRAVELLED,
  CaseOpened: { pl: "otwarcie sprawy", en: "case opened" },
  CaseOpenedThoughKnown: {
    pl: "otwarcie drugiej sprawy",
    en: "second case opened",
  },
  CaseClosed: { pl: "zamknięcie sprawy", en: "case closed" },
  CaseReopened: { pl: "ponowne otwarcie sprawy", en: "case opened again" },
  IdentityShown: { pl: "obejrzenie danych", en: "data looked at" },
  IdentityCorrected: { pl: "zapis danych", en: "data written" },
  IdentityCorrectedThoughKnown: { pl: "zapis danych", en: "data written" },
  IdentityErased: { pl: "usunięcie danych", en: "data erased" },
  CasePrinted: { pl: "wydruk ze sprawy", en: "paper of the case" },
  CaseExported: { pl: "plik ze sprawy", en: "file of the case" },
  ReferralSent: { pl: "wysłanie skierowania", en: "referral sent" },
  ReferralOpened: { pl: "otwarcie skierowania", en: "referral opened" },
  ReferralAccepted: { pl: "przyjęcie skierowania", en: "referral accepted" },
  ReferralDeclined: {
    pl: "odpowiedź: brak możliwości przyjęcia",
    en: "answer: no possibility to take",
  },
  ReferralWaitlisted: { pl: "wpis do kolejki", en: "put into the queue" },
  PlaceOffered: { pl: "propozycja miejsca", en: "place offered" },
  PlaceConfirmed: { pl: "potwierdzenie miejsca", en: "place confirmed" },
  OfferLapsed: {
    pl: "koniec propozycji miejsca",
    en: "offer of a place ended",
  },
  TokenRedeemed: {
    pl: "użycie kodu karty",
    en: "code of the card used",
  },
  AppearanceUndone: {
    pl: "poprawka, czy ktoś przyszedł",
    en: "corrected whether somebody came",
  },
  NoShowAnswered: {
    pl: "decyzja po nieobecności",
    en: "decision after nobody came",
  },
  ServiceSuggested: {
    pl: "propozycja innej usługi",
    en: "another service suggested",
  },
  SuggestionDecided: {
    pl: "decyzja o propozycji usługi",
    en: "decision on a suggested service",
  },
  FallbacksPlanned: { pl: "plan awaryjny", en: "list of fallbacks" },
  FallbacksMoved: {
    pl: "następna usługa z planu awaryjnego",
    en: "next of the list of fallbacks",
  },
  ContinuationPlanned: {
    pl: "plan, co po końcu umowy",
    en: "plan for after the agreement",
  },
  ReferralStarted: { pl: "początek usługi", en: "service begun" },
  ReferralCompleted: { pl: "koniec usługi", en: "service completed" },
  ReferralDiscontinued: { pl: "przerwanie usługi", en: "service broken off" },
  ReferralWithdrawn: { pl: "wycofanie skierowania", en: "referral withdrawn" },
  BasisTakenBack: {
    pl: "zamknięcie zakończonego skierowania przed usługodawcą",
    en: "ended referral closed to the provider",
  },
  ReferralExpired: {
    pl: "koniec terminu odpowiedzi",
    en: "term of the answer ended",
  },
  ResidentRequestFiled: { pl: "zapis żądania", en: "request written down" },
  ResidentRequestExtended: {
    pl: "przedłużenie terminu odpowiedzi",
    en: "term of the answer extended",
  },
  ResidentRequestAnswered: {
    pl: "odpowiedź na żądanie",
    en: "request answered",
  },
  RestrictionLifted: {
    pl: "koniec ograniczenia przetwarzania",
    en: "restriction ended",
  },
  InformationRequested: {
    pl: "pytanie usługodawcy",
    en: "provider's question",
  },
  InformationGiven: { pl: "odpowiedź na pytanie", en: "question answered" },
  AppointmentArranged: { pl: "podanie terminu", en: "date given" },
  AnotherDateAsked: {
    pl: "prośba o inny termin",
    en: "another date asked for",
  },
  AppearanceNoted: {
    pl: "zapis, czy ktoś przyszedł",
    en: "noted whether somebody came",
  },
  AttendanceRecorded: { pl: "zapis obecności", en: "attendance written" },
  ReferralSuspended: { pl: "wstrzymanie usługi", en: "service paused" },
  ReferralResumed: { pl: "wznowienie usługi", en: "service resumed" },
  SlipPrinted: { pl: "wydruk karty skierowania", en: "slip printed" },
};

export const PURPOSE: Readonly<Record<string, Words>> = {
  OWN_CASE: { pl: "prowadzi Twoją sprawę", en: "has your case" },
  ANSWER: { pl: "odpowiada na skierowanie", en: "answers the referral" },
  COORDINATION: { pl: "organizuje usługi", en: "organises services" },
  RULE: { pl: "działanie według reguły", en: "done by rule" },
  CONTACT: { pl: "kontakt z Tobą", en: "to get in touch with you" },
  ARRANGING: { pl: "umówienie usługi", en: "to arrange a service" },
  CORRECTING: {
    pl: "sprawdzenie albo poprawa danych",
    en: "to check or correct the data",
  },
  ON_REQUEST: { pl: "na Twoją prośbę", en: "because you asked" },
  OTHER: {
    pl: "inny powód, zapisany w sprawie",
    en: "another reason, noted in the case",
  },
};

/** A list is looked through for the first names of who came, and nothing is arranged by it. */
export const OF_LIST: Words = {
  pl: "prowadzi listę obecności",
  en: "keeps the list of attendance",
};

export const OF_OFFICER: Words = {
  pl: "zajmuje się Twoim żądaniem albo ochroną danych",
  en: "sees to your request or to data protection",
};

/** What somebody does there, never who it is: the paper names no other person. */
export const WHO: Readonly<Partial<Record<Role, Words>>> = {
  KIPUS: { pl: "koordynator", en: "coordinator" },
  OUS: { pl: "organizator usług", en: "organiser of services" },
  DIRECTOR: { pl: "dyrekcja", en: "director" },
  IOD: { pl: "inspektor ochrony danych", en: "data protection officer" },
  PARTNER_REFERRALS: {
    pl: "pracownik, który przyjmuje skierowania",
    en: "worker who takes referrals",
  },
  PARTNER_ADMIN: {
    pl: "administrator organizacji",
    en: "administrator of the organisation",
  },
};
