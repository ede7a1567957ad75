// Which states wait for whom, as the coordinator's pages ask it.
import type {
  LiveReferralFragment,
  ReferralStatus,
} from "../graphql/generated/graphql.js";

export function awaitsPartner(status: ReferralStatus): boolean {
  return ["SENT", "RECEIVED"].includes(status);
}

/** Somebody did not come, and the coordinator has not said what becomes of the place. */
export function awaitsDecision({
  status,
  appointment,
}: Pick<LiveReferralFragment, "status"> & {
  appointment: Pick<
    NonNullable<LiveReferralFragment["appointment"]>,
    "state" | "answer"
  > | null;
}): boolean {
  return (
    status === "ACCEPTED" &&
    appointment?.state === "DID_NOT_COME" &&
    !appointment.answer
  );
}

/** Somebody did not come, the place is kept, and the partner has given no other date yet. */
export function awaitsNewDate({
  status,
  appointment,
}: Parameters<typeof awaitsDecision>[0]): boolean {
  return (
    status === "ACCEPTED" &&
    appointment?.state === "DID_NOT_COME" &&
    appointment.answer !== null
  );
}

/** Accepted, and the law asks for a paper: its number is given with the start, so that until then it is what the person lacks. */
export function lacksPaper({
  status,
  statutoryDocumentRequired,
}: Pick<
  LiveReferralFragment,
  "status" | "statutoryDocumentRequired"
>): boolean {
  return status === "ACCEPTED" && statutoryDocumentRequired;
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

/** Nobody has opened it: withdrawn now, it leaves the partner as if nothing had been. */
export function leavesNoTrace({ status }: { status: ReferralStatus }): boolean {
  return status === "SENT";
}
