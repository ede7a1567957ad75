// The six steps of a network as a path: what is done, what is under way, what is still missing.
import { Field, ObjectType, registerEnumType } from "type-graphql";

import type { Network } from "../partnership/index.js";
import { PartnershipStep } from "../partnership/index.js";
import type { NetworkFacts } from "./criterion.js";
import { criteriaOf, criterionOf, StepCriterion } from "./criterion.js";
import type { MeetingRhythm } from "./rhythm.js";

export const StepState = {
  DONE: "DONE",
  CURRENT: "CURRENT",
  AHEAD: "AHEAD",
} as const;
export type StepState = keyof typeof StepState;

registerEnumType(StepState, {
  name: "StepState",
  description: "Where a step stands on the path.",
  valuesConfig: {
    DONE: { description: "Completed." },
    CURRENT: { description: "Under way." },
    AHEAD: { description: "Still to come." },
  },
});

@ObjectType({ description: "One of the six steps, as this network stands." })
export class FormationStep {
  @Field(() => PartnershipStep, { description: "Which step." })
  step!: PartnershipStep;

  @Field(() => StepState, { description: "Where it stands." })
  state!: StepState;

  @Field(() => [StepCriterion], {
    description: "What it asks, answered by the data of now.",
  })
  criteria!: StepCriterion[];
}

/** In their binding order. */
export const steps = Object.values(PartnershipStep);

export function nextStep(step: PartnershipStep): PartnershipStep | null {
  return steps[steps.indexOf(step) + 1] ?? null;
}

export function comesBefore(
  step: PartnershipStep,
  other: PartnershipStep,
): boolean {
  return steps.indexOf(step) < steps.indexOf(other);
}

export function criteriaOfStep(
  step: PartnershipStep,
  facts: NetworkFacts,
  rhythm: MeetingRhythm,
): StepCriterion[] {
  return criteriaOf[step].map((kind) => criterionOf(kind, facts, rhythm));
}

export function pathOf(
  { step: current }: Pick<Network, "step">,
  facts: NetworkFacts,
  rhythm: MeetingRhythm,
): FormationStep[] {
  return steps.map((step) => ({
    step,
    state:
      step === current
        ? "CURRENT"
        : comesBefore(step, current)
          ? "DONE"
          : "AHEAD",
    criteria: criteriaOfStep(step, facts, rhythm),
  }));
}
