// Sections that papers of several kinds share: purpose, who does what, services, answers, data, money, reports.
import type { Block, Section } from "../../platform/paper/paper.js";
import { table, text } from "../../platform/paper/paper.js";
import type { PaperFacts } from "./paper-facts.js";
import {
  answerTime,
  DATA_ROLE,
  days,
  meetings,
  MODE,
  money,
  PART,
  PRIORITY,
} from "./paper-words.js";

/** Nothing to say: no section. */
export type Writing = (facts: PaperFacts) => Section | null;

/** What this kind has to say and does not say yet is named, so that nobody overlooks it. */
export function missing({ status }: PaperFacts, what: string): Block {
  const isOpen = ["DRAFT", "IN_NEGOTIATION"].includes(status);
  return text(
    isOpen
      ? `Do ustalenia przed podpisaniem: ${what}.`
      : `Strony nie zapisały tego w tej umowie: ${what}.`,
  );
}

export const purpose: Writing = (facts) => ({
  title: "Cel",
  blocks: [
    facts.terms.purpose
      ? text(facts.terms.purpose)
      : missing(facts, "po co strony się umawiają"),
  ],
});

export const whoDoesWhat: Writing = ({ tasks }) =>
  tasks.length === 0
    ? null
    : {
        title: "Kto co robi",
        blocks: [
          table(
            ["Zadanie", "Kto", "Udział"],
            tasks.map(({ task, whose, part }) => [task, whose, PART[part]]),
            [5, 3, 2],
          ),
        ],
      };

/** Of whom nothing is said, the organisation says itself whom to turn to first. */
export const contacts: Writing = ({ parties }) => {
  const named = parties.filter(
    ({ contact, leftOn }) => contact !== null && leftOn === null,
  );
  return named.length === 0
    ? null
    : {
        title: "Osoby do kontaktu",
        blocks: [
          table(
            ["Strona", "Osoba"],
            named.map(({ name, contact }) => [name, contact ?? ""]),
            [1, 1],
          ),
        ],
      };
};

export const carriedProgramme: Writing = ({ programme }) =>
  programme === null
    ? null
    : {
        title: "Program",
        blocks: [
          text(`Umowa wykonuje program usług społecznych: ${programme}.`),
        ],
      };

export function servicesBlock({ services }: PaperFacts): Block {
  return services.length === 0
    ? text("Umowa dotyczy wszystkich usług, które strony prowadzą w sieci.")
    : table(
        ["Usługa", "Miejsca zachowane dla sieci"],
        services.map(({ name, placesKept }) => [name, String(placesKept)]),
        [3, 1],
      );
}

export const servicesOf =
  (title: string): Writing =>
  (facts) => ({
    title,
    blocks: [
      servicesBlock(facts),
      ...(facts.terms.offerUpdateDutyDays === null
        ? []
        : [
            text(
              `Kto prowadzi usługę, potwierdza w Splocie, ile ma miejsc. Robi to przy każdej zmianie, a bez zmian co najmniej co ${days(facts.terms.offerUpdateDutyDays)}.`,
            ),
          ]),
    ],
  });

export const services = servicesOf("Usługi i miejsca");

export const answers: Writing = ({ answers: times }) => {
  const isDefault = times.some(({ isPromised }) => !isPromised);
  return {
    title: "Odpowiedź na skierowanie",
    blocks: [
      text("Na skierowanie organizacja odpowiada w tym czasie:"),
      table(
        ["Skierowanie", "Czas na odpowiedź"],
        times.map((time) => [
          PRIORITY[time.priority],
          `${answerTime(time)}${time.isPromised ? "" : " (zwykły termin sieci)"}`,
        ]),
        [1, 1],
      ),
      ...(isDefault
        ? [
            text(
              "Zwykły termin sieci obowiązuje tam, gdzie umowa nie ustala własnego.",
            ),
          ]
        : []),
    ],
  };
};

export const personalData: Writing = ({ dataRole, dpaNumber, terms }) => ({
  title: "Dane osobowe",
  blocks: [
    text(DATA_ROLE[dataRole]),
    ...(dpaNumber
      ? [
          text(
            `Przetwarzanie danych opisuje umowa powierzenia numer ${dpaNumber}.`,
          ),
        ]
      : []),
    text(
      terms.allowsSensitive
        ? "Ze skierowaniem wolno przekazać także dane szczególnych kategorii, jeśli bez nich nie da się wykonać usługi."
        : "Ze skierowaniem nie wolno przekazywać danych szczególnych kategorii.",
    ),
    text(
      "Każda ze stron zachowuje w tajemnicy to, czego dowie się o mieszkańcach. Obowiązek trwa także po zakończeniu umowy.",
    ),
  ],
});

export function moneyBlocks(facts: PaperFacts): Block[] {
  const { finance } = facts;
  if (finance === "hidden")
    return [
      text(
        "Ustalenia o pieniądzach nie są częścią tego wydruku. Czytają je osoby, które za nie odpowiadają.",
      ),
    ];
  if (!finance) return [missing(facts, "kto i za co płaci")];
  return [
    ...(finance.mode ? [text(`Sposób: ${MODE[finance.mode]}.`)] : []),
    ...(finance.amountGrosze === null
      ? []
      : [text(`Kwota: ${money(finance.amountGrosze)}.`)]),
    ...(finance.settlementRules
      ? [text(`Rozliczenie: ${finance.settlementRules}`)]
      : []),
  ];
}

/** @param isDue the kind cannot do without it */
export const moneyOf =
  (title: string, isDue = false): Writing =>
  (facts) =>
    facts.finance === null && !isDue
      ? null
      : { title, blocks: moneyBlocks(facts) };

export const finance = moneyOf("Pieniądze");

function reportingOf(isDue: boolean): Writing {
  return (facts) => {
    const { reporting, meetingsPerYear } = facts.terms;
    if (reporting === null && meetingsPerYear === null && !isDue) return null;
    return {
      title: "Sprawozdania i spotkania",
      blocks: [
        ...(reporting
          ? [text(reporting)]
          : isDue
            ? [missing(facts, "co, komu i kiedy się sprawozdaje")]
            : []),
        ...(meetingsPerYear === null
          ? []
          : [text(`W roku odbywa się ${meetings(meetingsPerYear)} stron.`)]),
      ],
    };
  };
}

export const reporting = reportingOf(false);
export const dueReporting = reportingOf(true);
