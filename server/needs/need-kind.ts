// What a need is about and how it is known (domain 1.13, 2.7).
import { registerEnumType } from "type-graphql";

export const GapKind = {
  NO_SERVICE: "NO_SERVICE",
  NO_CAPACITY: "NO_CAPACITY",
  TOO_FAR: "TOO_FAR",
  WRONG_TIME: "WRONG_TIME",
  NOT_ACCESSIBLE: "NOT_ACCESSIBLE",
  TOO_EXPENSIVE: "TOO_EXPENSIVE",
  NOT_LONG_ENOUGH: "NOT_LONG_ENOUGH",
  QUALITY: "QUALITY",
} as const;
export type GapKind = keyof typeof GapKind;

registerEnumType(GapKind, {
  name: "GapKind",
  description: "What is lacking.",
  valuesConfig: {
    NO_SERVICE: { description: "Nobody offers it." },
    NO_CAPACITY: { description: "There are too few places." },
    TOO_FAR: { description: "It is too far away." },
    WRONG_TIME: { description: "It is at the wrong time." },
    NOT_ACCESSIBLE: { description: "Not everybody gets in." },
    TOO_EXPENSIVE: { description: "It costs too much." },
    NOT_LONG_ENOUGH: { description: "It ends too early." },
    QUALITY: { description: "It is not good enough." },
  },
});

export const NeedEvidence = {
  REFERRAL_DECLINED: "REFERRAL_DECLINED",
  WAITING_TIME: "WAITING_TIME",
  KIPUS_REPORT: "KIPUS_REPORT",
  PARTNER_REPORT: "PARTNER_REPORT",
  SURVEY: "SURVEY",
  CONSULTATION: "CONSULTATION",
} as const;
export type NeedEvidence = keyof typeof NeedEvidence;

registerEnumType(NeedEvidence, {
  name: "NeedEvidence",
  description: "How a need is known.",
  valuesConfig: {
    REFERRAL_DECLINED: {
      description: "Nobody could take who was referred, or answered in time.",
    },
    WAITING_TIME: { description: "People wait." },
    KIPUS_REPORT: {
      description: "A coordinator of the centre said so, as after a search.",
    },
    PARTNER_REPORT: { description: "A partner said so." },
    SURVEY: { description: "People were asked." },
    CONSULTATION: { description: "It was said in a consultation." },
  },
});

export const NeedStatus = {
  REPORTED: "REPORTED",
  VERIFIED: "VERIFIED",
  PLANNED: "PLANNED",
  BEING_MET: "BEING_MET",
  MET: "MET",
  NOT_PURSUED: "NOT_PURSUED",
} as const;
export type NeedStatus = keyof typeof NeedStatus;

registerEnumType(NeedStatus, {
  name: "NeedStatus",
  description: "How far an unmet need has come.",
  valuesConfig: {
    REPORTED: { description: "Told." },
    VERIFIED: { description: "Looked into; it is one." },
    PLANNED: { description: "An answer is planned." },
    BEING_MET: { description: "The answer has begun." },
    MET: { description: "Answered." },
    NOT_PURSUED: { description: "Not now." },
  },
});

/** In order; what is not pursued may be taken up again. */
const NEXT: Readonly<Record<NeedStatus, readonly NeedStatus[]>> = {
  REPORTED: ["VERIFIED", "NOT_PURSUED"],
  VERIFIED: ["PLANNED", "NOT_PURSUED"],
  PLANNED: ["BEING_MET", "NOT_PURSUED"],
  BEING_MET: ["MET", "NOT_PURSUED"],
  MET: [],
  NOT_PURSUED: ["VERIFIED"],
};

export function nextOf(status: NeedStatus): readonly NeedStatus[] {
  return NEXT[status];
}

export const PlannedAnswer = {
  NEW_SERVICE: "NEW_SERVICE",
  MORE_CAPACITY: "MORE_CAPACITY",
  SUPPORTING_ACTIVITY: "SUPPORTING_ACTIVITY",
  PROGRAMME: "PROGRAMME",
} as const;
export type PlannedAnswer = keyof typeof PlannedAnswer;

registerEnumType(PlannedAnswer, {
  name: "PlannedAnswer",
  description: "What a need is to be answered by.",
  valuesConfig: {
    NEW_SERVICE: { description: "A service that is not there yet." },
    MORE_CAPACITY: { description: "More of a service that is there." },
    SUPPORTING_ACTIVITY: { description: "Volunteers, neighbours, self-help." },
    PROGRAMME: { description: "A programme of the council." },
  },
});
