// What can be chosen about networks, in the order in which it is offered.
import type {
  ActionPart,
  NetworkKind,
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

export function chosenIn<Choice extends string>(
  form: FormData,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  return choices.find((choice) => choice === form.get(name));
}
