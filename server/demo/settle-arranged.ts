// What the demo's referrals have arranged: first appointments that are to come, and the weekly lists of who was there.
import {
  absencesInRow,
  Appointment,
  Attendance,
  AttendanceState,
  type Referral,
  referralEvent,
} from "../referrals/index.js";
import type { DemoReferral } from "./municipality.js";
import type { DemoWorld } from "./world.js";

const MARKS: Readonly<Record<string, AttendanceState>> = {
  P: AttendanceState.PRESENT,
  A: AttendanceState.ABSENT,
  E: AttendanceState.EXCUSED,
};

/** The lines of its lists, the oldest first. */
function linesOf(
  world: DemoWorld,
  { attendance = "" }: DemoReferral,
  referral: Referral,
): Attendance[] {
  const marks = attendance.split("");
  return marks.map((mark, place) => {
    const ago = 1 + 7 * (marks.length - 1 - place);
    const day = world.day(-ago);
    return Object.assign(new Attendance(), {
      centreId: world.centreId,
      referralId: referral.id,
      ...{ day, until: day, revision: 1, quantity: null },
      partnerId: referral.partnerId,
      senderAccountId: referral.senderAccountId,
      serviceId: referral.serviceId,
      state: MARKS[mark] ?? AttendanceState.PRESENT,
      recordedAt: world.at(`-${String(ago)}d 16:30`),
      recordedBy: referral.senderAccountId,
    });
  });
}

/** Each leaves its event, and the referral its next version. */
export function recordArranged(
  world: DemoWorld,
  one: DemoReferral,
  referral: Referral,
  partner: string,
): void {
  const by = world.partnersOwn(partner);
  const tell = (at: Date, type: string, told: object) => {
    referral.version += 1;
    referral.updatedAt = at;
    const event = referralEvent(referral, type);
    world.past(at, by, { ...event, facts: { ...event.facts, ...told } });
  };
  if (one.appointment && referral.decidedAt)
    tell(referral.decidedAt, "AppointmentArranged", { step: "ARRANGED" });
  const lines = linesOf(world, one, referral);
  lines.forEach((line, place) => {
    referral.absencesInRow = absencesInRow(lines.slice(0, place + 1));
    tell(line.recordedAt, "AttendanceRecorded", { step: "ATTENDANCE" });
  });
}

export async function settleArranged(
  world: DemoWorld,
  referrals: readonly Referral[],
): Promise<void> {
  const { manager } = world.work;
  for (const [place, one] of world.municipality.referrals.entries()) {
    const referral = referrals[place];
    if (!referral) continue;
    const lines = linesOf(world, one, referral);
    if (lines.length > 0) await manager.getRepository(Attendance).insert(lines);
    const { appointment } = one;
    if (!appointment) continue;
    const { inDays, time, ...words } = appointment;
    await manager.getRepository(Appointment).insert({
      centreId: world.centreId,
      referralId: referral.id,
      number: 1,
      partnerId: referral.partnerId,
      senderAccountId: referral.senderAccountId,
      at: world.ahead(inDays, time),
      ...words,
      atHome: words.place === null,
      state: "PLANNED",
      madeAt: referral.decidedAt ?? referral.updatedAt,
    });
  }
}
