// What services are told apart by, besides their area.
import type {
  LifeSphere,
  ServiceForm,
  ServiceGroup,
} from "../graphql/generated/graphql.js";

export const groups = [
  "A",
  "B1",
  "B2",
] as const satisfies readonly ServiceGroup[];

export const forms = [
  "INDIVIDUAL",
  "GROUP",
  "MIXED",
] as const satisfies readonly ServiceForm[];

export const spheres = [
  "SOCIAL_LIVING",
  "HEALTH",
  "VOCATIONAL",
  "PSYCHOLOGICAL",
  "SOCIAL",
] as const satisfies readonly LifeSphere[];
