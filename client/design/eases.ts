// What makes it easier to come to a service: what makes it accessible, care meanwhile, the way there.
import type { Accessibility } from "../graphql/generated/graphql.js";

export const accessibilities = [
  "WHEELCHAIR",
  "SIGN_LANGUAGE",
  "EASY_TO_READ",
  "INDUCTION_LOOP",
  "ACCESSIBLE_TOILET",
] as const satisfies readonly Accessibility[];

export const eases = [...accessibilities, "CARE", "TRANSPORT"] as const;
export type Ease = (typeof eases)[number];

interface Easing {
  accessibility: readonly Accessibility[];
  careDuringActivity: boolean;
  transportProvided: boolean;
}

/** In the order in which they are told; empty: nothing is said of it. */
export function easesOf(service: Easing): Ease[] {
  return [
    ...service.accessibility,
    ...(service.careDuringActivity ? (["CARE"] as const) : []),
    ...(service.transportProvided ? (["TRANSPORT"] as const) : []),
  ];
}
