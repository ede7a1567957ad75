// The choices of the forms about organisations, the safest first.
import type {
  ContactChannel,
  ContactDuty,
  DataRole,
  PartnerKind,
  StakeholderType,
} from "../graphql/generated/graphql.js";

export const dataRoles = [
  "NO_PERSONAL_DATA",
  "SEPARATE_CONTROLLER",
  "PROCESSOR",
  "JOINT_CONTROLLER",
  "SAME_CONTROLLER",
] as const satisfies readonly DataRole[];

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
  "CUS",
  "ROPS",
] as const satisfies readonly PartnerKind[];

export const stakeholderTypes = [
  "C",
  "B",
  "A",
] as const satisfies readonly StakeholderType[];

export const contactDuties = [
  "REFERRALS",
  "DATA_PROTECTION",
  "SIGNATORY",
] as const satisfies readonly ContactDuty[];

export const contactChannels = [
  "EMAIL",
  "PHONE",
  "PLATFORM",
] as const satisfies readonly ContactChannel[];
