// The closed sets of the bank of services as taxonomies of HSDS, in the words that the screens use (domain 1.3, 1.5, 1.6).
import { namedId } from "./named-id.js";

/** Which closed set it is. */
export type Vocabulary =
  | "AREA"
  | "GROUP"
  | "FORM"
  | "SPHERE"
  | "ENTRY_MODE"
  | "AVAILABILITY"
  | "EMERGENCY"
  | "EASE"
  | "PARTNER_KIND";

export interface Term {
  readonly id: string;
  readonly vocabulary: Vocabulary;
  readonly code: string;
  readonly name: string;
}

interface Told {
  readonly name: string;
  readonly description: string;
  readonly terms: Readonly<Record<string, string>>;
}

const VOCABULARIES: Readonly<Record<Vocabulary, Told>> = {
  AREA: {
    name: "Obszary usług społecznych",
    description:
      "Czternaście obszarów z art. 2 ust. 1 ustawy o realizowaniu usług społecznych przez centrum usług społecznych.",
    terms: {
      PRO_FAMILY: "polityka prorodzinna",
      FAMILY_SUPPORT: "wspieranie rodziny",
      FOSTER_CARE: "system pieczy zastępczej",
      SOCIAL_ASSISTANCE: "pomoc społeczna",
      HEALTH: "promocja i ochrona zdrowia",
      DISABILITY: "wspieranie osób niepełnosprawnych",
      EDUCATION: "edukacja publiczna",
      EMPLOYMENT: "przeciwdziałanie bezrobociu",
      CULTURE: "kultura",
      SPORT_TOURISM: "kultura fizyczna i turystyka",
      CIVIC: "pobudzanie aktywności obywatelskiej",
      HOUSING: "mieszkalnictwo",
      ENVIRONMENT: "ochrona środowiska",
      REINTEGRATION: "reintegracja zawodowa i społeczna",
    },
  },
  GROUP: {
    name: "Grupy usług",
    description: "Czy usługa buduje gotowość, czy jest dla wszystkich.",
    terms: {
      A: "siła i gotowość",
      B1: "dla wszystkich",
      B2: "szyte na miarę",
    },
  },
  FORM: {
    name: "Forma pracy",
    description: "Praca z jedną osobą czy z grupą.",
    terms: {
      INDIVIDUAL: "indywidualnie",
      GROUP: "w grupie",
      MIXED: "indywidualnie i w grupie",
    },
  },
  SPHERE: {
    name: "Sfery życia",
    description: "Pięć sfer życia, których dotyczy usługa.",
    terms: {
      SOCIAL_LIVING: "socjalno-bytowa",
      HEALTH: "zdrowotna",
      VOCATIONAL: "zawodowa",
      PSYCHOLOGICAL: "psychologiczna",
      SOCIAL: "społeczna",
    },
  },
  ENTRY_MODE: {
    name: "Jak skorzystać",
    description: "Co jest potrzebne, żeby skorzystać z usługi.",
    terms: {
      OPEN: "bez zapisów",
      TOKEN: "wejściówka, bez podawania nazwiska",
      REFERRAL: "skierowanie z centrum usług społecznych",
      PROGRAMME_QUALIFICATION: "kwalifikacja do programu",
      STATUTORY_REFERRAL: "skierowanie ustawowe",
      ADMIN_DECISION: "decyzja administracyjna",
    },
  },
  AVAILABILITY: {
    name: "Czy są miejsca",
    description: "Przedział, nie liczba: ile jest miejsc, wie tylko sieć.",
    terms: {
      AVAILABLE: "są wolne miejsca",
      LIMITED: "zostało mało miejsc",
      WAITLIST: "trzeba poczekać",
      FULL: "teraz nie przyjmuje",
      SUSPENDED: "teraz nieczynne",
      STALE: "zapytaj o miejsca",
    },
  },
  EMERGENCY: {
    name: "Nagłe sytuacje",
    description: "Usługi, które przyjmują w nagłej sytuacji.",
    terms: { YES: "przyjmuje w nagłej sytuacji" },
  },
  EASE: {
    name: "Co ułatwia przyjście",
    description: "Dostępność, opieka w czasie zajęć i dojazd.",
    terms: {
      WHEELCHAIR: "dostępne dla wózka",
      SIGN_LANGUAGE: "polski język migowy",
      EASY_TO_READ: "teksty łatwe do czytania",
      INDUCTION_LOOP: "pętla indukcyjna",
      ACCESSIBLE_TOILET: "dostępna toaleta",
      CARE: "opieka w czasie zajęć",
      TRANSPORT: "zapewniony dojazd",
    },
  },
  PARTNER_KIND: {
    name: "Rodzaje organizacji",
    description: "Rodzaje partnerów centrum usług społecznych.",
    terms: {
      CUS: "centrum usług społecznych",
      OPS: "ośrodek pomocy społecznej",
      PCPR: "powiatowe centrum pomocy rodzinie",
      PUP: "powiatowy urząd pracy",
      ROPS: "regionalny ośrodek polityki społecznej",
      MUNICIPAL_OFFICE: "urząd gminy",
      CIS: "centrum integracji społecznej",
      KIS: "klub integracji społecznej",
      ZAZ_WTZ: "zakład aktywności zawodowej lub warsztat terapii zajęciowej",
      SOCIAL_COOPERATIVE: "spółdzielnia socjalna",
      SOCIAL_ENTERPRISE: "przedsiębiorstwo społeczne",
      NGO: "stowarzyszenie lub fundacja",
      CHURCH_ENTITY: "parafia lub kościelna osoba prawna",
      CULTURE_INSTITUTION: "instytucja kultury",
      LIBRARY: "biblioteka",
      EDUCATION: "szkoła, poradnia lub placówka oświatowa",
      MEDICAL_ENTITY: "podmiot leczniczy",
      SPORT_CENTRE: "ośrodek sportu",
      EMPLOYER: "pracodawca",
      SERVICE_COMPANY: "firma usługowa",
      INFORMAL_GROUP: "grupa nieformalna lub samopomocowa",
      OTHER_PUBLIC: "inna jednostka publiczna",
      OTHER: "inna organizacja",
    },
  },
};

