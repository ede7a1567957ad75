// States of a standard of quality, and how a criterion was found to hold.
import { registerEnumType } from "type-graphql";

export const StandardStatus = {
  DRAFT: "DRAFT",
  CONSULTED: "CONSULTED",
  APPROVED: "APPROVED",
  IN_FORCE: "IN_FORCE",
  RETIRED: "RETIRED",
} as const;
export type StandardStatus = keyof typeof StandardStatus;

registerEnumType(StandardStatus, {
  name: "StandardStatus",
  description: "State of a standard of quality.",
  valuesConfig: {
    DRAFT: { description: "Being written." },
    CONSULTED: { description: "Put before partners and residents." },
    APPROVED: { description: "Approved by the director, not in force yet." },
    IN_FORCE: { description: "In force, by its date." },
    RETIRED: { description: "No more in force." },
  },
});

export const CriterionResult = {
  MET: "MET",
  PARTLY: "PARTLY",
  NOT_MET: "NOT_MET",
} as const;
export type CriterionResult = keyof typeof CriterionResult;

registerEnumType(CriterionResult, {
  name: "CriterionResult",
  description: "How a criterion was found to hold.",
  valuesConfig: {
    MET: { description: "Holds." },
    PARTLY: { description: "Holds in part." },
    NOT_MET: { description: "Does not hold." },
  },
});

export const ActionOwner = { PARTNER: "PARTNER", CENTRE: "CENTRE" } as const;
export type ActionOwner = keyof typeof ActionOwner;

registerEnumType(ActionOwner, {
  name: "ActionOwner",
  description: "Who sees to a corrective action.",
  valuesConfig: {
    PARTNER: { description: "The organisation that provides the service." },
    CENTRE: { description: "The centre." },
  },
});

export const ActionState = {
  OPEN: "OPEN",
  ANSWERED: "ANSWERED",
  DONE: "DONE",
} as const;
export type ActionState = keyof typeof ActionState;

registerEnumType(ActionState, {
  name: "ActionState",
  description: "State of a corrective action.",
  valuesConfig: {
    OPEN: { description: "Waits to be done." },
    ANSWERED: { description: "The organisation has said what it did." },
    DONE: { description: "The organiser found it done." },
  },
});
