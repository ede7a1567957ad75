// What travelled, by name, and what became of it, in plain words for who reads of herself.
import type { Words } from "../../platform/graphql/words.js";
import type { PersonalDataField } from "../../programmes/index.js";

export const TRAVELLING: Record<PersonalDataField, Words> = {
  AGE_BAND: { pl: "przedział wieku", en: "age band" },
  FIRST_NAME: { pl: "imię", en: "first name" },
  CONTACT_CHANNEL: { pl: "kontakt", en: "contact" },
  PREFERRED_HOURS: { pl: "dobre godziny", en: "good hours" },
  ACCESS_NEEDS: { pl: "czego potrzeba na miejscu", en: "what has to be there" },
  SURNAME: { pl: "nazwisko", en: "surname" },
  BIRTH_YEAR: { pl: "rok urodzenia", en: "year of birth" },
  BIRTH_DATE: { pl: "data urodzenia", en: "date of birth" },
  PESEL: { pl: "numer PESEL", en: "PESEL number" },
  ADDRESS: { pl: "miejsce usługi w domu", en: "place of a service at home" },
  LEGAL_REPRESENTATIVE: {
    pl: "przedstawiciel ustawowy",
    en: "legal representative",
  },
  SERVICE_GOAL: { pl: "cel usługi", en: "goal of the service" },
  SERVICE_DATES: { pl: "terminy usługi", en: "dates of the service" },
  DISABILITY_DEGREE: {
    pl: "stopień niepełnosprawności",
    en: "degree of disability",
  },
  HEALTH_CONTRAINDICATIONS: {
    pl: "przeciwwskazania zdrowotne",
    en: "health contraindications",
  },
  HEALTH_STATE: { pl: "stan zdrowia", en: "state of health" },
  ADDICTION: { pl: "uzależnienie", en: "addiction" },
  FAMILY_SITUATION: { pl: "sytuacja rodzinna", en: "family situation" },
  INCOME: { pl: "dochód", en: "income" },
  CRIMINAL_DATA: { pl: "dane o karalności", en: "criminal record" },
};

export const TRAVELLED: Readonly<Record<string, Words>> = {
  PersonSent: { pl: "przekazanie Twoich danych", en: "your data passed on" },
  PersonSentInEmergency: {
    pl: "przekazanie Twoich danych w zagrożeniu",
    en: "your data passed on in an emergency",
  },
  PersonShown: {
    pl: "obejrzenie Twoich danych przez usługodawcę",
    en: "your data looked at by the provider",
  },
  NamesShown: {
    pl: "obejrzenie Twojego imienia na liście obecności",
    en: "your first name looked at on a list of attendance",
  },
  IdentityPreviewed: {
    pl: "obejrzenie tego, co zobaczy usługodawca",
    en: "what the provider will see was looked at",
  },
  BasisRecorded: {
    pl: "zapis podstawy przekazania danych",
    en: "basis for passing data on recorded",
  },
  BasisWithdrawn: {
    pl: "cofnięcie podstawy przekazania danych",
    en: "basis for passing data on withdrawn",
  },
  EmergencyNoted: {
    pl: "dopisanie, co się stało",
    en: "what happened was added",
  },
  KeepingConfirmed: {
    pl: "odpowiedź, co usługodawca zachowuje",
    en: "answer what the provider keeps",
  },
  KeepsNothing: {
    pl: "usługodawca nic nie zachowuje",
    en: "the provider keeps nothing",
  },
  KeepsAccounts: {
    pl: "usługodawca zachowuje dokumenty rozliczeń",
    en: "the provider keeps papers of its accounts",
  },
  KeepsMedical: {
    pl: "usługodawca zachowuje dokumentację medyczną",
    en: "the provider keeps medical records",
  },
  KeepsRegister: {
    pl: "usługodawca zachowuje ewidencję, której wymaga ustawa",
    en: "the provider keeps a register of the law",
  },
  KeepsClaims: {
    pl: "usługodawca zachowuje to, co potrzebne na wypadek roszczeń",
    en: "the provider keeps what it needs against claims",
  },
};
