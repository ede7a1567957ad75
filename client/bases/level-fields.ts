// Which level the chosen fields make, and in what a basis is given.
import type {
  BasisForm,
  BasisGiver,
  DisclosureLevel,
  PersonalDataField,
} from "../graphql/generated/graphql.js";

const contact: readonly PersonalDataField[] = [
  "FIRST_NAME",
  "CONTACT_CHANNEL",
  "PREFERRED_HOURS",
  "ACCESS_NEEDS",
];
const sensitive: readonly PersonalDataField[] = [
  "DISABILITY_DEGREE",
  "HEALTH_CONTRAINDICATIONS",
  "HEALTH_STATE",
  "ADDICTION",
  "FAMILY_SITUATION",
  "INCOME",
  "CRIMINAL_DATA",
];

export const isSensitive = (field: PersonalDataField) =>
  sensitive.includes(field);

/** What lets a service get in touch. */
export const isContact = (field: PersonalDataField) => contact.includes(field);

export function levelOf(fields: readonly PersonalDataField[]): DisclosureLevel {
  if (fields.some(isSensitive)) return "L3_SENSITIVE";
  return fields.every(isContact) ? "L1_CONTACT" : "L2_IDENTITY";
}

export const givers = [
  "PERSON",
  "LEGAL_REPRESENTATIVE",
  "ACTUAL_CARER",
] as const satisfies readonly BasisGiver[];

export const forms = [
  "WRITTEN_ON_PAPER",
  "ELECTRONIC",
  "ORAL_NOTED",
] as const satisfies readonly BasisForm[];
