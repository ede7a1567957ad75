// Which gap a referral shows: by its answer, by the answer that never came, and by a long wait.
import { gapIn, LONG_WAIT_DAYS } from "../../server/needs/need-proposal.js";
import {
  DeclineReason,
  ReferralStatus,
} from "../../server/referrals/referral-status.js";

const now = new Date("2026-11-30T10:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);

it("shows a gap where the offer lacked, not where the person was the reason", () => {
  const gaps = Object.values(DeclineReason).map((declineReason) => [
    declineReason,
    gapIn({ status: "DECLINED", declineReason, waitingSince: null }, now)
      ?.gapKind ?? null,
  ]);
  expect(Object.fromEntries(gaps)).toEqual({
    NO_CAPACITY: "NO_CAPACITY",
    // sent to the wrong door: others may do it
    OUT_OF_SCOPE: null,
    NOT_ELIGIBLE: "NOT_ACCESSIBLE",
    OUT_OF_AREA: "TOO_FAR",
    MISSING_INFORMATION: null,
    RESIDENT_REFUSED: null,
    SAFETY: null,
    OTHER: null,
  });
});

it("shows one after an expiry and after a long wait, and in no other state", () => {
  const showing = Object.values(ReferralStatus).filter((status) =>
    gapIn(
      {
        status,
        declineReason: "NO_CAPACITY",
        waitingSince: ago(LONG_WAIT_DAYS),
      },
      now,
    ),
  );
  expect(showing.sort()).toEqual(["DECLINED", "EXPIRED", "WAITLISTED"]);
  const waiting = (days: number) =>
    gapIn(
      {
        status: "WAITLISTED",
        declineReason: null,
        waitingSince: ago(days),
      },
      now,
    );
  expect(waiting(LONG_WAIT_DAYS - 0.01)).toBeNull();
  expect(waiting(LONG_WAIT_DAYS)).toEqual({
    gapKind: "NO_CAPACITY",
    evidence: "WAITING_TIME",
  });
});
