// Where what a step asks can be done.
import type { StepCriterionKind } from "../graphql/generated/graphql.js";

const places: Record<StepCriterionKind, string> = {
  NEED_LINKED: "kroki#potrzeby",
  FIRST_MEETING_HELD: "kroki#spotkania",
  GOAL_SET: "kto-co-robi",
  CONTACTS_NAMED: "/partnerzy",
  INVENTORY_MADE: "/partnerzy",
  ANALYSIS_WRITTEN: "kroki#analiza",
  MEMBERS_CHOSEN: "kto-co-robi",
  ROLES_DESCRIBED: "kto-co-robi",
  ACTION_OWNED: "kto-co-robi",
  AGREEMENT_IN_FORCE: "/umowy",
  CADENCE_SET: "kto-co-robi",
  NEXT_MEETING_PLANNED: "kroki#spotkania",
};

export function wherePath(kind: StepCriterionKind, slug: string): string {
  const place = places[kind];
  return place.startsWith("/") ? place : `/siec/${slug}/${place}`;
}
