// How long an answer may take: by the agreement in force, else by the defaults of domain 1.10.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import {
  addWorkingDays,
  addWorkingHours,
  WORKING_HOURS_A_DAY,
} from "../platform/calendar.js";
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
    URGENT: { description: "A working day where no agreement says otherwise." },
    STANDARD: {
      description: "5 working days where no agreement says otherwise.",
    },
  },
});

export const ResponseUnit = {
  HOURS: "HOURS",
  WORKING_HOURS: "WORKING_HOURS",
  WORKING_DAYS: "WORKING_DAYS",
} as const;
export type ResponseUnit = keyof typeof ResponseUnit;

registerEnumType(ResponseUnit, {
  name: "ResponseUnit",
  description: "What an answer time is counted in.",
  valuesConfig: {
    HOURS: { description: "Hours by the clock, in emergencies only." },
    WORKING_HOURS: {
      description: "Hours from 8:00 to 16:00 of Polish working days.",
    },
    WORKING_DAYS: {
      description:
        "Polish working days, to the same time of day; from the next opening where nobody is at work.",
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

/** Danger does not wait for Monday; whatever else is promised in hours is meant in hours of work (decision 0033). */
function parse(
  text: string,
  priority: ReferralPriority,
): Pick<DueRule, "amount" | "unit"> {
  const amount = Number(text.slice(0, -1));
  if (!text.endsWith("h")) return { amount, unit: "WORKING_DAYS" };
  if (priority === "EMERGENCY") return { amount, unit: "HOURS" };
  const hours =
    Math.floor(amount / 24) * WORKING_HOURS_A_DAY +
    Math.min(amount % 24, WORKING_HOURS_A_DAY);
  return hours % WORKING_HOURS_A_DAY === 0
    ? { amount: hours / WORKING_HOURS_A_DAY, unit: "WORKING_DAYS" }
    : { amount: hours, unit: "WORKING_HOURS" };
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
    ...parse(promised ?? DEFAULTS[priority], priority),
  };
}

/** An answer time that holds under an agreement, and whether it says so itself. */
export interface BindingTime extends Pick<
  DueRule,
  "priority" | "amount" | "unit"
> {
  isPromised: boolean;
}

export function bindingTimes(agreement: Agreement): BindingTime[] {
  return Object.values(ReferralPriority).map((priority) => {
    const rule = dueRule(agreement, priority);
    const { amount, unit } = rule;
    return { priority, amount, unit, isPromised: rule.agreement !== null };
  });
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
  switch (rule.unit) {
    case "HOURS":
      return new Date(from.getTime() + rule.amount * 3_600_000);
    case "WORKING_HOURS":
      return addWorkingHours(from, rule.amount);
    case "WORKING_DAYS":
      return addWorkingDays(from, rule.amount);
  }
}

const PRIORITY: Record<ReferralPriority, Words> = {
  EMERGENCY: { pl: "nagłe", en: "emergency" },
  URGENT: { pl: "pilne", en: "urgent" },
  STANDARD: { pl: "zwykłe", en: "standard" },
};

const PLURAL_PL = new Intl.PluralRules("pl");
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { many: string };
const DAYS_PL: Forms = {
  one: "dzień roboczy",
  few: "dni robocze",
  many: "dni roboczych",
};
const HOURS_PL: Forms = {
  one: "godzina pracy",
  few: "godziny pracy",
  many: "godzin pracy",
};

function lengthOf({ amount, unit }: DueRule): Words {
  const count = String(amount);
  const inPolish = (forms: Forms) =>
    `${count} ${forms[PLURAL_PL.select(amount)] ?? forms.many}`;
  const inEnglish = (one: string) =>
    `${count} working ${amount === 1 ? one : `${one}s`}`;
  switch (unit) {
    case "HOURS":
      return { pl: `${count} h`, en: `${count} h` };
    case "WORKING_HOURS":
      return { pl: inPolish(HOURS_PL), en: inEnglish("hour") };
    case "WORKING_DAYS":
      return { pl: inPolish(DAYS_PL), en: inEnglish("day") };
  }
}

/** As people read it: "umowa A15, nagłe: 4 h". */
export function wordsOfRule(rule: DueRule): Words {
  const length = lengthOf(rule);
  const source: Words = rule.agreement
    ? { pl: `umowa ${rule.agreement}`, en: `agreement ${rule.agreement}` }
    : { pl: "termin sieci", en: "default time" };
  return {
    pl: `${source.pl}, ${PRIORITY[rule.priority].pl}: ${length.pl}`,
    en: `${source.en}, ${PRIORITY[rule.priority].en}: ${length.en}`,
  };
}
