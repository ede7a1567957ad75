// The organiser notes what stands in the way of an organisation, and how it is helped over it.
import { randomUUID } from "node:crypto";

import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { Partner } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InvalidInput,
  Problem,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import { movedWords } from "./found-network.js";
import {
  checkObstacle,
  ObstacleWordsInput,
  writtenOf,
} from "./obstacle-words.js";
import { ParticipationObstacle } from "./participation-obstacle.js";
import { obstaclePolicy } from "./partnership.policy.js";

@InputType({ description: "An obstacle that is new in the list." })
export class NoteObstacleInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "In whose way it stands." })
  partnerId!: string;

  @Field(() => ObstacleWordsInput, { description: "What is said of it." })
  words!: ObstacleWordsInput;
}

@InputType({ description: "What an obstacle is from now on." })
export class ChangeObstacleInput {
  @Field(() => ID, { description: "Which obstacle." })
  obstacleId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => ObstacleWordsInput, { description: "What is said of it." })
  words!: ObstacleWordsInput;
}

@ObjectType({
  implements: Problem,
  description: "The obstacle was changed since the version that was seen.",
})
export class ObstacleMoved extends Problem {
  @Field(() => ParticipationObstacle, { description: "As it is now." })
  obstacle: ParticipationObstacle;

  constructor(message: string, obstacle: ParticipationObstacle) {
    super(message);
    this.obstacle = obstacle;
  }
}

export const NoteObstaclePayload = createUnionType({
  name: "NoteObstaclePayload",
  description: "Outcome of noting an obstacle.",
  types: () => [ParticipationObstacle, RequestKeyReused, InvalidInput] as const,
});

export const ChangeObstaclePayload = createUnionType({
  name: "ChangeObstaclePayload",
  description: "Outcome of changing an obstacle.",
  types: () => [ParticipationObstacle, ObstacleMoved, InvalidInput] as const,
});

export async function noteObstacle(
  work: Work,
  input: NoteObstacleInput,
): Promise<typeof NoteObstaclePayload> {
  signedIn(work);
  const { centreId, now } = work;
  authorize(work, obstaclePolicy.keep, { centreId });
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "noteObstacle",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  const obstacles = work.manager.getRepository(ParticipationObstacle);
  if (taken.repeats)
    return obstacles.findOneByOrFail({ centreId, id: taken.repeats });
  const words = writtenOf(input.words);
  const partnerId = fromGlobalId("Partner", input.partnerId);
  const partner = await work.manager
    .getRepository(Partner)
    .findOneBy({ centreId, id: partnerId });
  if (!partner || partner.status === "FORMER")
    return unknownNoun(work.say, "partnerId", {
      pl: "Nie ma takiego partnera.",
      en: "There is no such partner.",
    });
  const { problem } = checkObstacle(work.say, words).key(input.requestKey);
  if (problem) return problem;
  const obstacle = Object.assign(new ParticipationObstacle(), {
    centreId,
    id,
    partnerId,
    ...words,
    notedOn: localDate(now),
    version: 1,
    createdAt: now,
  } satisfies Partial<ParticipationObstacle>);
  await obstacles.insert(obstacle);
  recordObstacle(work, "ObstacleNoted", obstacle);
  return obstacle;
}

export async function changeObstacle(
  work: Work,
  input: ChangeObstacleInput,
): Promise<typeof ChangeObstaclePayload> {
  signedIn(work);
  const { centreId } = work;
  const id = fromGlobalId("ParticipationObstacle", input.obstacleId);
  const obstacles = work.manager.getRepository(ParticipationObstacle);
  const seen = await obstacles.findOneBy({ centreId, id });
  if (!seen || !allows(obstaclePolicy.read, work.actor, seen))
    return unknownNoun(work.say, "obstacleId", {
      pl: "Nie ma takiej przeszkody.",
      en: "There is no such obstacle.",
    });
  authorize(work, obstaclePolicy.keep, seen);
  const obstacle = await obstacles.findOneOrFail({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (obstacle.version !== input.ifVersion)
    return new ObstacleMoved(work.say(movedWords), obstacle);
  const words = writtenOf(input.words);
  const { problem } = checkObstacle(work.say, words);
  if (problem) return problem;
  const changed = { ...words, version: obstacle.version + 1 };
  await obstacles.update({ centreId, id }, changed);
  Object.assign(obstacle, changed);
  recordObstacle(work, "ObstacleChanged", obstacle);
  return obstacle;
}

/** Everybody in the centre may read events of networks: this one does not tell in whose way it stands. */
function recordObstacle(
  work: Work,
  type: "ObstacleNoted" | "ObstacleChanged",
  { id, version }: ParticipationObstacle,
): void {
  work.record({ type, topic: "NETWORK", subjectId: id, facts: { version } });
}
