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
import { authorize, signedIn } from "../../identity/index.js";
import { addDays, localDate } from "../../platform/calendar.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
} from "../../platform/graphql/problem.js";
import { Day } from "../../platform/graphql/scalars.js";
import { findReferrals, referralEvent, touchOf } from "../move-referral.js";
import { Referral } from "../referral.js";
import {
  ReferralMoved,
  referralMoved,
  unknownReferral,
} from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import {
  absencesInRow,
  Attendance,
  AttendanceMoved,
  AttendanceState,
} from "./attendance.js";
import { saveAbsences, standingOf, unitsOf } from "./attendance-lines.js";
import {
  knownOf,
  saysTheSame,
  tellFaults,
  type Written,
} from "./written-line.js";

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
    description: "At most 200, each person at most once.",
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

const MOST_ENTRIES = 200;
/** A month is typed before it is over. */
const FARTHEST_DAYS = 31;

const CHANGE = "AttendanceRecorded";

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
  const found = await lockedOf(work, ids);
  if (found instanceof Problem) return found;
  const referrals = found;
  const lines = await standingOf(
    work,
    referrals.map(({ id }) => id),
    { from, to },
  );
  const units = await unitsOf(work, referrals);
  const asked = entries.flatMap((entry, place): Written[] => {
    const [referral, unit] = [referrals[place], units[place]];
    return referral && unit
      ? [{ from, to, entry, place, referral, unit, lines: lines[place] ?? [] }]
      : [];
  });
  const check = new InputCheck(work.say);
  for (const one of asked) tellFaults(check, one);
  if (check.problem) return check.problem;
  // the same again, also by somebody else: it stands
  const news = asked.filter((one) => !saysTheSame(one));
  const moved = news.filter(
    (one) => (knownOf(one)?.revision ?? 0) !== one.entry.ifRevision,
  );
  if (moved.length > 0)
    return new AttendanceMoved(
      work.say({
        pl: "W tym czasie ktoś zapisał coś innego. Zobacz listę jeszcze raz.",
        en: "Meanwhile somebody wrote something else. Look at the list again.",
      }),
      moved.map(({ entry }) => entry.referralId),
    );
  await write(work, news);
  return Object.assign(new AttendanceRecorded(), { referrals });
}

/** All of them, in the order asked; locked in one order, so that two lists at once do not wait for each other. */
async function lockedOf(
  work: Work,
  globalIds: readonly string[],
): Promise<Referral[] | ReferralMoved | InvalidInput> {
  const ids = globalIds.map((id) => fromGlobalId("Referral", id));
  const seen = await findReferrals(work, ids);
  for (const [nth, id] of ids.entries()) {
    work.means({ ...touchOf(id), change: CHANGE });
    const one = seen[nth];
    if (!one) return unknownReferral(work.say);
    authorize(work, referralPolicy.recordAttendance, one);
  }
  const locked = await findReferrals(work, ids, { forUpdate: true });
  const referrals: Referral[] = [];
  for (const referral of locked) {
    if (!referral) return unknownReferral(work.say);
    // also of what has ended, however: a list is often written a day later
    if (!referral.startedAt) return referralMoved(work.say, referral);
    referrals.push(referral);
  }
  return referrals;
}

async function write(work: Work, news: readonly Written[]): Promise<void> {
  if (news.length === 0) return;
  const { accountId } = signedIn(work);
  const written = news.map(({ referral, entry, from, to }) =>
    Object.assign(new Attendance(), {
      centreId: work.centreId,
      referralId: referral.id,
      ...{ day: from, until: to, revision: entry.ifRevision + 1 },
      partnerId: referral.partnerId,
      senderAccountId: referral.senderAccountId,
      serviceId: referral.serviceId,
      state: entry.state ?? null,
      quantity: entry.quantity ?? null,
      recordedAt: work.now,
      recordedBy: accountId,
    }),
  );
  await work.manager.getRepository(Attendance).insert(written);
  for (const [nth, { referral, lines }] of news.entries()) {
    referral.version += 1;
    referral.updatedAt = work.now;
    referral.absencesInRow = absencesInRow([
      ...lines,
      ...written.slice(nth, nth + 1),
    ]);
    const event = referralEvent(referral, CHANGE);
    const told = { step: "ATTENDANCE", absencesInRow: referral.absencesInRow };
    work.record({ ...event, facts: { ...event.facts, ...told } });
    work.touch({ ...touchOf(referral.id), change: CHANGE });
  }
  await saveAbsences(
    work,
    news.map(({ referral }) => referral),
  );
}
