// Whether a service's number contradicts an answer: "nie mamy miejsca", while free ones stand there that nobody has vouched for since.
import type {
  DeclineReason,
  NumbersFragment,
} from "../../graphql/generated/graphql.js";

interface Answered {
  status: string;
  declineReason: DeclineReason | null;
  decidedAt: string | null;
  service: {
    capacity: Pick<NumbersFragment, "available" | "confirmedAt"> | null;
  };
}

export function isDoubted(referral: Answered): boolean {
  const { status, declineReason, decidedAt, service } = referral;
  const { capacity } = service;
  return (
    status === "DECLINED" &&
    declineReason === "NO_CAPACITY" &&
    decidedAt !== null &&
    capacity !== null &&
    capacity.available > 0 &&
    (capacity.confirmedAt === null || capacity.confirmedAt < decidedAt)
  );
}
