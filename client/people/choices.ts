// The choices of the forms about organisations, the safest first, and a choice read from a form.
import type {
  AgreementKind,
  DataRole,
  PartnerKind,
  Role,
  StakeholderType,
} from "../graphql/generated/graphql.js";

export const dataRoles = [
  "NO_PERSONAL_DATA",
  "SEPARATE_CONTROLLER",
  "PROCESSOR",
  "JOINT_CONTROLLER",
  "SAME_CONTROLLER",
] as const satisfies readonly DataRole[];

export const agreementKinds = [
  "COOPERATION",
  "GRANT_CONTRACT",
  "PROCUREMENT_CONTRACT",
  "COUNTY_AGREEMENT",
  "INTERMUNICIPAL",
  "PROGRAMME_PARTNERSHIP",
  "ACCESSION",
  "INTERNAL_ASSIGNMENT",
] as const satisfies readonly AgreementKind[];

export const partnerKinds = [
  "NGO",
  "INFORMAL_GROUP",
  "CHURCH_ENTITY",
  "CIS",
  "KIS",
  "ZAZ_WTZ",
  "SOCIAL_COOPERATIVE",
  "SOCIAL_ENTERPRISE",
  "OPS",
  "PCPR",
  "PUP",
  "CULTURE_INSTITUTION",
  "LIBRARY",
  "EDUCATION",
  "MEDICAL_ENTITY",
  "SPORT_CENTRE",
  "MUNICIPAL_OFFICE",
  "OTHER_PUBLIC",
  "EMPLOYER",
  "SERVICE_COMPANY",
  "OTHER",
] as const satisfies readonly PartnerKind[];

export const stakeholderTypes = [
  "C",
  "B",
  "A",
] as const satisfies readonly StakeholderType[];

/** What the contact person of an organisation usually does there. */
export const contactRoles = [
  "PARTNER_ADMIN",
  "PARTNER_EDITOR",
  "PARTNER_REFERRALS",
] as const satisfies readonly Role[];

/** Undefined where a choice is none of ours, which a browser's form cannot say. */
export function chosenIn<Value extends string>(
  form: FormData,
  name: string,
  values: readonly Value[],
): Value | undefined {
  return values.find((value) => value === form.get(name));
}
