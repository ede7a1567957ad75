// Who does what is said anew, or the action is over and leaves the matrix.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";
import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { movedWords, recordOfNetwork } from "./found-network.js";
import {
  GivenPart,
  JointActionMoved,
  partsProblem,
  responsibleOf,
  writeParts,
} from "./given-parts.js";
import { JointAction } from "./joint-action.js";
import { networkPolicy } from "./partnership.policy.js";

@InputType({ description: "What is done, and by whom, from now on." })
export class ChangeJointActionInput {
  @Field(() => ID, { description: "Which action." })
  jointActionId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => String, { description: "What is done, 3 to 160 characters." })
  title!: string;

  @Field(() => [GivenPart], {
    description: "All parts; at most one is RESPONSIBLE.",
  })
  parts!: GivenPart[];
}

@InputType({ description: "Which action is over." })
export class EndJointActionInput {
  @Field(() => ID, { description: "Which action." })
  jointActionId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

export const ChangedJointActionPayload = createUnionType({
  name: "ChangedJointActionPayload",
  description: "Outcome of changing a joint action.",
  types: () => [JointAction, JointActionMoved, InvalidInput] as const,
});

export async function changeJointAction(
  work: Work,
  input: ChangeJointActionInput,
): Promise<typeof ChangedJointActionPayload> {
  const action = await findAction(work, input);
  if (!(action instanceof JointAction)) return action;
  const problem = await partsProblem(work, action.networkId, input);
  if (problem) return problem;
  await saveAction(work, action, { title: input.title.trim() });
  await writeParts(work, action.id, input.parts);
  recordOfNetwork(work, "NetworkActionChanged", action.id, {
    partnerId: responsibleOf(input.parts),
    parts: input.parts.length,
  });
  return action;
}

export async function endJointAction(
  work: Work,
  input: EndJointActionInput,
): Promise<typeof ChangedJointActionPayload> {
  const action = await findAction(work, input);
  if (!(action instanceof JointAction)) return action;
  await saveAction(work, action, { endedOn: localDate(work.now) });
  recordOfNetwork(work, "NetworkActionEnded", action.id);
  return action;
}

async function findAction(
  work: Work,
  input: Pick<ChangeJointActionInput, "jointActionId" | "ifVersion">,
): Promise<typeof ChangedJointActionPayload> {
  signedIn(work);
  const action = await work.manager.getRepository(JointAction).findOne({
    where: {
      centreId: work.centreId,
      id: fromGlobalId("JointAction", input.jointActionId),
      endedOn: IsNull(),
    },
    lock: { mode: "pessimistic_write" },
  });
  if (!action)
    return unknownNoun(work.say, "jointActionId", {
      pl: "Nie ma takiego działania.",
      en: "There is no such action.",
    });
  authorize(work, networkPolicy.lead, action);
  return action.version === input.ifVersion
    ? action
    : new JointActionMoved(work.say(movedWords), action);
}

async function saveAction(
  work: Work,
  action: JointAction,
  changes: Partial<Pick<JointAction, "title" | "endedOn">>,
): Promise<void> {
  const { centreId, id } = action;
  const changed = { ...changes, version: action.version + 1 };
  Object.assign(action, changed);
  await work.manager
    .getRepository(JointAction)
    .update({ centreId, id }, changed);
}
