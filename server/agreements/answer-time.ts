// How long an answer may take: by the agreement in force, else by the defaults of domain 1.10.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { addWorkingDays } from "../platform/calendar.js";
import type { Words } from "../platform/graphql/words.js";
import type { Agreement } from "./agreement.js";

export const ReferralPriority = {
  EMERGENCY: "EMERGENCY",
  URGENT: "URGENT",
  STANDARD: "STANDARD",
} as const;
export type ReferralPriority = keyof typeof ReferralPriority;

registerEnumType(ReferralPriority, {
  name: "ReferralPriority",
  description: "How soon the answer is needed.",
  valuesConfig: {
    EMERGENCY: { description: "4 h where no agreement says otherwise." },
    URGENT: { description: "24 h where no agreement says otherwise." },
    STANDARD: {
      description: "5 working days where no agreement says otherwise.",
    },
  },
});

export const ResponseUnit = {
  HOURS: "HOURS",
  WORKING_DAYS: "WORKING_DAYS",
} as const;
export type ResponseUnit = keyof typeof ResponseUnit;

registerEnumType(ResponseUnit, {
  name: "ResponseUnit",
  description: "What an answer time is counted in.",
  valuesConfig: {
    HOURS: { description: "Hours by the clock." },
    WORKING_DAYS: {
      description: "Polish working days, to the same time of day.",
    },
  },
});

@ObjectType({ description: "How long the answer may take." })
export class ResponseTime {
  @Field(() => ReferralPriority, { description: "For which priority." })
  priority!: ReferralPriority;

  @Field(() => Int, { description: "How many." })
  amount!: number;

  @Field(() => ResponseUnit, { description: "Of what." })
  unit!: ResponseUnit;

  @Field(() => Date, {
    description: "By when, if the referral were sent now.",
  })
  dueAt!: Date;
}

/** The rule behind a due time, kept with the referral. */
export interface DueRule {
  /** Number of the agreement; null: the default. */
  agreement: string | null;
  priority: ReferralPriority;
  amount: number;
  unit: ResponseUnit;
}

const DEFAULTS: Record<ReferralPriority, string> = {
  EMERGENCY: "4h",
  URGENT: "24h",
  STANDARD: "5d",
};

function parse(text: string): Pick<DueRule, "amount" | "unit"> {
  return {
    amount: Number(text.slice(0, -1)),
    unit: text.endsWith("h") ? "HOURS" : "WORKING_DAYS",
  };
}

export function dueRule(
  agreement: Agreement | null,
  priority: ReferralPriority,
): DueRule {
  const promised = {
    EMERGENCY: agreement?.answerEmergency,
    URGENT: agreement?.answerUrgent,
    STANDARD: agreement?.answerStandard,
  }[priority];
  return {
    agreement: promised ? (agreement?.number ?? null) : null,
    priority,
    ...parse(promised ?? DEFAULTS[priority]),
  };
}

export function responseTimes(
  agreement: Agreement | null,
  now: Date,
): ResponseTime[] {
  return Object.values(ReferralPriority).map((priority) => {
    const rule = dueRule(agreement, priority);
    const { amount, unit } = rule;
    return { priority, amount, unit, dueAt: dueAt(now, rule) };
  });
}

export function dueAt(from: Date, rule: DueRule): Date {
  return rule.unit === "HOURS"
    ? new Date(from.getTime() + rule.amount * 3_600_000)
    : addWorkingDays(from, rule.amount);
}

const PRIORITY: Record<ReferralPriority, Words> = {
  EMERGENCY: { pl: "nagłe", en: "emergency" },
  URGENT: { pl: "pilne", en: "urgent" },
  STANDARD: { pl: "zwykłe", en: "standard" },
};

const PLURAL_PL = new Intl.PluralRules("pl");
const DAYS_PL: Partial<Record<Intl.LDMLPluralRule, string>> = {
  one: "dzień roboczy",
  few: "dni robocze",
};

/** As people read it: "umowa A15, nagłe: 4 h". */
export function wordsOfRule(rule: DueRule): Words {
  const { amount } = rule;
  const oneDay = amount === 1;
  const length: Words =
    rule.unit === "HOURS"
      ? { pl: `${String(amount)} h`, en: `${String(amount)} h` }
      : {
          pl: `${String(amount)} ${DAYS_PL[PLURAL_PL.select(amount)] ?? "dni roboczych"}`,
          en: `${String(amount)} working ${oneDay ? "day" : "days"}`,
        };
  const source: Words = rule.agreement
    ? { pl: `umowa ${rule.agreement}`, en: `agreement ${rule.agreement}` }
    : { pl: "zwykły termin", en: "default time" };
  return {
    pl: `${source.pl}, ${PRIORITY[rule.priority].pl}: ${length.pl}`,
    en: `${source.en}, ${PRIORITY[rule.priority].en}: ${length.en}`,
  };
}
