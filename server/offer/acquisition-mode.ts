// How the centre acquires a service: by a unit's own plan, by a grant, by a purchase, by agreement, or without money (domain 1.4).
import { registerEnumType } from "type-graphql";

export const AcquisitionMode = {
  OWN_UNIT_PLAN: "OWN_UNIT_PLAN",
  GRANT_DELEGATION: "GRANT_DELEGATION",
  GRANT_SUPPORT: "GRANT_SUPPORT",
  SMALL_GRANT_19A: "SMALL_GRANT_19A",
  PUBLIC_PROCUREMENT: "PUBLIC_PROCUREMENT",
  COUNTY_AGREEMENT: "COUNTY_AGREEMENT",
  INTERMUNICIPAL_AGREEMENT: "INTERMUNICIPAL_AGREEMENT",
  SUPPORTING_ACTIVITY: "SUPPORTING_ACTIVITY",
  COOPERATION_ONLY: "COOPERATION_ONLY",
} as const;
export type AcquisitionMode = keyof typeof AcquisitionMode;

registerEnumType(AcquisitionMode, {
  name: "AcquisitionMode",
  description: "How the centre acquires a service.",
  valuesConfig: {
    OWN_UNIT_PLAN: { description: "In the plan of a municipal unit." },
    GRANT_DELEGATION: {
      description: "Contest of offers: the grant finances the task.",
    },
    GRANT_SUPPORT: {
      description: "Contest of offers: the grant co-finances the task.",
    },
    SMALL_GRANT_19A: { description: "Small grant without a contest." },
    PUBLIC_PROCUREMENT: { description: "Public procurement." },
    COUNTY_AGREEMENT: { description: "Agreement of municipality and county." },
    INTERMUNICIPAL_AGREEMENT: { description: "Agreement of municipalities." },
    SUPPORTING_ACTIVITY: {
      description: "Volunteers, self-help, neighbours; no money.",
    },
    COOPERATION_ONLY: {
      description: "Open to all anyway; an agreement without money.",
    },
  },
});
