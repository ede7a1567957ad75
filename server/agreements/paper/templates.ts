// The template of each kind of agreement: what it is called, how it begins, and which sections it has.
import type { Paper, Section } from "../../platform/paper/paper.js";
import { text } from "../../platform/paper/paper.js";
import type { AgreementKind } from "../agreement-kind.js";
import {
  assignment,
  coFinancing,
  county,
  diagnosis,
  entrustment,
  grant,
  joining,
  jointControl,
  notBinding,
  openness,
  procurement,
  programme,
  servicesHandedOver,
  volunteering,
  whoRunsTheCentre,
} from "./clauses.js";
import {
  disputes,
  partiesBlock,
  signatures,
  term,
} from "./closing-sections.js";
import type { PaperFacts } from "./paper-facts.js";
import { MARK } from "./paper-words.js";
import type { Writing } from "./sections.js";
import {
  answers,
  carriedProgramme,
  contacts,
  dueReporting,
  finance,
  moneyOf,
  personalData,
  purpose,
  reporting,
  services,
  servicesOf,
  whoDoesWhat,
} from "./sections.js";

interface Template {
  heading: string;
  /** Introduces the parties. */
  between: string;
  writings: readonly Writing[];
}

/** Of agreements under which people are referred. */
const working = [services, answers, personalData];
const closing = [contacts, term, disputes, signatures];

const TEMPLATES: Record<AgreementKind, Template> = {
  LSR_ACCORD: {
    heading: "Porozumienie na rzecz utworzenia lokalnej sieci współpracy",
    between: "Porozumienie zawierają:",
    writings: [purpose, openness, whoDoesWhat, finance, reporting, ...closing],
  },
  ACCESSION: {
    heading: "Deklaracja przystąpienia",
    between: "Deklarację składają i przyjmują:",
    writings: [purpose, joining, whoDoesWhat, ...working, finance, ...closing],
  },
  COOPERATION: {
    heading: "Porozumienie o współpracy",
    between: "Porozumienie zawierają:",
    writings: [
      purpose,
      whoDoesWhat,
      ...working,
      finance,
      reporting,
      ...closing,
    ],
  },
  PROGRAMME_PARTNERSHIP: {
    heading: "Umowa partnerska programu usług społecznych",
    between: "Umowę zawierają:",
    writings: [
      purpose,
      programme,
      whoDoesWhat,
      ...working,
      moneyOf("Pieniądze", true),
      dueReporting,
      ...closing,
    ],
  },
  GRANT_CONTRACT: {
    heading: "Umowa o realizację zadania publicznego",
    between: "Umowę zawierają:",
    writings: [
      purpose,
      grant,
      whoDoesWhat,
      ...working,
      moneyOf("Dotacja i jej rozliczenie", true),
      dueReporting,
      ...closing,
    ],
  },
  PROCUREMENT_CONTRACT: {
    heading: "Umowa w sprawie zamówienia publicznego",
    between: "Umowę zawierają:",
    writings: [
      purpose,
      procurement,
      whoDoesWhat,
      ...working,
      moneyOf("Wynagrodzenie i rozliczenie", true),
      reporting,
      ...closing,
    ],
  },
  COUNTY_AGREEMENT: {
    heading: "Porozumienie gminy i powiatu",
    between: "Porozumienie zawierają:",
    writings: [
      purpose,
      county,
      whoDoesWhat,
      ...working,
      finance,
      reporting,
      ...closing,
    ],
  },
  INTERMUNICIPAL: {
    heading: "Porozumienie międzygminne",
    between:
      "Na podstawie art. 11 ustawy o realizowaniu usług społecznych przez centrum usług społecznych porozumienie zawierają:",
    writings: [
      purpose,
      whoRunsTheCentre,
      servicesHandedOver,
      whoDoesWhat,
      answers,
      personalData,
      coFinancing,
      dueReporting,
      diagnosis,
      ...closing,
    ],
  },
  DATA_PROCESSING: {
    heading: "Umowa powierzenia przetwarzania danych osobowych",
    between: "Umowę zawierają administrator i podmiot przetwarzający:",
    writings: [...entrustment, ...closing],
  },
  JOINT_CONTROL: {
    heading: "Uzgodnienia współadministratorów",
    between: "Uzgodnień dokonują współadministratorzy:",
    writings: [
      purpose,
      jointControl,
      whoDoesWhat,
      personalData,
      reporting,
      ...closing,
    ],
  },
  VOLUNTEER: {
    heading: "Porozumienie o działaniu wolontariuszy",
    between: "Porozumienie zawierają:",
    writings: [
      purpose,
      volunteering,
      whoDoesWhat,
      servicesOf("Działania"),
      answers,
      personalData,
      reporting,
      ...closing,
    ],
  },
  LETTER_OF_INTENT: {
    heading: "List intencyjny",
    between: "List podpisują:",
    writings: [purpose, notBinding, whoDoesWhat, contacts, signatures],
  },
  INTERNAL_ASSIGNMENT: {
    heading: "Przekazanie zadania jednostce gminy",
    between: "Zadanie przekazuje CUS, a przyjmuje jednostka:",
    writings: [
      purpose,
      assignment,
      whoDoesWhat,
      ...working,
      finance,
      reporting,
      contacts,
      term,
      signatures,
    ],
  },
};

/** Whoever writes of the programme in words of its own says no more of it. */
const withProgramme = (writings: readonly Writing[]): readonly Writing[] =>
  writings.includes(programme)
    ? writings
    : writings.flatMap((one) =>
        one === purpose ? [purpose, carriedProgramme] : [one],
      );

export function paperOf(facts: PaperFacts): Paper {
  const { number, kind, title, parties, status } = facts;
  const { heading, between, writings } = TEMPLATES[kind];
  const mark = MARK[status];
  return {
    title: `${heading} ${number}: ${title}`,
    heading: `${heading} nr ${number}`,
    opening: [
      text(title),
      // who has it read aloud does not hear what stands at the edge of a page
      ...(mark ? [text(`Stan: ${mark}.`)] : []),
      text(between),
      partiesBlock(parties),
    ],
    sections: withProgramme(writings)
      .map((write) => write(facts))
      .filter((section): section is Section => section !== null),
    hasParagraphs: true,
    language: "pl",
    mark,
    footer: number,
  };
}
