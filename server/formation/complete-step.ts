// A network goes on to its next step, where the data answers all that the step asks; or goes back to one, with a reason.
import { randomUUID } from "node:crypto";

import {
  createUnionType,
  Field,
  ID,
  InputType,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import {
  findNetworkToLead,
  Network,
  noPersonsNumber,
  PartnershipStep,
  recordOfNetwork,
} from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { StepCriterion } from "./criterion.js";
import { comesBefore, criteriaOfStep, nextStep } from "./formation.js";
import { factsOf } from "./formation.reads.js";
import { rhythmOf } from "./rhythm.js";
import type { StepChange } from "./step-taken.js";
import { StepTaken } from "./step-taken.js";

@InputType({ description: "Which step is done." })
export class CompleteStepInput {
  @Field(() => ID, { description: "Of which network." })
  networkId!: string;

  @Field(() => PartnershipStep, {
    description: "The one under way; the sixth never ends.",
  })
  step!: PartnershipStep;
}

@InputType({ description: "Which step the network goes back to, and why." })
export class ReopenStepInput {
  @Field(() => ID, { description: "Of which network." })
  networkId!: string;

  @Field(() => PartnershipStep, { description: "One that is done." })
  step!: PartnershipStep;

  @Field(() => String, { description: "Why, 5 to 300 characters." })
  reason!: string;
}

@ObjectType({
  implements: Problem,
  description: "The step asks for more than the data answers.",
})
export class StepIncomplete extends Problem {
  @Field(() => [StepCriterion], { description: "What is not answered yet." })
  criteria: StepCriterion[];

  constructor(message: string, criteria: StepCriterion[]) {
    super(message);
    this.criteria = criteria;
  }
}

export const CompleteStepPayload = createUnionType({
  name: "CompleteStepPayload",
  description: "Outcome of completing a step.",
  types: () => [Network, StepIncomplete, InvalidInput] as const,
});

export const ReopenStepPayload = createUnionType({
  name: "ReopenStepPayload",
  description: "Outcome of going back to a step.",
  types: () => [Network, InvalidInput] as const,
});

export async function completeStep(
  work: Work,
  { networkId, step }: CompleteStepInput,
): Promise<typeof CompleteStepPayload> {
  const network = await findNetworkToLead(work, networkId);
  if (network instanceof InvalidInput) return network;
  const next = nextStep(step);
  if (step !== network.step || !next)
    return unknownNoun(work.say, "step", {
      pl: "Ten krok nie jest teraz w toku. Kroków nie można pominąć, a szósty trwa stale.",
      en: "This step is not under way. Steps cannot be skipped, and the sixth goes on for good.",
    });
  const [facts] = await factsOf(
    (sql, parameters) => work.rows(sql, parameters),
    work.centreId,
    [network.id],
    work.now,
    localDate(work.now),
  );
  if (!facts) throw new Error("a network that is led is not to be read");
  const rhythm = rhythmOf(facts, localDate(work.now), network);
  const open = criteriaOfStep(step, facts, rhythm).filter(({ met }) => !met);
  if (open.length > 0)
    return new StepIncomplete(
      work.say({
        pl: "Czegoś jeszcze brakuje. Zobacz, co i gdzie to zrobić.",
        en: "Something is still missing. See what, and where to do it.",
      }),
      open,
    );
  await take(work, network, step, "COMPLETED", null);
  return move(work, network, next, "NetworkStepCompleted");
}

export async function reopenStep(
  work: Work,
  { networkId, step, reason: given }: ReopenStepInput,
): Promise<typeof ReopenStepPayload> {
  const network = await findNetworkToLead(work, networkId);
  if (network instanceof InvalidInput) return network;
  const reason = given.trim();
  const problem = new InputCheck(work.say)
    .that(comesBefore(step, network.step), "step", {
      pl: "Wrócić można tylko do kroku, który jest za wami.",
      en: "You can only go back to a step that is behind you.",
    })
    .that(reason.length >= 5 && reason.length <= 300, "reason", {
      pl: "Napisz, dlaczego wracacie: od 5 do 300 znaków.",
      en: "Write why you go back: from 5 to 300 characters.",
    })
    .that(!holdsPersonsNumber(reason), "reason", noPersonsNumber).problem;
  if (problem) return problem;
  await take(work, network, step, "REOPENED", reason);
  return move(work, network, step, "NetworkStepReopened");
}

/** The move that follows rests on this line, and on no older one. */
async function take(
  work: Work,
  { centreId, id: networkId, version }: Network,
  step: PartnershipStep,
  change: StepChange,
  reason: string | null,
): Promise<void> {
  await work.manager.getRepository(StepTaken).insert({
    centreId,
    id: randomUUID(),
    networkId,
    step,
    change,
    reason,
    networkVersion: version + 1,
    at: work.now,
  });
}

/** Who has come to the sixth step is at work; going back stops nobody. */
async function move(
  work: Work,
  network: Network,
  step: PartnershipStep,
  type: "NetworkStepCompleted" | "NetworkStepReopened",
): Promise<Network> {
  const { centreId, id } = network;
  const changed = {
    step,
    status: step === "WORKING_MEETINGS" ? ("ACTIVE" as const) : network.status,
    version: network.version + 1,
  };
  Object.assign(network, changed);
  await work.manager.getRepository(Network).update({ centreId, id }, changed);
  recordOfNetwork(work, type, id, { step });
  return network;
}
