// In which tone each state of a programme and of its plan stands.
import type { Tone } from "../design/Tag.js";
import type {
  PlanState,
  ProgrammeStatus,
} from "../graphql/generated/graphql.js";

export const statusTones: Record<ProgrammeStatus, Tone> = {
  DRAFT: "plain",
  ADOPTED: "info",
  RUNNING: "ok",
  ENDED: "warn",
  REPORTED: "plain",
};

export const stateTones: Record<PlanState, Tone> = {
  PLANNED: "plain",
  IN_PREPARATION: "info",
  CONTRACTED: "primary",
  RUNNING: "ok",
  DROPPED: "outline",
};
