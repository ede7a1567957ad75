// How a network keeps to the meetings that were agreed: when the last one was, when the next is due, and when it is.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import type { Network } from "../partnership/index.js";
import { addDays, localDate } from "../platform/calendar.js";
import { Day } from "../platform/graphql/scalars.js";
import type { NetworkFacts } from "./criterion.js";

export const RhythmState = {
  NOT_AGREED: "NOT_AGREED",
  NOT_MET: "NOT_MET",
  ON_TIME: "ON_TIME",
  TO_PLAN: "TO_PLAN",
  LATE: "LATE",
  OVERDUE: "OVERDUE",
  RESTS: "RESTS",
} as const;
export type RhythmState = keyof typeof RhythmState;

registerEnumType(RhythmState, {
  name: "RhythmState",
  description: "How a network keeps to the meetings that were agreed.",
  valuesConfig: {
    NOT_AGREED: { description: "It is not agreed how often they meet." },
    NOT_MET: { description: "They have not met yet." },
    ON_TIME: { description: "The next one is planned in time." },
    TO_PLAN: { description: "The next one is due, and has no date yet." },
    LATE: { description: "The next one is planned later than agreed." },
    OVERDUE: { description: "It should have been, and none is planned." },
    RESTS: { description: "The network rests or is closed: none is due." },
  },
});

@ObjectType({
  description: "The meetings of a network, as agreed and as held.",
})
export class MeetingRhythm {
  @Field(() => RhythmState, { description: "How it is kept." })
  state!: RhythmState;

  @Field(() => Int, {
    nullable: true,
    description: "Days from one to the next, at most; null: not agreed.",
  })
  cadenceDays!: number | null;

  @Field(() => Day, { nullable: true, description: "The last one held." })
  lastOn!: string | null;

  @Field(() => Day, {
    nullable: true,
    description: "The next one is on that day at the latest.",
  })
  dueOn!: string | null;

  @Field(() => Day, { nullable: true, description: "The next one planned." })
  nextOn!: string | null;
}

type Met = Pick<NetworkFacts, "cadence_days" | "last_held" | "next_planned">;

export function rhythmOf(
  facts: Met,
  today: string,
  network: Pick<Network, "isOpen">,
): MeetingRhythm {
  const cadenceDays = facts.cadence_days;
  const lastOn = facts.last_held && localDate(facts.last_held);
  const nextOn = facts.next_planned && localDate(facts.next_planned);
  const dueOn =
    network.isOpen && lastOn && cadenceDays !== null
      ? addDays(lastOn, cadenceDays)
      : null;
  const state = network.isOpen
    ? stateOf({ cadenceDays, dueOn, nextOn }, today)
    : "RESTS";
  return { state, cadenceDays, lastOn, dueOn, nextOn };
}

function stateOf(
  {
    cadenceDays,
    dueOn,
    nextOn,
  }: Pick<MeetingRhythm, "cadenceDays" | "dueOn" | "nextOn">,
  today: string,
): RhythmState {
  if (cadenceDays === null) return "NOT_AGREED";
  if (dueOn === null) return "NOT_MET";
  if (nextOn !== null) return nextOn <= dueOn ? "ON_TIME" : "LATE";
  return dueOn < today ? "OVERDUE" : "TO_PLAN";
}
