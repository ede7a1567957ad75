// The six rules of partnership (domain 1.9), each answered by what answers the steps too, so that the two never say different things.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import type { Network } from "../partnership/index.js";
import { PartnershipStep } from "../partnership/index.js";
import { addDays } from "../platform/calendar.js";
import type { NetworkFacts, StepCriterion } from "./criterion.js";
import { criterionOf } from "./criterion.js";
import { comesBefore } from "./formation.js";
import type { MeetingRhythm } from "./rhythm.js";

export const PartnershipRule = {
  CLEAR_ROLES: "CLEAR_ROLES",
  CONTINUOUS_DIALOGUE: "CONTINUOUS_DIALOGUE",
  NAMED_CONTACT: "NAMED_CONTACT",
  CYCLIC_MEETINGS: "CYCLIC_MEETINGS",
  TRUST_OPENNESS_APOLITICAL: "TRUST_OPENNESS_APOLITICAL",
  EQUALITY: "EQUALITY",
} as const;
export type PartnershipRule = keyof typeof PartnershipRule;

registerEnumType(PartnershipRule, {
  name: "PartnershipRule",
  description: "The six rules of partnership.",
  valuesConfig: {
    CLEAR_ROLES: { description: "Who does what." },
    CONTINUOUS_DIALOGUE: { description: "They go on talking." },
    NAMED_CONTACT: { description: "A person of each who is willing." },
    CYCLIC_MEETINGS: { description: "Meetings also without a problem." },
    TRUST_OPENNESS_APOLITICAL: { description: "All see the same." },
    EQUALITY: { description: "One organisation, one vote." },
  },
});

export const RuleState = {
  HOLDS: "HOLDS",
  TO_MEND: "TO_MEND",
  AHEAD: "AHEAD",
  RESTS: "RESTS",
} as const;
export type RuleState = keyof typeof RuleState;

registerEnumType(RuleState, {
  name: "RuleState",
  description: "Whether a rule is kept in a network.",
  valuesConfig: {
    HOLDS: { description: "It is kept." },
    TO_MEND: { description: "Something is missing." },
    AHEAD: { description: "The step that answers it is still to come." },
    RESTS: { description: "The network rests or is closed." },
  },
});

@ObjectType({ description: "A rule of partnership, as this network keeps it." })
export class RuleKept {
  @Field(() => PartnershipRule, { description: "Which rule." })
  rule!: PartnershipRule;

  @Field(() => RuleState, { description: "Whether it is kept." })
  state!: RuleState;

  @Field(() => Int, {
    description:
      "How many do: members with a role or a voice, organisations with a contact, meetings held.",
  })
  found!: number;

  @Field(() => Int, { description: "Of how many; of meetings as many." })
  of!: number;

  @Field(() => [String], {
    description:
      "What it lacks: organisations by short name, joint actions by title.",
  })
  missing!: string[];
}

/** Talks that lie longer back are none that go on. */
const DAYS_OF_DIALOGUE = 365;

type Answered = Pick<RuleKept, "found" | "of" | "missing"> & {
  holds: boolean;
  /** The step that asks it; null: it is asked at once, at whatever step. */
  step: PartnershipStep | null;
};

export function rulesOf(
  network: Pick<Network, "step" | "isOpen">,
  facts: NetworkFacts,
  rhythm: MeetingRhythm,
  today: string,
): RuleKept[] {
  return Object.values(PartnershipRule).map((rule) => {
    const { holds, step, ...told } = answer(rule, facts, rhythm, today);
    return { rule, ...told, state: stateOf(network, holds, step) };
  });
}

function stateOf(
  network: Pick<Network, "step" | "isOpen">,
  holds: boolean,
  step: PartnershipStep | null,
): RuleState {
  if (!network.isOpen) return "RESTS";
  if (holds) return "HOLDS";
  return step && comesBefore(network.step, step) ? "AHEAD" : "TO_MEND";
}

function answer(
  rule: PartnershipRule,
  facts: NetworkFacts,
  rhythm: MeetingRhythm,
  today: string,
): Answered {
  // what was agreed and missed is not still to come
  const isOverdue = rhythm.dueOn !== null && rhythm.dueOn < today;
  const ask = (kind: StepCriterion["kind"]) => criterionOf(kind, facts, rhythm);
  switch (rule) {
    case "CLEAR_ROLES": {
      const roles = ask("ROLES_DESCRIBED");
      const owned = ask("ACTION_OWNED");
      return {
        holds: roles.met && owned.met,
        step: PartnershipStep.BUILDING,
        found: facts.members - roles.missing.length,
        of: facts.members,
        missing: [...roles.missing, ...owned.missing],
      };
    }
    case "NAMED_CONTACT": {
      const named = ask("CONTACTS_NAMED");
      const missing = [...new Set([...named.missing, ...facts.unreachable])];
      return {
        holds: named.met && missing.length === 0,
        step: PartnershipStep.GOALS_AND_CONTACTS,
        found: facts.asked - missing.length,
        of: facts.asked,
        missing,
      };
    }
    case "CONTINUOUS_DIALOGUE":
      return {
        holds:
          rhythm.lastOn !== null &&
          addDays(rhythm.lastOn, DAYS_OF_DIALOGUE) >= today &&
          !isOverdue,
        step: isOverdue ? null : PartnershipStep.GOALS_AND_CONTACTS,
        found: facts.held,
        of: facts.held,
        missing: [],
      };
    case "CYCLIC_MEETINGS":
      return {
        holds: ask("CADENCE_SET").met && ask("NEXT_MEETING_PLANNED").met,
        step:
          isOverdue || rhythm.state === "LATE"
            ? null
            : PartnershipStep.WORKING_MEETINGS,
        found: facts.held,
        of: facts.held,
        missing: [],
      };
    case "TRUST_OPENNESS_APOLITICAL":
    case "EQUALITY":
      return {
        holds: true,
        step: null,
        found: facts.voices,
        of: facts.voices,
        missing: [],
      };
  }
}
