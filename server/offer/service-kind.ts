// What a service is: area, group, form and the other closed sets of the bank of services (domain 1.4 - 1.6).
import { registerEnumType } from "type-graphql";

export const ServiceArea = {
  PRO_FAMILY: "PRO_FAMILY",
  FAMILY_SUPPORT: "FAMILY_SUPPORT",
  FOSTER_CARE: "FOSTER_CARE",
  SOCIAL_ASSISTANCE: "SOCIAL_ASSISTANCE",
  HEALTH: "HEALTH",
  DISABILITY: "DISABILITY",
  EDUCATION: "EDUCATION",
  EMPLOYMENT: "EMPLOYMENT",
  CULTURE: "CULTURE",
  SPORT_TOURISM: "SPORT_TOURISM",
  CIVIC: "CIVIC",
  HOUSING: "HOUSING",
  ENVIRONMENT: "ENVIRONMENT",
  REINTEGRATION: "REINTEGRATION",
} as const;
export type ServiceArea = keyof typeof ServiceArea;

registerEnumType(ServiceArea, {
  name: "ServiceArea",
  description:
    "The 14 areas of art. 2(1) of the Act on social-services centres.",
  valuesConfig: {
    PRO_FAMILY: { description: "1: pro-family policy." },
    FAMILY_SUPPORT: { description: "2: family support." },
    FOSTER_CARE: { description: "3: foster care." },
    SOCIAL_ASSISTANCE: { description: "4: social assistance." },
    HEALTH: { description: "5: health." },
    DISABILITY: { description: "6: support of disabled people." },
    EDUCATION: { description: "7: public education." },
    EMPLOYMENT: { description: "8: counteracting unemployment." },
    CULTURE: { description: "9: culture." },
    SPORT_TOURISM: { description: "10: sport and tourism." },
    CIVIC: { description: "11: civic activity." },
    HOUSING: { description: "12: housing." },
    ENVIRONMENT: { description: "13: environment." },
    REINTEGRATION: { description: "14: vocational and social reintegration." },
  },
});

export const ServiceGroup = {
  A: "A",
  B1: "B1",
  B2: "B2",
} as const;
export type ServiceGroup = keyof typeof ServiceGroup;

registerEnumType(ServiceGroup, {
  name: "ServiceGroup",
  description: "Group of a service.",
  valuesConfig: {
    A: { description: "Builds agency and readiness." },
    B1: { description: "Generally available." },
    B2: { description: "Tailored to special needs." },
  },
});

export const ServiceForm = {
  INDIVIDUAL: "INDIVIDUAL",
  GROUP: "GROUP",
  MIXED: "MIXED",
} as const;
export type ServiceForm = keyof typeof ServiceForm;

registerEnumType(ServiceForm, {
  name: "ServiceForm",
  description: "Form of work.",
  valuesConfig: {
    INDIVIDUAL: { description: "One person." },
    GROUP: { description: "A group." },
    MIXED: { description: "Both." },
  },
});

export const LifeSphere = {
  SOCIAL_LIVING: "SOCIAL_LIVING",
  HEALTH: "HEALTH",
  VOCATIONAL: "VOCATIONAL",
  PSYCHOLOGICAL: "PSYCHOLOGICAL",
  SOCIAL: "SOCIAL",
} as const;
export type LifeSphere = keyof typeof LifeSphere;

registerEnumType(LifeSphere, {
  name: "LifeSphere",
  description: "Sphere of life.",
  valuesConfig: {
    SOCIAL_LIVING: { description: "Living conditions." },
    HEALTH: { description: "Health." },
    VOCATIONAL: { description: "Work." },
    PSYCHOLOGICAL: { description: "Psychological." },
    SOCIAL: { description: "Social." },
  },
});

export const ReintegrationProfile = {
  SOCIAL: "SOCIAL",
  VOCATIONAL: "VOCATIONAL",
  NONE: "NONE",
} as const;
export type ReintegrationProfile = keyof typeof ReintegrationProfile;

registerEnumType(ReintegrationProfile, {
  name: "ReintegrationProfile",
  description: "Whether it is social or vocational reintegration.",
  valuesConfig: {
    SOCIAL: { description: "Social." },
    VOCATIONAL: { description: "Vocational." },
    NONE: { description: "Neither." },
  },
});

export const EntryMode = {
  OPEN: "OPEN",
  TOKEN: "TOKEN",
  REFERRAL: "REFERRAL",
  PROGRAMME_QUALIFICATION: "PROGRAMME_QUALIFICATION",
  STATUTORY_REFERRAL: "STATUTORY_REFERRAL",
  ADMIN_DECISION: "ADMIN_DECISION",
} as const;
export type EntryMode = keyof typeof EntryMode;

registerEnumType(EntryMode, {
  name: "EntryMode",
  description: "How a resident gets in.",
  valuesConfig: {
    OPEN: { description: "Walk in." },
    TOKEN: { description: "A ticket without a name." },
    REFERRAL: { description: "A referral in this platform." },
    PROGRAMME_QUALIFICATION: {
      description: "Qualification under a programme.",
    },
    STATUTORY_REFERRAL: { description: "A referral of the law, as a paper." },
    ADMIN_DECISION: { description: "An administrative decision." },
  },
});

export const ServiceStatus = {
  DRAFT: "DRAFT",
  PENDING_REVIEW: "PENDING_REVIEW",
  ACTIVE: "ACTIVE",
  PAUSED: "PAUSED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type ServiceStatus = keyof typeof ServiceStatus;

registerEnumType(ServiceStatus, {
  name: "ServiceStatus",
  description: "State of a service.",
  valuesConfig: {
    DRAFT: { description: "Being written." },
    PENDING_REVIEW: { description: "Waits for the hub." },
    ACTIVE: { description: "On offer." },
    PAUSED: { description: "Paused." },
    WITHDRAWN: { description: "Withdrawn." },
  },
});

export const ServiceVisibility = {
  PUBLIC: "PUBLIC",
  NETWORK: "NETWORK",
  HUB_ONLY: "HUB_ONLY",
} as const;
export type ServiceVisibility = keyof typeof ServiceVisibility;

registerEnumType(ServiceVisibility, {
  name: "ServiceVisibility",
  description: "Who sees a service.",
  valuesConfig: {
    PUBLIC: { description: "Everybody." },
    NETWORK: { description: "The network." },
    HUB_ONLY: { description: "The hub and the owner." },
  },
});

export const ServiceOrder = {
  BEST_FIRST: "BEST_FIRST",
  NAME: "NAME",
  OLDEST_CONFIRMED: "OLDEST_CONFIRMED",
} as const;
export type ServiceOrder = keyof typeof ServiceOrder;

registerEnumType(ServiceOrder, {
  name: "ServiceOrder",
  description: "Order of a list of services.",
  valuesConfig: {
    BEST_FIRST: {
      description:
        "By the visible rules: can be referred to, holds the words themselves, free, where it holds them, fresh, name.",
    },
    NAME: { description: "By name." },
    OLDEST_CONFIRMED: { description: "The longest unconfirmed first." },
  },
});

/** What a supporting activity is limited to (domain L1). */
export function needsNoReferral(entryMode: EntryMode): boolean {
  return entryMode === "OPEN" || entryMode === "TOKEN";
}
