// Members of a network agree to do something together: what, who answers for it, who helps, who is told.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";
import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { findNetworkToLead, recordOfNetwork } from "./found-network.js";
import {
  GivenPart,
  partsProblem,
  responsibleOf,
  writeParts,
} from "./given-parts.js";
import { JointAction, MOST_ACTIONS } from "./joint-action.js";

@InputType({ description: "A joint action of a network." })
export class PlanJointActionInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Which network." })
  networkId!: string;

  @Field(() => String, { description: "What is done, 3 to 160 characters." })
  title!: string;

  @Field(() => [GivenPart], {
    description: "Who has which part; at most one is RESPONSIBLE.",
  })
  parts!: GivenPart[];
}

export const PlanJointActionPayload = createUnionType({
  name: "PlanJointActionPayload",
  description: "Outcome of planning a joint action.",
  types: () => [JointAction, RequestKeyReused, InvalidInput] as const,
});

export async function planJointAction(
  work: Work,
  input: PlanJointActionInput,
): Promise<typeof PlanJointActionPayload> {
  const network = await findNetworkToLead(work, input.networkId);
  if (network instanceof InvalidInput) return network;
  const { centreId, id: networkId } = network;
  const problem =
    new InputCheck(work.say).key(input.requestKey).problem ??
    (await partsProblem(work, networkId, input));
  if (problem) return problem;
  const actions = work.manager.getRepository(JointAction);
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "planJointAction",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return actions.findOneByOrFail({ centreId, id: taken.repeats });
  const running = await actions.countBy({
    centreId,
    networkId,
    endedOn: IsNull(),
  });
  if (running >= MOST_ACTIONS)
    return unknownNoun(work.say, "title", {
      pl: `Ta sieć ma już ${String(MOST_ACTIONS)} działań. Zakończ któreś.`,
      en: `This network has ${String(MOST_ACTIONS)} actions already. End one.`,
    });
  const action = Object.assign(new JointAction(), {
    centreId,
    id,
    networkId,
    title: input.title.trim(),
    endedOn: null,
    untilClosing: false,
    version: 1,
    createdAt: work.now,
  } satisfies Partial<JointAction>);
  await actions.insert(action);
  await writeParts(work, id, input.parts);
  recordOfNetwork(work, "NetworkActionPlanned", id, {
    partnerId: responsibleOf(input.parts),
    parts: input.parts.length,
  });
  return action;
}
