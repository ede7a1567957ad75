// What a step of forming a partnership asks before it is done, and how far the data answers it (domain 1.8).
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import type { PartnershipStep } from "../partnership/index.js";
import type { MeetingRhythm } from "./rhythm.js";

export const StepCriterionKind = {
  NEED_LINKED: "NEED_LINKED",
  FIRST_MEETING_HELD: "FIRST_MEETING_HELD",
  GOAL_SET: "GOAL_SET",
  CONTACTS_NAMED: "CONTACTS_NAMED",
  INVENTORY_MADE: "INVENTORY_MADE",
  ANALYSIS_WRITTEN: "ANALYSIS_WRITTEN",
  MEMBERS_CHOSEN: "MEMBERS_CHOSEN",
  ROLES_DESCRIBED: "ROLES_DESCRIBED",
  ACTION_OWNED: "ACTION_OWNED",
  AGREEMENT_IN_FORCE: "AGREEMENT_IN_FORCE",
  CADENCE_SET: "CADENCE_SET",
  NEXT_MEETING_PLANNED: "NEXT_MEETING_PLANNED",
} as const;
export type StepCriterionKind = keyof typeof StepCriterionKind;

registerEnumType(StepCriterionKind, {
  name: "StepCriterionKind",
  description: "What a step asks.",
  valuesConfig: {
    NEED_LINKED: { description: "A need that the network wants to answer." },
    FIRST_MEETING_HELD: { description: "The first meeting took place." },
    GOAL_SET: { description: "The network has a goal." },
    CONTACTS_NAMED: {
      description: "Each organisation has a reachable person.",
    },
    INVENTORY_MADE: { description: "Each shows what it has to offer." },
    ANALYSIS_WRITTEN: { description: "Strengths to threats are written down." },
    MEMBERS_CHOSEN: { description: "There are members, nobody is undecided." },
    ROLES_DESCRIBED: { description: "Each member has said what it does." },
    ACTION_OWNED: {
      description:
        "There is a joint action, and each has somebody responsible.",
    },
    AGREEMENT_IN_FORCE: { description: "The members have an agreement." },
    CADENCE_SET: { description: "It is agreed how often they meet." },
    NEXT_MEETING_PLANNED: {
      description: "The next meeting has a date, no later than agreed.",
    },
  },
});

/** In the order of steps, which is binding (seed S004). */
export const criteriaOf: Record<PartnershipStep, readonly StepCriterionKind[]> =
  {
    PROBLEM_DEFINITION: ["NEED_LINKED"],
    GOALS_AND_CONTACTS: ["FIRST_MEETING_HELD", "GOAL_SET", "CONTACTS_NAMED"],
    PROBLEM_RESOURCE_ANALYSIS: ["INVENTORY_MADE", "ANALYSIS_WRITTEN"],
    BUILDING: ["MEMBERS_CHOSEN", "ROLES_DESCRIBED", "ACTION_OWNED"],
    FORMALISATION: ["AGREEMENT_IN_FORCE"],
    WORKING_MEETINGS: ["CADENCE_SET", "NEXT_MEETING_PLANNED"],
  };

@ObjectType({ description: "What a step asks, and what the data says." })
export class StepCriterion {
  @Field(() => StepCriterionKind, { description: "What is asked." })
  kind!: StepCriterionKind;

  @Field(() => Boolean, { description: "The data answers it." })
  met!: boolean;

  @Field(() => Int, { description: "How many were found of what is asked." })
  found!: number;

  @Field(() => [String], {
    description:
      "What something is missing of: organisations by short name, joint actions by title.",
  })
  missing!: string[];
}

/** What is known of a network, counted once for all its steps. */
export interface NetworkFacts {
  needs: number;
  first_meetings: number;
  goals: number;
  without_contact: string[];
  without_offer: string[];
  analyses: number;
  members: number;
  undecided: string[];
  without_role: string[];
  owned_actions: number;
  /** By title. */
  unowned_actions: string[];
  agreements: number;
  cadence_days: number | null;
  held: number;
  last_held: Date | null;
  next_planned: Date | null;
  /** Who is in or invited; and in with a voice, the hub too. */
  asked: number;
  voices: number;
  /** Where nobody who is willing, or nobody at all, can be reached today. */
  unreachable: string[];
}

/** The one table of which data answers what. */
export function criterionOf(
  kind: StepCriterionKind,
  facts: NetworkFacts,
  rhythm: MeetingRhythm,
): StepCriterion {
  const answer = (
    found: number,
    missing: string[] = [],
    met = found > 0 && missing.length === 0,
  ): StepCriterion => ({ kind, found, missing, met });
  switch (kind) {
    case "NEED_LINKED":
      return answer(facts.needs);
    case "FIRST_MEETING_HELD":
      return answer(facts.first_meetings);
    case "GOAL_SET":
      return answer(facts.goals);
    case "CONTACTS_NAMED":
      return answer(facts.asked, facts.without_contact);
    case "INVENTORY_MADE":
      return answer(facts.asked, facts.without_offer);
    case "ANALYSIS_WRITTEN":
      return answer(facts.analyses);
    case "MEMBERS_CHOSEN":
      return answer(facts.members, facts.undecided);
    case "ROLES_DESCRIBED":
      return answer(facts.members, facts.without_role);
    case "ACTION_OWNED":
      return answer(facts.owned_actions, facts.unowned_actions);
    case "AGREEMENT_IN_FORCE":
      return answer(facts.agreements);
    case "CADENCE_SET":
      return answer(facts.cadence_days === null ? 0 : 1);
    case "NEXT_MEETING_PLANNED":
      return answer(
        facts.next_planned === null ? 0 : 1,
        [],
        facts.next_planned !== null && rhythm.state !== "LATE",
      );
  }
}
