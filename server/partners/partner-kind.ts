// Kinds and sectors of organisations, and their part in the protection of data (domain 1.3, 1.13).
import { registerEnumType } from "type-graphql";

export const PartnerKind = {
  CUS: "CUS",
  OPS: "OPS",
  PCPR: "PCPR",
  PUP: "PUP",
  ROPS: "ROPS",
  MUNICIPAL_OFFICE: "MUNICIPAL_OFFICE",
  CIS: "CIS",
  KIS: "KIS",
  ZAZ_WTZ: "ZAZ_WTZ",
  SOCIAL_COOPERATIVE: "SOCIAL_COOPERATIVE",
  SOCIAL_ENTERPRISE: "SOCIAL_ENTERPRISE",
  NGO: "NGO",
  CHURCH_ENTITY: "CHURCH_ENTITY",
  CULTURE_INSTITUTION: "CULTURE_INSTITUTION",
  LIBRARY: "LIBRARY",
  EDUCATION: "EDUCATION",
  MEDICAL_ENTITY: "MEDICAL_ENTITY",
  SPORT_CENTRE: "SPORT_CENTRE",
  EMPLOYER: "EMPLOYER",
  SERVICE_COMPANY: "SERVICE_COMPANY",
  INFORMAL_GROUP: "INFORMAL_GROUP",
  OTHER_PUBLIC: "OTHER_PUBLIC",
  OTHER: "OTHER",
} as const;
export type PartnerKind = keyof typeof PartnerKind;

registerEnumType(PartnerKind, {
  name: "PartnerKind",
  description: "What kind of organisation it is.",
  valuesConfig: {
    CUS: { description: "Social-services centre." },
    OPS: { description: "Social-assistance centre." },
    PCPR: { description: "County family-support centre." },
    PUP: { description: "County employment office." },
    ROPS: { description: "Regional social-policy centre." },
    MUNICIPAL_OFFICE: { description: "Municipal office." },
    CIS: { description: "Centre of social integration." },
    KIS: { description: "Club of social integration." },
    ZAZ_WTZ: {
      description: "Vocational activity or occupational therapy workshop.",
    },
    SOCIAL_COOPERATIVE: { description: "Social cooperative." },
    SOCIAL_ENTERPRISE: { description: "Social enterprise." },
    NGO: { description: "Association or foundation." },
    CHURCH_ENTITY: { description: "Church legal person or parish." },
    CULTURE_INSTITUTION: { description: "Culture institution." },
    LIBRARY: { description: "Library." },
    EDUCATION: {
      description: "School, counselling centre, continuing education.",
    },
    MEDICAL_ENTITY: { description: "Medical entity." },
    SPORT_CENTRE: { description: "Sport and recreation centre." },
    EMPLOYER: { description: "Employer, e.g. for traineeships." },
    SERVICE_COMPANY: { description: "Private service company." },
    INFORMAL_GROUP: { description: "Self-help or neighbours' group." },
    OTHER_PUBLIC: { description: "Another public unit." },
    OTHER: { description: "Something else." },
  },
});

export const Sector = {
  PUBLIC: "PUBLIC",
  NGO: "NGO",
  SOCIAL_ECONOMY: "SOCIAL_ECONOMY",
  PRIVATE: "PRIVATE",
  CHURCH: "CHURCH",
  INFORMAL: "INFORMAL",
} as const;
export type Sector = keyof typeof Sector;

registerEnumType(Sector, {
  name: "Sector",
  description: "Sector of an organisation.",
  valuesConfig: {
    PUBLIC: { description: "Public sector." },
    NGO: { description: "Third sector." },
    SOCIAL_ECONOMY: { description: "Social economy." },
    PRIVATE: { description: "Private sector." },
    CHURCH: { description: "Church." },
    INFORMAL: { description: "Informal." },
  },
});

const BY_KIND: Partial<Record<PartnerKind, Sector>> = {
  NGO: "NGO",
  CIS: "SOCIAL_ECONOMY",
  KIS: "SOCIAL_ECONOMY",
  ZAZ_WTZ: "SOCIAL_ECONOMY",
  SOCIAL_COOPERATIVE: "SOCIAL_ECONOMY",
  SOCIAL_ENTERPRISE: "SOCIAL_ECONOMY",
  CHURCH_ENTITY: "CHURCH",
  EMPLOYER: "PRIVATE",
  SERVICE_COMPANY: "PRIVATE",
  INFORMAL_GROUP: "INFORMAL",
  OTHER: "PRIVATE",
};

/** The usual sector of a kind; all others are public. */
export function sectorOf(kind: PartnerKind): Sector {
  return BY_KIND[kind] ?? "PUBLIC";
}

/** What a centre may run inside itself; all other public bodies have controllers of their own. */
const UNITS: readonly PartnerKind[] = [
  "CUS",
  "OPS",
  "CIS",
  "KIS",
  "ZAZ_WTZ",
  "OTHER_PUBLIC",
];

/** Only a public unit of the centre has the centre's controller of data, and needs no agreement (domain 4.2). */
export function canBeUnit({
  kind,
  sector,
}: {
  kind: PartnerKind;
  sector: Sector;
}): boolean {
  return sector === "PUBLIC" && UNITS.includes(kind);
}

export const PartnerStatus = {
  PROSPECT: "PROSPECT",
  INVITED: "INVITED",
  ACTIVE: "ACTIVE",
  SUSPENDED: "SUSPENDED",
  FORMER: "FORMER",
} as const;
export type PartnerStatus = keyof typeof PartnerStatus;

registerEnumType(PartnerStatus, {
  name: "PartnerStatus",
  description: "How an organisation stands with the centre.",
  valuesConfig: {
    PROSPECT: { description: "Could become a partner." },
    INVITED: { description: "Asked in, not yet in." },
    ACTIVE: { description: "A partner." },
    SUSPENDED: { description: "Resting: nobody is referred to it." },
    FORMER: { description: "Has left." },
  },
});

export const DataRole = {
  SAME_CONTROLLER: "SAME_CONTROLLER",
  NO_PERSONAL_DATA: "NO_PERSONAL_DATA",
  PROCESSOR: "PROCESSOR",
  SEPARATE_CONTROLLER: "SEPARATE_CONTROLLER",
  JOINT_CONTROLLER: "JOINT_CONTROLLER",
} as const;
export type DataRole = keyof typeof DataRole;

registerEnumType(DataRole, {
  name: "DataRole",
  description:
    "Part of a partner in the protection of personal data; decides what may travel with a referral.",
  valuesConfig: {
    SAME_CONTROLLER: { description: "A unit inside the centre." },
    NO_PERSONAL_DATA: { description: "Never gets personal data." },
    PROCESSOR: { description: "Processes for the centre." },
    SEPARATE_CONTROLLER: { description: "A controller of its own." },
    JOINT_CONTROLLER: { description: "A controller together with the centre." },
  },
});
