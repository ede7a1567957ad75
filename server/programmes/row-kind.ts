// States of a row of the implementation plan, what can be missing in it, and which paper each way of acquiring asks for (domain 1.4, 2.5).
import { registerEnumType } from "type-graphql";

import type { AgreementKind } from "../agreements/index.js";
import type { AcquisitionMode } from "../offer/index.js";
import type { Sector } from "../partners/index.js";

export const PlanState = {
  PLANNED: "PLANNED",
  IN_PREPARATION: "IN_PREPARATION",
  CONTRACTED: "CONTRACTED",
  RUNNING: "RUNNING",
  DROPPED: "DROPPED",
} as const;
export type PlanState = keyof typeof PlanState;

registerEnumType(PlanState, {
  name: "PlanState",
  description: "How far a planned service has come.",
  valuesConfig: {
    PLANNED: { description: "Planned." },
    IN_PREPARATION: { description: "Being prepared." },
    CONTRACTED: { description: "Contracted." },
    RUNNING: { description: "Provided." },
    DROPPED: { description: "Given up." },
  },
});

export const PlanGap = {
  NO_PROVIDER: "NO_PROVIDER",
  OUTSIDE_PARTNERSHIP: "OUTSIDE_PARTNERSHIP",
  NO_AGREEMENT: "NO_AGREEMENT",
  AGREEMENT_NOT_IN_FORCE: "AGREEMENT_NOT_IN_FORCE",
  AGREEMENT_ENDS_BEFORE: "AGREEMENT_ENDS_BEFORE",
  DATE_PASSED: "DATE_PASSED",
  NO_MONEY: "NO_MONEY",
  NO_CAPACITY: "NO_CAPACITY",
} as const;
export type PlanGap = keyof typeof PlanGap;

registerEnumType(PlanGap, {
  name: "PlanGap",
  description: "What is missing in a row of the implementation plan.",
  valuesConfig: {
    NO_PROVIDER: { description: "Nobody is chosen to provide it." },
    OUTSIDE_PARTNERSHIP: {
      description: "Its provider is not in the programme's partnership.",
    },
    NO_AGREEMENT: { description: "No agreement carries it." },
    AGREEMENT_NOT_IN_FORCE: { description: "Its agreement is not in force." },
    AGREEMENT_ENDS_BEFORE: {
      description: "Its agreement ends before it begins.",
    },
    DATE_PASSED: { description: "Its date has passed and it does not run." },
    NO_MONEY: { description: "Its way of acquiring needs money." },
    NO_CAPACITY: {
      description: "The service has no place, or is not offered.",
    },
  },
});

interface ModeRule {
  /** The kinds of agreements by which it is done; none: it needs none. */
  kinds: readonly AgreementKind[];
  money: "NEEDED" | "POSSIBLE" | "NONE";
  sectors?: readonly Sector[];
}

const GRANT: ModeRule = {
  kinds: ["GRANT_CONTRACT"],
  money: "NEEDED",
  sectors: ["NGO", "CHURCH", "SOCIAL_ECONOMY"],
};

export const MODES: Record<AcquisitionMode, ModeRule> = {
  OWN_UNIT_PLAN: { kinds: ["INTERNAL_ASSIGNMENT"], money: "NEEDED" },
  GRANT_DELEGATION: GRANT,
  GRANT_SUPPORT: GRANT,
  SMALL_GRANT_19A: GRANT,
  PUBLIC_PROCUREMENT: { kinds: ["PROCUREMENT_CONTRACT"], money: "NEEDED" },
  COUNTY_AGREEMENT: { kinds: ["COUNTY_AGREEMENT"], money: "POSSIBLE" },
  INTERMUNICIPAL_AGREEMENT: { kinds: ["INTERMUNICIPAL"], money: "POSSIBLE" },
  SUPPORTING_ACTIVITY: { kinds: ["VOLUNTEER", "ACCESSION"], money: "NONE" },
  COOPERATION_ONLY: {
    kinds: ["COOPERATION", "ACCESSION", "PROGRAMME_PARTNERSHIP"],
    money: "NONE",
  },
};