const names = Object.entries(VOCABULARIES).map(([name, told]) => ({
  // the keys are those of the record above
  // oxlint-disable-next-line typescript/consistent-type-assertions
  vocabulary: name as Vocabulary,
  id: namedId(`taxonomy ${name}`),
  told,
}));

const terms: readonly Term[] = names.flatMap(({ vocabulary, told }) =>
  Object.entries(told.terms).map(([code, name]) => ({
    id: namedId(`term ${vocabulary} ${code}`),
    vocabulary,
    code,
    name,
  })),
);
const byId = new Map(terms.map((term) => [term.id, term]));
const byCode = new Map(
  terms.map((term) => [`${term.vocabulary} ${term.code}`, term]),
);

export function termById(id: string): Term | null {
  return byId.get(id.toLowerCase()) ?? null;
}

export function termOf(vocabulary: Vocabulary, code: string): Term | null {
  return byCode.get(`${vocabulary} ${code}`) ?? null;
}

export function vocabularyById(id: string): Vocabulary | null {
  const found = names.find((one) => one.id === id.toLowerCase());
  return found?.vocabulary ?? null;
}

export interface TaxonomyRecord {
  id: string;
  name: string;
  description: string;
}

export const taxonomies: readonly TaxonomyRecord[] = names.map(
  ({ id, told: { name, description } }) => ({ id, name, description }),
);

export interface TermRecord {
  id: string;
  code: string;
  name: string;
  description: string;
  taxonomy: string;
  taxonomy_id: string;
  language: string;
  taxonomy_detail?: TaxonomyRecord;
}

export function termRecord({ id, vocabulary, code, name }: Term): TermRecord {
  const { told, id: taxonomyId } = names.find(
    (one) => one.vocabulary === vocabulary,
  ) ?? { told: { name: "" }, id: "" };
  return {
    id,
    code,
    name,
    description: `${told.name}: ${name}`,
    taxonomy: told.name,
    taxonomy_id: taxonomyId,
    language: "pl",
  };
}

export const termRecords: readonly TermRecord[] = terms.map(termRecord);
