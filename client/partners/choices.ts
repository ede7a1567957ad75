// The choices of the forms about organisations, the safest first.
import type {
  ContactChannel,
  ContactDuty,
  DataRole,
  PartnerKind,
  ReintegrationAim,
  Sector,
  StakeholderType,
  StatutoryProviderKind,
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

export const sectors = [
  "PUBLIC",
  "NGO",
  "SOCIAL_ECONOMY",
  "PRIVATE",
  "CHURCH",
  "INFORMAL",
] as const satisfies readonly Sector[];

export const providerKinds = [
  "MUNICIPAL_OFFICE",
  "MUNICIPAL_UNIT",
  "NGO_ART3",
  "PROCUREMENT",
  "MEDICAL_ENTITY",
  "OTHER",
] as const satisfies readonly StatutoryProviderKind[];

export const reintegrationAims = [
  "MAIN",
  "ONE_OF",
  "NONE",
] as const satisfies readonly ReintegrationAim[];
