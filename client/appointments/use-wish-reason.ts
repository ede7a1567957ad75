// Why the coordinator asks for another date: read where it is shown, and by no list.
import { useReferralWords } from "../app/live/use-referral-words.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";

export function useWishReason({
  id,
  appointment,
}: Pick<LiveReferralFragment, "id" | "appointment">): string | null {
  const isAsked = appointment?.state === "PLANNED" && !!appointment.askedAt;
  const words = useReferralWords(id, isAsked);
  return words?.appointment?.number === appointment?.number
    ? (words?.appointment?.wishReason ?? null)
    : null;
}
