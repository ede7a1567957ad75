// Whom services are for above all, and who lacks them: the most first.
import type { TargetGroup } from "../graphql/generated/graphql.js";

export const targetGroups = [
  "GENERAL",
  "FAMILIES",
  "CHILDREN_AT_RISK",
  "SENIORS",
  "DISABLED",
  "LIMITED_ABILITY",
  "MENTAL_DISORDERS",
  "ADDICTED",
  "HOMELESS",
  "LONG_TERM_UNEMPLOYED",
  "RELEASED_FROM_PRISON",
  "REFUGEES",
] as const satisfies readonly TargetGroup[];
