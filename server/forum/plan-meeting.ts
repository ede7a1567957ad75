// A meeting is announced: when, where, about what.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { noPersonsNumber, whyNotInNetwork } from "../partnership/index.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { meetingPolicy } from "./forum.policy.js";
import { Meeting, MeetingKind } from "./meeting.js";

@InputType({ description: "A meeting of a network." })
export class PlanMeetingInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Which network." })
  networkId!: string;

  @Field(() => MeetingKind, { description: "Kind of the meeting." })
  kind!: MeetingKind;

  @Field(() => String, { description: "What about, 3 to 160 characters." })
  title!: string;

  @Field(() => [String], {
    defaultValue: [],
    description: "At most 20 points, each of up to 200 characters.",
  })
  agenda!: string[];

  @Field(() => Date, {
    description: "Begins; one that has been can be put on record.",
  })
  startsAt!: Date;

  @Field(() => Date, { description: "Ends, at most 24 hours later." })
  endsAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: "Where, at most 200 characters.",
  })
  place?: string | null;
}

export const PlanMeetingPayload = createUnionType({
  name: "PlanMeetingPayload",
  description: "Outcome of announcing a meeting.",
  types: () => [Meeting, RequestKeyReused, InvalidInput] as const,
});

export async function planMeeting(
  work: Work,
  input: PlanMeetingInput,
): Promise<typeof PlanMeetingPayload> {
  signedIn(work);
  const { centreId } = work;
  authorize(work, meetingPolicy.keep, { centreId });
  const agenda = input.agenda.map((point) => point.trim()).filter(Boolean);
  const problem = faults(work, input, agenda);
  if (problem) return problem;
  const networkId = fromGlobalId("Network", input.networkId);
  const resting = await whyNotInNetwork(work, networkId);
  if (resting) return resting;
  const meetings = work.manager.getRepository(Meeting);
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "planMeeting",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return meetings.findOneByOrFail({ centreId, id: taken.repeats });
  const meeting = Object.assign(new Meeting(), {
    centreId,
    id,
    networkId,
    kind: input.kind,
    title: input.title.trim(),
    agenda,
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    place: input.place?.trim() || null,
    status: "PLANNED",
    cancelReason: null,
    minutes: null,
    minutesApprovedAt: null,
    version: 1,
    createdAt: work.now,
  } satisfies Partial<Meeting>);
  await meetings.insert(meeting);
  work.record({
    type: "MeetingPlanned",
    topic: "NETWORK",
    subjectId: id,
    facts: { kind: meeting.kind },
  });
  return meeting;
}

const DAY = 86_400_000;

function faults(
  work: Work,
  { requestKey, title, startsAt, endsAt, place }: PlanMeetingInput,
  agenda: readonly string[],
): InvalidInput | null {
  const length = title.trim().length;
  const lasts = endsAt.getTime() - startsAt.getTime();
  const away = Math.abs(startsAt.getTime() - work.now.getTime());
  return new InputCheck(work.say)
    .key(requestKey)
    .that(length >= 3 && length <= 160, "title", {
      pl: "Temat: od 3 do 160 znaków.",
      en: "A topic has from 3 to 160 characters.",
    })
    .that(!holdsPersonsNumber(title), "title", noPersonsNumber)
    .that(!holdsPersonsNumber(place ?? ""), "place", noPersonsNumber)
    .that(
      agenda.length <= 20 && agenda.every((point) => point.length <= 200),
      "agenda",
      {
        pl: "Najwyżej 20 punktów, każdy do 200 znaków.",
        en: "At most 20 points, each of up to 200 characters.",
      },
    )
    .that(!agenda.some(holdsPersonsNumber), "agenda", noPersonsNumber)
    .that(away <= 3 * 365 * DAY, "startsAt", {
      pl: "Data jest zbyt odległa.",
      en: "The date is too far away.",
    })
    .that(lasts > 0 && lasts <= DAY, "endsAt", {
      pl: "Koniec ma być po początku, najwyżej 24 godziny później.",
      en: "The end comes after the beginning, at most 24 hours later.",
    })
    .that((place?.trim().length ?? 0) <= 200, "place", {
      pl: "Miejsce: najwyżej 200 znaków.",
      en: "A place has at most 200 characters.",
    }).problem;
}
