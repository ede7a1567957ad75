// The partner writes the list of a day, or what a period held; again: a correction, which keeps what was before.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../../events/index.js";
import { signedIn } from "../../identity/index.js";
import { addDays, localDate } from "../../platform/calendar.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
} from "../../platform/graphql/problem.js";
import { Day } from "../../platform/graphql/scalars.js";
import { changeReferral } from "../change-referral.js";
import { Referral } from "../referral.js";
import { ReferralMoved, referralMoved } from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import {
  absencesInRow,
  Attendance,
  AttendanceMoved,
  AttendanceState,
  isListOfDay,
  standingLines,
} from "./attendance.js";
import { unitOf } from "./unit-of.js";

@InputType({ description: "What is written of one person." })
export class AttendanceEntryInput {
  @Field(() => ID, { description: "The referral that she came by." })
  referralId!: string;

  @Field(() => AttendanceState, {
    nullable: true,
    description: "For a service counted in PLACES.",
  })
  state?: AttendanceState | null;

  @Field(() => Int, {
    nullable: true,
    description: "For all others: how much, in the unit of the service.",
  })
  quantity?: number | null;

  @Field(() => Int, {
    description:
      "Revision of the line that was seen; 0: there was none. AttendanceMoved where there is another.",
  })
  ifRevision!: number;
}

@InputType({ description: "The list of a day, or of a period." })
export class RecordAttendanceInput {
  @Field(() => Day, { description: "The day, or the first of the period." })
  from!: string;

  @Field(() => Day, {
    description:
      "The same day, or the last; the month that runs may be typed before it is over.",
  })
  to!: string;

  @Field(() => [AttendanceEntryInput], {
    description: "At most 60, each person at most once.",
  })
  entries!: AttendanceEntryInput[];
}

@ObjectType({ description: "The list is written." })
export class AttendanceRecorded {
  @Field(() => [Referral], { description: "Of whom a line stands now." })
  referrals!: Referral[];
}

export const RecordAttendancePayload = createUnionType({
  name: "RecordAttendancePayload",
  description: "Outcome of writing a list.",
  types: () =>
    [AttendanceRecorded, AttendanceMoved, ReferralMoved, InvalidInput] as const,
});

const MOST_ENTRIES = 60;
/** A month is typed before it is over. */
const FARTHEST_DAYS = 31;
const MOST_UNITS = 10_000;

/** What was begun, and also what ended: a list is often written a day later. */
const WRITTEN_OF = [
  "IN_PROGRESS",
  "SUSPENDED",
  "COMPLETED",
  "DISCONTINUED",
] as const;

export async function recordAttendance(
  work: Work,
  { from, to, entries }: RecordAttendanceInput,
): Promise<typeof RecordAttendancePayload> {
  const today = localDate(work.now);
  const ids = entries.map(({ referralId }) => referralId);
  const { problem } = new InputCheck(work.say)
    .that(
      from <= today && from <= to && to <= addDays(today, FARTHEST_DAYS),
      "to",
      {
        pl: "Podaj dzień do dziś albo okres, który się już zaczął.",
        en: "Give a day up to today, or a period that has begun.",
      },
    )
    .that(
      entries.length > 0 &&
        entries.length <= MOST_ENTRIES &&
        new Set(ids).size === ids.length,
      "entries",
      {
        pl: `Wpisz od 1 do ${String(MOST_ENTRIES)} osób, każdą raz.`,
        en: `From 1 to ${String(MOST_ENTRIES)} people, each once.`,
      },
    );
  if (problem) return problem;
  const referrals: Referral[] = [];
  const moved: string[] = [];
  // in one order, so that two lists at once do not wait for each other
  const places = entries.map((entry, place) => ({ entry, place }));
  for (const { entry, place } of places.toSorted((one, other) =>
    one.entry.referralId.localeCompare(other.entry.referralId),
  )) {
    const outcome = await recordOne(work, { from, to, entry, place });
    if (outcome === "moved") moved.push(entry.referralId);
    else if (outcome instanceof Problem) return outcome;
    else referrals[place] = outcome;
  }
  if (moved.length > 0)
    return new AttendanceMoved(
      work.say({
        pl: "W tym czasie ktoś zapisał coś innego. Zobacz listę jeszcze raz.",
        en: "Meanwhile somebody wrote something else. Look at the list again.",
      }),
      moved,
    );
  return Object.assign(new AttendanceRecorded(), { referrals });
}

