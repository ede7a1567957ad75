// A need is put into the register, linked to the network that wants to answer it.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { ServiceArea, TargetGroup } from "../offer/index.js";
import { noPersonsNumber, whyNotInNetwork } from "../partnership/index.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { noFewPersons, tellsFewPersons } from "./few-persons.js";
import { findPlace } from "./name-place.js";
import { Need } from "./need.js";
import { GapKind, NeedEvidence } from "./need-kind.js";
import { needPolicy } from "./needs.policy.js";

@InputType({ description: "A need of people of the place." })
export class RecordNeedInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The network that wants to answer it.",
  })
  networkId?: string | null;

  @Field(() => String, {
    description: "What is lacking, 5 to 200 characters, nothing of anybody.",
  })
  title!: string;

  @Field(() => ServiceArea, { description: "In which area of the Act." })
  area!: ServiceArea;

  @Field(() => GapKind, { description: "What kind of gap." })
  gapKind!: GapKind;

  @Field(() => TargetGroup, {
    defaultValue: "GENERAL",
    description: "Who lacks it.",
  })
  targetGroup!: TargetGroup;

  @Field(() => ID, {
    nullable: true,
    description: "Where; left out: the whole area of the centre.",
  })
  placeId?: string | null;

  @Field(() => NeedEvidence, { description: "How it is known." })
  evidence!: NeedEvidence;

  @Field(() => Int, {
    nullable: true,
    description: "How many people it concerns, 1 to 100,000.",
  })
  personsEstimated?: number | null;
}

export const RecordNeedPayload = createUnionType({
  name: "RecordNeedPayload",
  description: "Outcome of recording a need.",
  types: () => [Need, RequestKeyReused, InvalidInput] as const,
});

export async function recordNeed(
  work: Work,
  input: RecordNeedInput,
): Promise<typeof RecordNeedPayload> {
  signedIn(work);
  const { centreId } = work;
  authorize(work, needPolicy.record, { centreId });
  const problem = faults(work, input);
  if (problem) return problem;
  const networkId = input.networkId
    ? fromGlobalId("Network", input.networkId)
    : null;
  const resting = networkId && (await whyNotInNetwork(work, networkId));
  if (resting) return resting;
  const place = await findPlace(work, input.placeId);
  if (place instanceof InvalidInput) return place;
  const needs = work.manager.getRepository(Need);
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "recordNeed",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return needs.findOneByOrFail({ centreId, id: taken.repeats });
  const need = Object.assign(new Need(), {
    centreId,
    id,
    networkId,
    title: input.title.trim(),
    area: input.area,
    gapKind: input.gapKind,
    targetGroup: input.targetGroup,
    placeId: place?.id ?? null,
    evidence: input.evidence,
    status: "REPORTED",
    personsEstimated: input.personsEstimated ?? null,
    plannedAnswer: null,
    answerNote: null,
    counted: false,
    reportedAt: work.now,
    withdrawnAt: null,
    version: 1,
    createdAt: work.now,
  } satisfies Partial<Need>);
  await needs.insert(need);
  work.record({
    type: "NeedRecorded",
    topic: "NETWORK",
    subjectId: id,
    facts: { area: need.area, gapKind: need.gapKind },
  });
  return need;
}

function faults(
  work: Work,
  { requestKey, title, personsEstimated }: RecordNeedInput,
): InvalidInput | null {
  const length = title.trim().length;
  const persons = personsEstimated ?? 1;
  return new InputCheck(work.say)
    .key(requestKey)
    .that(length >= 5 && length <= 200, "title", {
      pl: "Opisz potrzebę: od 5 do 200 znaków.",
      en: "Describe the need: from 5 to 200 characters.",
    })
    .that(!holdsPersonsNumber(title), "title", noPersonsNumber)
    .that(!tellsFewPersons(title), "title", noFewPersons)
    .that(persons >= 1 && persons <= 100_000, "personsEstimated", {
      pl: "Liczba osób: od 1 do 100 000.",
      en: "People: from 1 to 100,000.",
    }).problem;
}
