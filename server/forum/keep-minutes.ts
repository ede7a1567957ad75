// The minutes of a meeting that was held are written, and approved; approved ones are not rewritten (domain 2.6).
import { Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { noPersonsNumber } from "../partnership/index.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { InputCheck, unknownNoun } from "../platform/graphql/problem.js";
import type { ChangedMeetingPayload } from "./hold-meeting.js";
import { findMeeting, saveMeeting } from "./hold-meeting.js";
import { Meeting } from "./meeting.js";

@InputType({ description: "What was said and settled at a meeting." })
export class WriteMinutesInput {
  @Field(() => ID, {
    description: "A meeting that is HELD, whose minutes are not approved.",
  })
  meetingId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => String, {
    description: "In paragraphs, 10 to 10,000 characters, nothing of anybody.",
  })
  text!: string;
}

@InputType({ description: "Whose minutes stand for good." })
export class ApproveMinutesInput {
  @Field(() => ID, { description: "A meeting with minutes to be approved." })
  meetingId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

export async function writeMinutes(
  work: Work,
  input: WriteMinutesInput,
): Promise<typeof ChangedMeetingPayload> {
  const meeting = await findMeeting(work, input, "HELD");
  if (!(meeting instanceof Meeting)) return meeting;
  if (meeting.minutesApprovedAt) return approved(work);
  const minutes = input.text.trim();
  const { problem } = new InputCheck(work.say)
    .that(minutes.length >= 10 && minutes.length <= 10_000, "text", {
      pl: "Protokół ma mieć od 10 do 10 000 znaków.",
      en: "Minutes have from 10 to 10,000 characters.",
    })
    .that(!holdsPersonsNumber(minutes), "text", noPersonsNumber);
  if (problem) return problem;
  await saveMeeting(work, meeting, { minutes });
  recordMinutes(work, "MinutesWritten", meeting);
  return meeting;
}

export async function approveMinutes(
  work: Work,
  input: ApproveMinutesInput,
): Promise<typeof ChangedMeetingPayload> {
  const meeting = await findMeeting(work, input, "HELD");
  if (!(meeting instanceof Meeting)) return meeting;
  if (meeting.minutesApprovedAt) return approved(work);
  if (meeting.minutes === null)
    return unknownNoun(work.say, "meetingId", {
      pl: "To spotkanie nie ma jeszcze protokołu.",
      en: "This meeting has no minutes yet.",
    });
  await saveMeeting(work, meeting, { minutesApprovedAt: work.now });
  recordMinutes(work, "MinutesApproved", meeting);
  return meeting;
}

function approved(work: Work): InvalidInput {
  return unknownNoun(work.say, "meetingId", {
    pl: "Ten protokół jest zatwierdzony. Sprostowanie wpisz do następnego.",
    en: "These minutes are approved. Write a correction into the next ones.",
  });
}

function recordMinutes(
  work: Work,
  type: "MinutesWritten" | "MinutesApproved",
  { id, version }: Meeting,
): void {
  work.record({ type, topic: "NETWORK", subjectId: id, facts: { version } });
}
