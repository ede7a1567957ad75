// What can be chosen about needs, in the order in which it is offered.
import type { Tone } from "../design/Tag.js";
import type {
  GapKind,
  NeedInListFragment,
  NeedStatus,
  PlannedAnswer,
} from "../graphql/generated/graphql.js";

export type ShownNeed = NeedInListFragment;

export const gapKinds = [
  "NO_SERVICE",
  "NO_CAPACITY",
  "TOO_FAR",
  "WRONG_TIME",
  "NOT_ACCESSIBLE",
  "TOO_EXPENSIVE",
  "NOT_LONG_ENOUGH",
  "QUALITY",
] as const satisfies readonly GapKind[];

export const plannedAnswers = [
  "NEW_SERVICE",
  "MORE_CAPACITY",
  "SUPPORTING_ACTIVITY",
  "PROGRAMME",
] as const satisfies readonly PlannedAnswer[];

export const needStatuses = [
  "REPORTED",
  "VERIFIED",
  "PLANNED",
  "BEING_MET",
  "MET",
  "NOT_PURSUED",
] as const satisfies readonly NeedStatus[];

/** As it is, and where the graph lets it go from there. */
export const stepsFrom: Record<NeedStatus, readonly NeedStatus[]> = {
  REPORTED: ["REPORTED", "VERIFIED", "NOT_PURSUED"],
  VERIFIED: ["VERIFIED", "PLANNED", "NOT_PURSUED"],
  PLANNED: ["PLANNED", "BEING_MET", "NOT_PURSUED"],
  BEING_MET: ["BEING_MET", "MET", "NOT_PURSUED"],
  MET: ["MET"],
  NOT_PURSUED: ["NOT_PURSUED", "VERIFIED"],
};

export const statusTones: Record<NeedStatus, Tone> = {
  REPORTED: "warn",
  VERIFIED: "info",
  PLANNED: "info",
  BEING_MET: "wait",
  MET: "ok",
  NOT_PURSUED: "plain",
};
