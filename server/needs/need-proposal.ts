// What a referral that came to nothing says of the offer: which gap it would be counted as (domain 1.10, O9).
import { Field, ObjectType } from "type-graphql";

import { ServiceArea } from "../offer/index.js";
import type { DeclineReason, Referral } from "../referrals/index.js";
import { GapKind, NeedEvidence } from "./need-kind.js";

/** Longer than this is a long wait. */
export const LONG_WAIT_DAYS = 14;

/** Reasons that are about the person and not about the offer make no gap; neither does what was sent to the wrong door: others may do it. */
const gapOf: Readonly<Partial<Record<DeclineReason, GapKind>>> = {
  NO_CAPACITY: "NO_CAPACITY",
  NOT_ELIGIBLE: "NOT_ACCESSIBLE",
  OUT_OF_AREA: "TOO_FAR",
};

@ObjectType({ description: "What a referral could be counted as." })
export class NeedProposal {
  @Field(() => ServiceArea, { description: "Area of the service." })
  area!: ServiceArea;

  @Field(() => GapKind, { description: "What was lacking." })
  gapKind!: GapKind;

  @Field(() => NeedEvidence, { description: "What shows it." })
  evidence!: NeedEvidence;
}

type Ended = Pick<Referral, "status" | "declineReason" | "waitingSince">;

/** null: nothing was lacking, or it is not known yet. */
export function gapIn(
  { status, declineReason, waitingSince }: Ended,
  now: Date,
): Omit<NeedProposal, "area"> | null {
  switch (status) {
    case "DECLINED": {
      const gapKind = declineReason && gapOf[declineReason];
      return gapKind ? { gapKind, evidence: "REFERRAL_DECLINED" } : null;
    }
    case "EXPIRED":
      return { gapKind: "NO_CAPACITY", evidence: "REFERRAL_DECLINED" };
    case "WAITLISTED": {
      const waited = waitingSince ? now.getTime() - waitingSince.getTime() : 0;
      return waited >= LONG_WAIT_DAYS * 24 * 3_600_000
        ? { gapKind: "NO_CAPACITY", evidence: "WAITING_TIME" }
        : null;
    }
    default:
      return null;
  }
}
