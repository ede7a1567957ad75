// One service as a line of a table, in words; no cell of it is a formula to a spreadsheet.
import { scheduleInWords } from "../../offer/index.js";
import { easesOf } from "../hsds/eases.js";
import { feeWords } from "../hsds/fees.js";
import { forWhomIn } from "../hsds/for-whom.js";
import type { PublishedOffer } from "../hsds/published.reads.js";
import { termOf, type Vocabulary } from "../hsds/vocabulary.js";

interface Column {
  readonly name: string;
  readonly says: string;
  of(service: PublishedOffer): string | null;
}

const word = (vocabulary: Vocabulary, code: string | null) =>
  code === null ? null : (termOf(vocabulary, code)?.name ?? null);

export const COLUMNS: readonly Column[] = [
  {
    name: "id",
    says: "Stały identyfikator usługi (UUID).",
    of: ({ id }) => id,
  },
  { name: "nazwa", says: "Nazwa usługi.", of: ({ name }) => name },
  {
    name: "opis",
    says: "Czym jest, prostym językiem.",
    of: ({ description }) => description,
  },
  {
    name: "obszar",
    says: "Jeden z czternastu obszarów ustawy.",
    of: ({ area }) => word("AREA", area),
  },
  {
    name: "grupa",
    says: "Grupa usługi.",
    of: ({ group }) => word("GROUP", group),
  },
  {
    name: "forma",
    says: "Praca z jedną osobą czy z grupą.",
    of: ({ form }) => word("FORM", form),
  },
  {
    name: "sfera",
    says: "Sfera życia, której dotyczy.",
    of: ({ sphere }) => word("SPHERE", sphere),
  },
  {
    name: "jak_skorzystac",
    says: "Co jest potrzebne, żeby skorzystać.",
    of: ({ entryMode }) => word("ENTRY_MODE", entryMode),
  },
  {
    name: "oplata",
    says: "Ile kosztuje; puste: nie podano.",
    of: feeWords,
  },
  {
    name: "czy_sa_miejsca",
    says: "Przedział w chwili pobrania, nie liczba.",
    of: ({ band }) => word("AVAILABILITY", band),
  },
  {
    name: "w_naglej_sytuacji",
    says: "Czy przyjmuje w nagłej sytuacji: tak albo nie.",
    of: ({ emergency }) => (emergency ? "tak" : "nie"),
  },
  {
    name: "co_ulatwia_przyjscie",
    says: "Dostępność, opieka w czasie zajęć i dojazd, po średniku; puste: nie podano.",
    of: (service) =>
      easesOf(service)
        .map((code) => word("EASE", code))
        .join("; "),
  },
  {
    name: "dla_kogo",
    says: "Grupy, wiek i kto może przyjść; puste: nie podano.",
    of: (service) => forWhomIn(service, "pl") ?? "",
  },
  {
    name: "kiedy",
    says: "Dni i godziny, sezon i święta, po średniku; puste: nie podano.",
    of: (service) => scheduleInWords(service).pl.join("; "),
  },
  {
    name: "przerwa_do",
    says: "Dzień, do którego trwa przerwa.",
    of: ({ suspendedUntil }) => suspendedUntil,
  },
  {
    name: "miejsce",
    says: "Gdzie się odbywa.",
    of: ({ place, organization }) => place ?? organization.address,
  },
  {
    name: "organizacja",
    says: "Kto ją prowadzi.",
    of: ({ organization }) => organization.name,
  },
  {
    name: "rodzaj_organizacji",
    says: "Rodzaj organizacji.",
    of: ({ organization }) => word("PARTNER_KIND", organization.kind),
  },
  {
    name: "strona",
    says: "Strona internetowa organizacji.",
    of: ({ organization }) => organization.website,
  },
  {
    name: "telefon",
    says: "Telefon organizacji; osób kontaktowych tu nie ma.",
    of: ({ organization }) => organization.phone,
  },
  {
    name: "zmieniono",
    says: "Kiedy ostatnio zmieniono opis usługi (ISO 8601).",
    of: ({ updatedAt }) => updatedAt.toISOString(),
  },
];

/** A spreadsheet takes what begins so for a formula; a telephone with its plus is none. */
const FORMULA = /^(?:[=@\t\r]|[+-](?!\d[\d ]*$))/;

function cell(text: string | null): string {
  if (text === null) return "";
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function headOf(): string {
  return COLUMNS.map(({ name }) => name).join(",");
}

export function lineOf(service: PublishedOffer): string {
  return COLUMNS.map(({ of }) => cell(of(service))).join(",");
}
