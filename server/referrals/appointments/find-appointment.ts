// The appointment that stands now, of a referral that is locked.
import type { Work } from "../../events/index.js";
import { Appointment } from "./appointment.js";

/** The newest; whatever was before it is history. */
export function latestAppointment(
  work: Work,
  referralId: string,
): Promise<Appointment | null> {
  const { centreId } = work;
  return work.manager
    .getRepository(Appointment)
    .findOne({ where: { centreId, referralId }, order: { number: "DESC" } });
}

interface Sent {
  id: string;
  senderAccountId: string;
}

/** Nobody came, and a coordinator who is still there has not said what becomes of the place. */
export async function awaitsCoordinator(
  work: Work,
  { id, senderAccountId }: Sent,
): Promise<boolean> {
  const latest = await latestAppointment(work, id);
  return (
    Boolean(latest?.awaitsAnswer) && !(await hasLeft(work, senderAccountId))
  );
}

/**
 * Nor since: a date that was given meanwhile keeps the place, and gives it away to nobody.
 * @param suffices what has become of that date
 */
export async function holdsNoShow(
  work: Work,
  { id: referralId, senderAccountId }: Sent,
  suffices: (since: Appointment) => boolean,
): Promise<boolean> {
  const missed = await work.manager.getRepository(Appointment).findOne({
    where: { centreId: work.centreId, referralId, state: "DID_NOT_COME" },
    order: { number: "DESC" },
  });
  if (!missed?.awaitsAnswer) return false;
  const latest = await latestAppointment(work, referralId);
  if (latest && latest.number > missed.number && suffices(latest)) return false;
  return !(await hasLeft(work, senderAccountId));
}

/** Who coordinates is not read by the organisation. */
export async function hasLeft(
  work: Work,
  senderAccountId: string,
): Promise<boolean> {
  const [sender] = await work.inSystemsName(() =>
    work.rows<{ has_left: boolean }>(`select has_left($1)`, [senderAccountId]),
  );
  return sender?.has_left !== false;
}

/** What became of an appointment; its referral is locked. */
export async function changeAppointment(
  work: Work,
  { centreId, referralId, number }: Appointment,
  change: Partial<
    Pick<
      Appointment,
      "state" | "askedAt" | "wishedFor" | "wishReason" | "notedAt" | "answer"
    >
  >,
): Promise<void> {
  await work.manager
    .getRepository(Appointment)
    .update({ centreId, referralId, number }, change);
}

/** Who comes to begin has come; whoever is not awaited any more has no date. */
export async function followReferral(
  work: Work,
  { id, status }: { id: string; status: string },
): Promise<void> {
  const latest = await latestAppointment(work, id);
  if (!latest?.isPlanned) return;
  const hasCome = status === "IN_PROGRESS" && latest.isDayReached(work.now);
  await changeAppointment(
    work,
    latest,
    hasCome ? { state: "CAME", notedAt: work.now } : { state: "CANCELLED" },
  );
}
