// A meeting took place, and who of the network was there; or it is called off with a reason.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";
import { IsNull, LessThan } from "typeorm";

import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { NetworkMembership, noPersonsNumber } from "../partnership/index.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { meetingPolicy } from "./forum.policy.js";
import type { MeetingStatus } from "./meeting.js";
import { Meeting, MeetingAttendance } from "./meeting.js";

@InputType({ description: "Which meeting took place, and who was there." })
export class HoldMeetingInput {
  @Field(() => ID, { description: "A meeting that is PLANNED and has begun." })
  meetingId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => [ID], {
    description: "Organisations of the network that were there, one at least.",
  })
  presentPartnerIds!: string[];
}

@InputType({ description: "Which meeting is called off, and why." })
export class CancelMeetingInput {
  @Field(() => ID, { description: "A meeting that is PLANNED." })
  meetingId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => String, { description: "Why, 3 to 200 characters." })
  reason!: string;
}

@ObjectType({
  implements: Problem,
  description: "The meeting was changed since the version that was seen.",
})
export class MeetingMoved extends Problem {
  @Field(() => Meeting, { description: "As it is now." })
  meeting: Meeting;

  constructor(message: string, meeting: Meeting) {
    super(message);
    this.meeting = meeting;
  }
}

export const ChangedMeetingPayload = createUnionType({
  name: "ChangedMeetingPayload",
  description: "Outcome of changing a meeting.",
  types: () => [Meeting, MeetingMoved, InvalidInput] as const,
});

export async function holdMeeting(
  work: Work,
  input: HoldMeetingInput,
): Promise<typeof ChangedMeetingPayload> {
  const meeting = await findMeeting(work, input, "PLANNED");
  if (!(meeting instanceof Meeting)) return meeting;
  const { centreId, id: meetingId, networkId } = meeting;
  const invited = await work.manager
    .getRepository(NetworkMembership)
    .findBy({ centreId, networkId, leftOn: IsNull() });
  const present = new Set(
    input.presentPartnerIds.map((one) => fromGlobalId("Partner", one)),
  );
  const strangers = [...present].some((id) =>
    invited.every(({ partnerId }) => partnerId !== id),
  );
  const problem = new InputCheck(work.say)
    .that(meeting.startsAt <= work.now, "meetingId", {
      pl: "To spotkanie jeszcze się nie zaczęło.",
      en: "This meeting has not begun yet.",
    })
    .that(!strangers, "presentPartnerIds", {
      pl: "Zaznacz tylko organizacje z tej sieci.",
      en: "Choose organisations of this network only.",
    })
    .that(present.size > 0, "presentPartnerIds", {
      pl: "Zaznacz, kto był.",
      en: "Choose who was there.",
    }).problem;
  if (problem) return problem;
  await saveMeeting(work, meeting, { status: "HELD" });
  await work.manager.getRepository(MeetingAttendance).insert(
    invited.map(({ partnerId }) => ({
      centreId,
      meetingId,
      partnerId,
      present: present.has(partnerId),
    })),
  );
  work.record({
    type: "MeetingHeld",
    topic: "NETWORK",
    subjectId: meetingId,
    facts: { present: present.size, invited: invited.length },
  });
  return meeting;
}

export async function cancelMeeting(
  work: Work,
  input: CancelMeetingInput,
): Promise<typeof ChangedMeetingPayload> {
  const meeting = await findMeeting(work, input, "PLANNED");
  if (!(meeting instanceof Meeting)) return meeting;
  const cancelReason = input.reason.trim();
  const problem = new InputCheck(work.say)
    .that(cancelReason.length >= 3 && cancelReason.length <= 200, "reason", {
      pl: "Podaj powód: od 3 do 200 znaków.",
      en: "Say why: from 3 to 200 characters.",
    })
    .that(!holdsPersonsNumber(cancelReason), "reason", noPersonsNumber).problem;
  if (problem) return problem;
  await saveMeeting(work, meeting, { status: "CANCELLED", cancelReason });
  work.record({
    type: "MeetingCancelled",
    topic: "NETWORK",
    subjectId: meeting.id,
    facts: {},
  });
  return meeting;
}

/** As it was seen, in this state; hers to keep. */
export async function findMeeting(
  work: Work,
  input: Pick<HoldMeetingInput, "meetingId" | "ifVersion">,
  status: MeetingStatus,
): Promise<typeof ChangedMeetingPayload> {
  signedIn(work);
  const meeting = await work.manager.getRepository(Meeting).findOne({
    where: {
      centreId: work.centreId,
      id: fromGlobalId("Meeting", input.meetingId),
    },
    lock: { mode: "pessimistic_write" },
  });
  if (!meeting)
    return unknownNoun(work.say, "meetingId", {
      pl: "Nie ma takiego spotkania.",
      en: "There is no such meeting.",
    });
  authorize(work, meetingPolicy.keep, meeting);
  return meeting.version === input.ifVersion && meeting.status === status
    ? meeting
    : new MeetingMoved(
        work.say({
          pl: "Ktoś zmienił to spotkanie przed chwilą. Sprawdź, co jest teraz.",
          en: "Somebody changed this meeting a moment ago. See what stands now.",
        }),
        meeting,
      );
}

export async function saveMeeting(
  work: Work,
  meeting: Meeting,
  changes: Partial<
    Pick<Meeting, "status" | "cancelReason" | "minutes" | "minutesApprovedAt">
  >,
): Promise<void> {
  const { centreId, id } = meeting;
  const changed = { ...changes, version: meeting.version + 1 };
  Object.assign(meeting, changed);
  await work.manager
    .getRepository(Meeting)
    .update({ centreId, id, version: LessThan(changed.version) }, changed);
}
