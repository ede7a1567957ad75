// An organisation, or the representative of residents, says something of a need: how it is felt, whom it also concerns.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { noPersonsNumber } from "../partnership/index.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { noFewPersons, tellsFewPersons } from "./few-persons.js";
import { Need } from "./need.js";
import { NeedComment } from "./need-comment.js";
import { needPolicy } from "./needs.policy.js";

@InputType({ description: "A remark on a need." })
export class CommentNeedInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Which need." })
  needId!: string;

  @Field(() => String, {
    description: "From 3 to 2,000 characters, nothing of anybody.",
  })
  text!: string;
}

export const CommentNeedPayload = createUnionType({
  name: "CommentNeedPayload",
  description: "Outcome of a remark on a need.",
  types: () => [NeedComment, RequestKeyReused, InvalidInput] as const,
});

export async function commentNeed(
  work: Work,
  input: CommentNeedInput,
): Promise<typeof CommentNeedPayload> {
  const { centreId, manager, now } = work;
  const member = signedIn(work);
  const need = await manager
    .getRepository(Need)
    .findOneBy({ centreId, id: fromGlobalId("Need", input.needId) });
  if (!need)
    return unknownNoun(work.say, "needId", {
      pl: "Nie ma takiej potrzeby.",
      en: "There is no such need.",
    });
  authorize(work, needPolicy.comment, need);
  const text = input.text.trim();
  const { problem } = new InputCheck(work.say)
    .key(input.requestKey)
    .that(text.length >= 3 && text.length <= 2000, "text", {
      pl: "Uwaga ma mieć od 3 do 2000 znaków.",
      en: "A remark has from 3 to 2,000 characters.",
    })
    .that(!holdsPersonsNumber(text), "text", noPersonsNumber)
    .that(!tellsFewPersons(text), "text", noFewPersons);
  if (problem) return problem;
  const comments = manager.getRepository(NeedComment);
  const comment = Object.assign(new NeedComment(), {
    centreId,
    id: randomUUID(),
    needId: need.id,
    partnerId: member.partnerId,
    ofResidents: member.roles.has("RESIDENT_REP"),
    text,
    at: now,
  } satisfies Partial<NeedComment>);
  const taken = await takeRequestKey(
    work,
    "commentNeed",
    input.requestKey,
    input,
    comment.id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return comments.findOneByOrFail({ centreId, id: taken.repeats });
  await comments.insert(comment);
  work.record({
    type: "NeedCommented",
    topic: "NETWORK",
    subjectId: need.id,
    partnerId: member.partnerId,
    facts: { ofResidents: comment.ofResidents },
  });
  return comment;
}