interface One {
  from: string;
  to: string;
  entry: AttendanceEntryInput;
  place: number;
}

async function recordOne(
  work: Work,
  one: One,
): Promise<Referral | ReferralMoved | InvalidInput | "moved"> {
  const { from, to, entry } = one;
  const referralId = fromGlobalId("Referral", entry.referralId);
  const isMoved = { is: false };
  const outcome = await changeReferral(
    work,
    entry.referralId,
    {
      event: "AttendanceRecorded",
      permission: referralPolicy.recordAttendance,
      states: WRITTEN_OF,
    },
    async (referral) => {
      const { centreId } = work;
      const repository = work.manager.getRepository(Attendance);
      const lines = await repository.findBy({ centreId, referralId });
      const standing = standingLines(lines);
      const problem = await faultOf(work, referral, one, standing);
      if (problem) return problem;
      const known = standing.find(({ day }) => day === from);
      const state = entry.state ?? null;
      const quantity = entry.quantity ?? null;
      // the same again, also by somebody else: it stands
      if (known?.state === state && known.quantity === quantity) return "done";
      if ((known?.revision ?? 0) !== entry.ifRevision) {
        isMoved.is = true;
        return referralMoved(work.say, referral);
      }
      const line = Object.assign(new Attendance(), {
        ...{ centreId, referralId, day: from, until: to, state, quantity },
        revision: entry.ifRevision + 1,
        partnerId: referral.partnerId,
        senderAccountId: referral.senderAccountId,
        serviceId: referral.serviceId,
        recordedAt: work.now,
        recordedBy: signedIn(work).accountId,
      });
      await repository.insert(line);
      referral.absencesInRow = absencesInRow([...lines, line]);
      return { step: "ATTENDANCE", absencesInRow: referral.absencesInRow };
    },
  );
  return isMoved.is ? "moved" : outcome;
}

async function faultOf(
  work: Work,
  referral: Referral,
  { from, to, entry, place }: One,
  standing: readonly Attendance[],
): Promise<InvalidInput | null> {
  const isOfDay = isListOfDay(await unitOf(work, referral.serviceId));
  const { state, quantity } = entry;
  const path = `entries.${String(place)}`;
  const { startedAt, finishedAt } = referral;
  const began = startedAt && localDate(startedAt);
  const ended = finishedAt && localDate(finishedAt);
  return new InputCheck(work.say)
    .that(
      isOfDay
        ? !!state && typeof quantity !== "number" && from === to
        : !state &&
            typeof quantity === "number" &&
            quantity >= 0 &&
            quantity <= MOST_UNITS,
      path,
      isOfDay
        ? {
            pl: "Tu zapisuje się, kto był danego dnia.",
            en: "Here one writes who was there on a day.",
          }
        : {
            pl: "Tu wpisuje się liczbę od 0 do 10 000 za okres.",
            en: "Here one writes a number from 0 to 10,000 for a period.",
          },
    )
    .that(
      began !== null && began <= to && (ended === null || from <= ended),
      path,
      {
        pl: "Usługa dla tej osoby wtedy nie trwała.",
        en: "The service for this person did not run then.",
      },
    )
    .that(
      standing.every(
        ({ day, until }) =>
          until < from || day > to || (day === from && until === to),
      ),
      path,
      {
        pl: "Ten okres nachodzi na inny, który jest już zapisany.",
        en: "This period overlaps another one that is written already.",
      },
    ).problem;
}
