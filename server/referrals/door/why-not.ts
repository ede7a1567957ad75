// Whether a code is good for anything at the door now, as its referral stands.
import type { CapacityUnit, Service } from "../../offer/index.js";
import { localDate } from "../../platform/calendar.js";
import type { Appointment } from "../appointments/appointment.js";
import type { Referral } from "../referral.js";
import type { ReferralStatus } from "../referral-status.js";
import { needsPaper } from "../start-referral.js";
import type { TokenRefusal } from "./token-refused.js";

const TICKETS: ReadonlySet<CapacityUnit> = new Set([
  "TICKETS_MONTH",
  "TICKETS_EVENT",
]);

/** Given once and used up; anything else only begins at the door. */
export function isTicket(unit: CapacityUnit): boolean {
  return TICKETS.has(unit);
}

const BY_STATUS: Record<ReferralStatus, TokenRefusal | null> = {
  DRAFT: "NOT_AT_THE_DOOR",
  SENT: null,
  RECEIVED: null,
  INFO_REQUESTED: null,
  ACCEPTED: null,
  IN_PROGRESS: null,
  WAITLISTED: "NOT_YET",
  OFFERED: "OFFERED",
  SUSPENDED: "PAUSED",
  COMPLETED: "OVER",
  DISCONTINUED: "OVER",
  DECLINED: "OVER",
  EXPIRED: "OVER",
  WITHDRAWN: "OVER",
};

interface AtTheDoor {
  service: Pick<Service, "entryMode" | "eventOn">;
  unit: CapacityUnit;
  appointment: Appointment | null;
  /** A no-show that its coordinator has not answered. */
  isAwaited: boolean;
}

/** @returns null where it may be used */
export function whyNot(
  referral: Referral,
  { service, unit, appointment, isAwaited }: AtTheDoor,
  now: Date,
): TokenRefusal | null {
  const { status, disclosureLevel, kind } = referral;
  const { entryMode, eventOn } = service;
  if (referral.redeemedAt && isTicket(unit)) return "USED";
  const ofStatus = BY_STATUS[status];
  if (ofStatus) return ofStatus;
  const lacksPaper = needsPaper(entryMode) && !referral.statutoryDocumentRef;
  if (
    disclosureLevel !== "L0_TOKEN" ||
    kind !== "SERVICE_REFERRAL" ||
    lacksPaper ||
    isAwaited
  )
    return "NOT_AT_THE_DOOR";
  if (status === "IN_PROGRESS" && !isTicket(unit)) return "RUNNING";
  const today = localDate(now);
  if (eventOn && eventOn < today) return "OVER";
  const isLater =
    (eventOn && eventOn > today) ||
    (appointment?.isPlanned && !appointment.isDayReached(now));
  return isLater ? "TOO_EARLY" : null;
}
