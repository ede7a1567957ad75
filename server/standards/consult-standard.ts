// A standard is put before partners and the representative of residents, who say what they think of it while the time runs.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { noPersonsNumber } from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { QualityStandard } from "./quality-standard.js";
import { StandardComment } from "./standard-comment.js";
import {
  lockStandard,
  unknownStandard,
  writeStandard,
} from "./standard-problems.js";
import { standardPolicy } from "./standards.policy.js";
import { findStandard } from "./standards.reads.js";
import type { StandardPayload } from "./write-standard.js";

@InputType({ description: "Until when a standard is consulted." })
export class ConsultStandardInput {
  @Field(() => ID, { description: "Which draft." })
  standardId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;

  @Field(() => Day, { description: "Last day for remarks, from today on." })
  consultedTo!: string;
}

@InputType({ description: "A remark on a standard." })
export class CommentStandardInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "A standard that is consulted now." })
  standardId!: string;

  @Field(() => String, { description: "From 3 to 2,000 characters." })
  text!: string;
}

export const CommentStandardPayload = createUnionType({
  name: "CommentStandardPayload",
  description: "Outcome of a remark on a standard.",
  types: () => [StandardComment, RequestKeyReused, InvalidInput] as const,
});

export async function consultStandard(
  work: Work,
  { standardId, ifVersion, consultedTo }: ConsultStandardInput,
): Promise<typeof StandardPayload> {
  const standard = await lockStandard(
    work,
    standardId,
    ifVersion,
    standardPolicy.write,
  );
  if (!(standard instanceof QualityStandard)) return standard;
  const today = localDate(work.now);
  const problem = new InputCheck(work.say)
    .that(standard.recordedStatus === "DRAFT", "consultedTo", {
      pl: "Konsultuje się projekt. Ten standard nie jest już projektem.",
      en: "A draft is consulted. This standard is no draft any more.",
    })
    .that(consultedTo >= today, "consultedTo", {
      pl: "Ostatni dzień konsultacji nie może być z przeszłości.",
      en: "The last day of the consultation cannot be in the past.",
    }).problem;
  if (problem) return problem;
  standard.recordedStatus = "CONSULTED";
  standard.consultedFrom = today;
  standard.consultedTo = consultedTo;
  standard.version += 1;
  return writeStandard(work, standard, "StandardConsulted");
}

export async function commentStandard(
  work: Work,
  input: CommentStandardInput,
): Promise<typeof CommentStandardPayload> {
  const { centreId, manager, now } = work;
  const member = signedIn(work);
  const standard = await findStandard(
    work,
    fromGlobalId("QualityStandard", input.standardId),
  );
  if (!standard) return unknownStandard(work);
  authorize(work, standardPolicy.comment, { centreId });
  const text = input.text.trim();
  const problem = new InputCheck(work.say)
    .key(input.requestKey)
    .that(text.length >= 3 && text.length <= 2000, "text", {
      pl: "Uwaga ma mieć od 3 do 2000 znaków.",
      en: "A remark has from 3 to 2,000 characters.",
    })
    .that(!holdsPersonsNumber(text), "text", noPersonsNumber).problem;
  if (problem) return problem;
  const comments = manager.getRepository(StandardComment);
  const comment = Object.assign(new StandardComment(), {
    centreId,
    id: randomUUID(),
    standardId: standard.id,
    partnerId: member.partnerId,
    ofResidents: member.roles.has("RESIDENT_REP"),
    text,
    at: now,
  } satisfies Partial<StandardComment>);
  const taken = await takeRequestKey(
    work,
    "commentStandard",
    input.requestKey,
    input,
    comment.id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return comments.findOneByOrFail({ centreId, id: taken.repeats });
  if (!standard.takesCommentsOn(localDate(now)))
    return unknownNoun(work.say, "text", {
      pl: "Konsultacje tego standardu nie trwają.",
      en: "This standard is not being consulted.",
    });
  await comments.insert(comment);
  work.record({
    type: "StandardCommented",
    topic: "NETWORK",
    subjectId: standard.id,
    partnerId: member.partnerId,
    facts: { ofResidents: comment.ofResidents },
  });
  return comment;
}
