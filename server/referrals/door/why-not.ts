// Whether a code is good for anything at the door now, as its referral stands.
import type { CapacityUnit, Service } from "../../offer/index.js";
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

const BY_STATUS: Partial<Record<ReferralStatus, TokenRefusal>> = {
  WAITLISTED: "NOT_YET",
  OFFERED: "NOT_YET",
  SUSPENDED: "PAUSED",
  COMPLETED: "OVER",
  DISCONTINUED: "OVER",
  DECLINED: "OVER",
  EXPIRED: "OVER",
  WITHDRAWN: "OVER",
};

/** @returns null where it may be used */
export function whyNot(
  referral: Referral,
  { entryMode, eventOn }: Pick<Service, "entryMode" | "eventOn">,
  unit: CapacityUnit,
  today: string,
): TokenRefusal | null {
  const { status, disclosureLevel, kind } = referral;
  if (referral.redeemedAt) return "USED";
  const ofStatus = BY_STATUS[status];
  if (ofStatus) return ofStatus;
  const lacksPaper = needsPaper(entryMode) && !referral.statutoryDocumentRef;
  if (
    disclosureLevel !== "L0_TOKEN" ||
    kind !== "SERVICE_REFERRAL" ||
    lacksPaper
  )
    return "NOT_AT_THE_DOOR";
  if (status === "IN_PROGRESS" && !isTicket(unit)) return "RUNNING";
  return eventOn && eventOn < today ? "OVER" : null;
}
