// What can be chosen about networks, in the order in which it is offered.
import type {
  ActionPart,
  GapKind,
  MeetingKind,
  NeedEvidence,
  NetworkKind,
  ParticipationObstacleKind,
  ParticipationObstacleState,
  StakeholderType,
} from "../graphql/generated/graphql.js";

/** Whoever can bring new services stands first (domain 1.2). */
export const stakeholderTypes = [
  "C",
  "B",
  "A",
] as const satisfies readonly StakeholderType[];

export const networkKinds = [
  "PROGRAMME_PARTNERSHIP",
  "LSR",
  "FORUM",
  "RSR",
] as const satisfies readonly NetworkKind[];

export const actionParts = [
  "RESPONSIBLE",
  "CONTRIBUTES",
  "INFORMED",
] as const satisfies readonly ActionPart[];

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

export const needEvidences = [
  "KIPUS_REPORT",
  "PARTNER_REPORT",
  "WAITING_TIME",
  "REFERRAL_DECLINED",
  "SURVEY",
  "CONSULTATION",
] as const satisfies readonly NeedEvidence[];

export const meetingKinds = [
  "FIRST",
  "INFORMATION",
  "WORKING",
  "FOCUS",
  "PROGRAMME",
  "FORUM",
  "MEDIATION",
  "TRAINING",
] as const satisfies readonly MeetingKind[];

export const obstacleKinds = [
  "NO_EQUIPMENT",
  "NO_DEPUTY",
  "TRANSPORT",
  "SMALL_ORGANISATION",
  "OTHER",
] as const satisfies readonly ParticipationObstacleKind[];

export const obstacleStates = [
  "OPEN",
  "BEING_HELPED",
  "OVERCOME",
] as const satisfies readonly ParticipationObstacleState[];

export function chosenIn<Choice extends string>(
  form: FormData,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  return choices.find((choice) => choice === form.get(name));
}
