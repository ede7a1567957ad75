// What an agreement does not say yet before it is laid before its parties: some of it the law or its kind asks for, the rest is meant so or forgotten.
import { Field, ObjectType, registerEnumType } from "type-graphql";

import type { InputCheck } from "../platform/graphql/problem.js";
import type { Say, Words } from "../platform/graphql/words.js";
import type { AgreementKind } from "./agreement-kind.js";
import type { Money, Terms } from "./terms.js";

export const AgreementElement = {
  FIRST_DAY: "FIRST_DAY",
  LAST_DAY: "LAST_DAY",
  END: "END",
  PURPOSE: "PURPOSE",
  PROGRAMME: "PROGRAMME",
  SERVICES: "SERVICES",
  TASKS: "TASKS",
  MODE: "MODE",
  GRANT_FORM: "GRANT_FORM",
  AMOUNT: "AMOUNT",
  SETTLEMENT_RULES: "SETTLEMENT_RULES",
  REPORTING: "REPORTING",
} as const;
export type AgreementElement = keyof typeof AgreementElement;

registerEnumType(AgreementElement, {
  name: "AgreementElement",
  description: "What agreements say.",
  valuesConfig: {
    FIRST_DAY: { description: "From when it is in force." },
    LAST_DAY: { description: "Until when." },
    END: { description: "How it ends: by its last day, or by notice." },
    PURPOSE: { description: "What it is for." },
    PROGRAMME: { description: "Which programme it carries out." },
    SERVICES: { description: "Which services it is for." },
    TASKS: { description: "Who does what." },
    MODE: { description: "By which way the service is acquired." },
    GRANT_FORM: { description: "How the public task is handed over." },
    AMOUNT: { description: "For how much." },
    SETTLEMENT_RULES: { description: "How it is settled." },
    REPORTING: { description: "What is reported, and when." },
  },
});

@ObjectType({ description: "What an agreement does not say yet." })
export class AgreementGap {
  @Field(() => AgreementElement, { description: "What is missing." })
  element!: AgreementElement;

  @Field(() => String, { description: "The same in words." })
  words!: string;

  @Field(() => Boolean, {
    description: "Without it the agreement is laid before nobody.",
  })
  isRequired!: boolean;
}

interface Asked {
  required: readonly AgreementElement[];
  /** Usual: who leaves it out says that she means it. */
  usual: readonly AgreementElement[];
}

/** By law or by what the kind is (domain 1.7, 2.5), beside its first day. */
const ASKED: Record<AgreementKind, Asked> = {
  LSR_ACCORD: { required: [], usual: ["PURPOSE", "TASKS", "END"] },
  ACCESSION: { required: [], usual: ["PURPOSE", "TASKS", "END"] },
  COOPERATION: { required: [], usual: ["PURPOSE", "TASKS", "END"] },
  PROGRAMME_PARTNERSHIP: {
    required: ["PROGRAMME"],
    usual: ["PURPOSE", "TASKS", "END", "REPORTING"],
  },
  // a contract on a grant from public money: task, time, sum and how it is settled
  GRANT_CONTRACT: {
    required: [
      "PURPOSE",
      "LAST_DAY",
      "MODE",
      "GRANT_FORM",
      "AMOUNT",
      "SETTLEMENT_RULES",
    ],
    usual: ["TASKS", "REPORTING"],
  },
  PROCUREMENT_CONTRACT: {
    required: ["PURPOSE", "LAST_DAY", "MODE", "AMOUNT"],
    usual: ["TASKS", "SETTLEMENT_RULES"],
  },
  COUNTY_AGREEMENT: { required: ["PURPOSE"], usual: ["TASKS", "END"] },
  // CUS art. 11
  INTERMUNICIPAL: {
    required: ["SERVICES", "SETTLEMENT_RULES", "END", "REPORTING"],
    usual: ["PURPOSE", "TASKS"],
  },
  // art. 28(3) of the GDPR
  DATA_PROCESSING: { required: ["PURPOSE"], usual: ["END"] },
  JOINT_CONTROL: { required: ["PURPOSE"], usual: ["TASKS", "END"] },
  VOLUNTEER: { required: [], usual: ["PURPOSE", "TASKS", "END"] },
  LETTER_OF_INTENT: { required: [], usual: ["PURPOSE", "TASKS"] },
  INTERNAL_ASSIGNMENT: { required: [], usual: ["PURPOSE", "TASKS"] },
};

