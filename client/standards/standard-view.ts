// A standard as its page shows it, and in which tone each state and result stands.
import type { Tone } from "../design/Tag.js";
import type {
  ActionState,
  CriterionResult,
  StandardOnPageFragment,
  StandardStatus,
} from "../graphql/generated/graphql.js";

export type Standard = StandardOnPageFragment;

export const statusTones: Record<StandardStatus, Tone> = {
  DRAFT: "plain",
  CONSULTED: "info",
  APPROVED: "primary",
  IN_FORCE: "ok",
  RETIRED: "outline",
};

export const resultTones: Record<CriterionResult, Tone> = {
  MET: "ok",
  PARTLY: "warn",
  NOT_MET: "danger",
};

export const actionTones: Record<ActionState, Tone> = {
  OPEN: "wait",
  ANSWERED: "info",
  DONE: "ok",
};

export const results = [
  "MET",
  "PARTLY",
  "NOT_MET",
] as const satisfies readonly CriterionResult[];
