// The fourteen areas of social services in the order of the Act.
import type { ServiceArea } from "../graphql/generated/graphql.js";

export const areas = [
  "PRO_FAMILY",
  "FAMILY_SUPPORT",
  "FOSTER_CARE",
  "SOCIAL_ASSISTANCE",
  "HEALTH",
  "DISABILITY",
  "EDUCATION",
  "EMPLOYMENT",
  "CULTURE",
  "SPORT_TOURISM",
  "CIVIC",
  "HOUSING",
  "ENVIRONMENT",
  "REINTEGRATION",
] as const satisfies readonly ServiceArea[];