const WORDS: Record<AgreementElement, Words> = {
  FIRST_DAY: { pl: "od kiedy obowiązuje", en: "from when it is in force" },
  LAST_DAY: { pl: "do kiedy obowiązuje", en: "until when it is in force" },
  END: {
    pl: "ostatni dzień albo okres wypowiedzenia",
    en: "a last day or a period of notice",
  },
  PURPOSE: { pl: "cel", en: "what it is for" },
  PROGRAMME: {
    pl: "program, który wykonuje",
    en: "the programme that it carries out",
  },
  SERVICES: { pl: "usługi", en: "the services" },
  TASKS: { pl: "kto co robi", en: "who does what" },
  MODE: { pl: "tryb", en: "the way of acquiring the service" },
  GRANT_FORM: {
    pl: "forma zlecenia zadania",
    en: "how the task is handed over",
  },
  AMOUNT: { pl: "kwota", en: "the sum" },
  SETTLEMENT_RULES: { pl: "zasady rozliczenia", en: "how it is settled" },
  REPORTING: { pl: "sprawozdania", en: "what is reported" },
};

/** Where an edit writes it. */
const PATH: Record<AgreementElement, string> = {
  FIRST_DAY: "validFrom",
  LAST_DAY: "validTo",
  END: "validTo",
  PURPOSE: "purpose",
  PROGRAMME: "programmeId",
  SERVICES: "services",
  TASKS: "tasks",
  MODE: "financeMode",
  GRANT_FORM: "grantForm",
  AMOUNT: "amountGrosze",
  SETTLEMENT_RULES: "settlementRules",
  REPORTING: "reporting",
};

type Said = Pick<
  Terms,
  | "validFrom"
  | "validTo"
  | "noticeDays"
  | "purpose"
  | "programmeId"
  | "grantForm"
  | "reporting"
> & { services: readonly unknown[]; tasks: readonly unknown[] };

type Paid = Pick<Money, "mode" | "amountGrosze" | "settlementRules"> | null;

function says(element: AgreementElement, terms: Said, money: Paid): boolean {
  switch (element) {
    case "FIRST_DAY":
      return terms.validFrom !== null;
    case "LAST_DAY":
      return terms.validTo !== null;
    case "END":
      return terms.validTo !== null || terms.noticeDays !== null;
    case "PURPOSE":
      return Boolean(terms.purpose);
    case "PROGRAMME":
      return terms.programmeId !== null;
    case "SERVICES":
      return terms.services.length > 0;
    case "TASKS":
      return terms.tasks.length > 0;
    case "MODE":
      return (money?.mode ?? null) !== null;
    case "GRANT_FORM":
      return terms.grantForm !== null;
    case "AMOUNT":
      return (money?.amountGrosze ?? null) !== null;
    case "SETTLEMENT_RULES":
      return Boolean(money?.settlementRules);
    case "REPORTING":
      return Boolean(terms.reporting);
  }
}

/** What is required comes first. */
export function gapsIn(
  say: Say,
  kind: AgreementKind,
  terms: Said,
  money: Paid,
): AgreementGap[] {
  const { required, usual } = ASKED[kind];
  const asked = [
    ...(["FIRST_DAY", ...required] as const).map((element) => ({
      element,
      isRequired: true,
    })),
    ...usual.map((element) => ({ element, isRequired: false })),
  ];
  return asked
    .filter(({ element }) => !says(element, terms, money))
    .map((one) =>
      Object.assign(new AgreementGap(), one, {
        words: say(WORDS[one.element]),
      }),
    );
}

/** What was laid before the parties keeps what it cannot do without. */
export function checkKept(
  check: InputCheck,
  gaps: readonly AgreementGap[],
): InputCheck {
  for (const { element, words, isRequired } of gaps)
    check.that(!isRequired, `terms.${PATH[element]}`, {
      pl: `Ta umowa musi to mówić: ${words}.`,
      en: `This agreement has to say: ${words}.`,
    });
  return check;
}

export function listed(gaps: readonly AgreementGap[]): string {
  return gaps.map(({ words }) => words).join(", ");
}
