// The twelve elements of a programme as the page shows and asks them, in the order of the Act.
import type {
  PersonalDataField,
  ProgrammeElement,
  ProgrammeOnPageFragment,
} from "../graphql/generated/graphql.js";

export type Programme = ProgrammeOnPageFragment;

/** Elements that are one text each. */
export const texts = {
  NEEDS: "needs",
  SERVICES: "serviceScope",
  QUALIFICATION: "qualification",
  FEES: "fees",
  DOCUMENTATION: "documentation",
  ORGANISATION: "organisation",
  MONITORING: "monitoring",
} as const satisfies Partial<Record<ProgrammeElement, keyof Programme>>;

export function isText(
  element: ProgrammeElement,
): element is keyof typeof texts {
  return element in texts;
}

export const elements = [
  "NAME_AND_AIM",
  "PERIOD",
  "NEEDS",
  "PERSONS",
  "SERVICES",
  "QUALIFICATION",
  "FEES",
  "DOCUMENTATION",
  "PERSONAL_DATA",
  "ORGANISATION",
  "MONITORING",
  "BUDGET",
] as const satisfies readonly ProgrammeElement[];

/** The dictionary of personal data, by the level that each belongs to. */
export const dataByLevel = {
  L0_TOKEN: ["AGE_BAND"],
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
    "PESEL",
    "ADDRESS",
    "LEGAL_REPRESENTATIVE",
    "SERVICE_GOAL",
    "SERVICE_DATES",
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
} as const satisfies Record<string, readonly PersonalDataField[]>;

export const levels = [
  "L0_TOKEN",
  "L1_CONTACT",
  "L2_IDENTITY",
  "L3_SENSITIVE",
] as const;
