// The personal data that a programme may name, each with the level of disclosure that it belongs to (domain 4.1, 4.3).
import { registerEnumType } from "type-graphql";

import type { DisclosureLevel } from "../partners/index.js";

export const PersonalDataField = {
  AGE_BAND: "AGE_BAND",
  FIRST_NAME: "FIRST_NAME",
  CONTACT_CHANNEL: "CONTACT_CHANNEL",
  PREFERRED_HOURS: "PREFERRED_HOURS",
  ACCESS_NEEDS: "ACCESS_NEEDS",
  SURNAME: "SURNAME",
  BIRTH_YEAR: "BIRTH_YEAR",
  BIRTH_DATE: "BIRTH_DATE",
  PESEL: "PESEL",
  ADDRESS: "ADDRESS",
  LEGAL_REPRESENTATIVE: "LEGAL_REPRESENTATIVE",
  SERVICE_GOAL: "SERVICE_GOAL",
  SERVICE_DATES: "SERVICE_DATES",
  DISABILITY_DEGREE: "DISABILITY_DEGREE",
  HEALTH_CONTRAINDICATIONS: "HEALTH_CONTRAINDICATIONS",
  HEALTH_STATE: "HEALTH_STATE",
  ADDICTION: "ADDICTION",
  FAMILY_SITUATION: "FAMILY_SITUATION",
  INCOME: "INCOME",
  CRIMINAL_DATA: "CRIMINAL_DATA",
} as const;
export type PersonalDataField = keyof typeof PersonalDataField;

registerEnumType(PersonalDataField, {
  name: "PersonalDataField",
  description:
    "Personal data that a programme may name; what is not named may not travel.",
  valuesConfig: {
    AGE_BAND: { description: "L0: age band." },
    FIRST_NAME: { description: "L1: first or chosen name." },
    CONTACT_CHANNEL: { description: "L1: one channel of contact." },
    PREFERRED_HOURS: { description: "L1: preferred hours." },
    ACCESS_NEEDS: { description: "L1: access needs, as what has to be there." },
    SURNAME: { description: "L2: surname." },
    BIRTH_YEAR: { description: "L2: year of birth." },
    BIRTH_DATE: { description: "L2: date of birth, where the law needs it." },
    PESEL: { description: "L2: where a statutory document requires it." },
    ADDRESS: { description: "L2: place, for services at home." },
    LEGAL_REPRESENTATIVE: { description: "L2: legal representative." },
    SERVICE_GOAL: { description: "L2: goal in one neutral sentence." },
    SERVICE_DATES: { description: "L2: dates of the service in the plan." },
    DISABILITY_DEGREE: { description: "L3: degree of the certificate." },
    HEALTH_CONTRAINDICATIONS: { description: "L3: contraindications." },
    HEALTH_STATE: { description: "L3: state of health." },
    ADDICTION: { description: "L3: addiction." },
    FAMILY_SITUATION: { description: "L3: family situation." },
    INCOME: { description: "L3: income." },
    CRIMINAL_DATA: {
      description: "L3: convictions, where the task needs it.",
    },
  },
});

type Above = Exclude<DisclosureLevel, "L0_TOKEN">;

/** What each level adds. A PESEL never travels from here; dates of a plan and an age band are no data of a case. */
const ADDED: Record<Above, readonly PersonalDataField[]> = {
  L1_CONTACT: [
    "FIRST_NAME",
    "CONTACT_CHANNEL",
    "PREFERRED_HOURS",
    "ACCESS_NEEDS",
  ],
  L2_IDENTITY: [
    "SURNAME",
    "BIRTH_YEAR",
    "BIRTH_DATE",
    "ADDRESS",
    "LEGAL_REPRESENTATIVE",
    "SERVICE_GOAL",
  ],
  L3_SENSITIVE: [
    "DISABILITY_DEGREE",
    "HEALTH_CONTRAINDICATIONS",
    "HEALTH_STATE",
    "ADDICTION",
    "FAMILY_SITUATION",
    "INCOME",
    "CRIMINAL_DATA",
  ],
};

/** What may travel of a case at a level, in the order in which it is told. */
export function fieldsOfLevel(
  level: DisclosureLevel,
): readonly PersonalDataField[] {
  switch (level) {
    case "L0_TOKEN":
      return [];
    case "L1_CONTACT":
      return ADDED.L1_CONTACT;
    case "L2_IDENTITY":
      return [...ADDED.L1_CONTACT, ...ADDED.L2_IDENTITY];
    case "L3_SENSITIVE":
      return [...ADDED.L1_CONTACT, ...ADDED.L2_IDENTITY, ...ADDED.L3_SENSITIVE];
  }
}

export function isSensitive(field: PersonalDataField): boolean {
  return SENSITIVE.has(field);
}

/** Without which a referral of the level has nothing to say. */
const CONTACT: readonly PersonalDataField[] = ["FIRST_NAME", "CONTACT_CHANNEL"];
const IDENTITY: readonly PersonalDataField[] = [...CONTACT, "SURNAME"];

const SENSITIVE: ReadonlySet<PersonalDataField> = new Set(ADDED.L3_SENSITIVE);

/** The most that may travel where nothing but these fields may. */
export function highestLevel(
  fields: readonly PersonalDataField[],
): DisclosureLevel {
  const names = (wanted: readonly PersonalDataField[]) =>
    wanted.every((field) => fields.includes(field));
  if (!names(CONTACT)) return "L0_TOKEN";
  if (!names(IDENTITY)) return "L1_CONTACT";
  return fields.some((field) => SENSITIVE.has(field))
    ? "L3_SENSITIVE"
    : "L2_IDENTITY";
}
