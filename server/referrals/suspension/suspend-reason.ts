// Why a running service pauses: what both sides may know, and nothing of anybody's health.
import { registerEnumType } from "type-graphql";

export const SuspendReason = {
  RESIDENT_AWAY: "RESIDENT_AWAY",
  RESIDENT_ASKED: "RESIDENT_ASKED",
  PROVIDER_BREAK: "PROVIDER_BREAK",
  DOCUMENT_AWAITED: "DOCUMENT_AWAITED",
  OTHER: "OTHER",
} as const;
export type SuspendReason = keyof typeof SuspendReason;

registerEnumType(SuspendReason, {
  name: "SuspendReason",
  description: "Why a running service pauses.",
  valuesConfig: {
    RESIDENT_AWAY: { description: "The person cannot come for a while." },
    RESIDENT_ASKED: { description: "The person asked for a break." },
    PROVIDER_BREAK: { description: "The provider has a break." },
    DOCUMENT_AWAITED: { description: "A paper is awaited." },
    OTHER: { description: "Something else, in words." },
  },
});
