// Which states wait for whom, as the coordinator's pages ask it.
import type { ReferralStatus } from "../graphql/generated/graphql.js";

export function awaitsPartner(status: ReferralStatus): boolean {
  return ["SENT", "RECEIVED"].includes(status);
}

/** Over: nothing follows but another referral. */
export function isOver(status: ReferralStatus): boolean {
  return [
    "COMPLETED",
    "DISCONTINUED",
    "DECLINED",
    "EXPIRED",
    "WITHDRAWN",
  ].includes(status);
}

/** Nobody answers without having seen the referral, even where no opening was recorded. */
export function partnerActed({ status }: { status: ReferralStatus }): boolean {
  return [
    "INFO_REQUESTED",
    "OFFERED",
    "ACCEPTED",
    "DECLINED",
    "IN_PROGRESS",
  ].includes(status);
}
