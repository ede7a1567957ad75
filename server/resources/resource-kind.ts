// What kinds of resources organisations have, and how a resource and a request for it stand.
import { registerEnumType } from "type-graphql";

export const ResourceKind = {
  PREMISES: "PREMISES",
  EQUIPMENT: "EQUIPMENT",
  SPECIALISTS: "SPECIALISTS",
  VOLUNTEERS: "VOLUNTEERS",
  TRANSPORT: "TRANSPORT",
} as const;
export type ResourceKind = keyof typeof ResourceKind;

registerEnumType(ResourceKind, {
  name: "ResourceKind",
  description: "What a resource is.",
  valuesConfig: {
    PREMISES: { description: "Rooms and places." },
    EQUIPMENT: { description: "Things." },
    SPECIALISTS: { description: "Time of people with a profession." },
    VOLUNTEERS: { description: "Time of volunteers." },
    TRANSPORT: { description: "Vehicles, with or without a driver." },
  },
});

export const ResourceState = {
  OFFERED: "OFFERED",
  PAUSED: "PAUSED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type ResourceState = keyof typeof ResourceState;

registerEnumType(ResourceState, {
  name: "ResourceState",
  description: "How a resource stands.",
  valuesConfig: {
    OFFERED: { description: "There to be used." },
    PAUSED: { description: "Not to be had for a while." },
    WITHDRAWN: { description: "Gone for good; in no list any more." },
  },
});

export const LoanState = {
  ASKED: "ASKED",
  AGREED: "AGREED",
  NOT_POSSIBLE: "NOT_POSSIBLE",
  TAKEN_BACK: "TAKEN_BACK",
  RETURNED: "RETURNED",
} as const;
export type LoanState = keyof typeof LoanState;

registerEnumType(LoanState, {
  name: "LoanState",
  description: "How a request to borrow stands.",
  valuesConfig: {
    ASKED: { description: "Waits for an answer." },
    AGREED: { description: "Promised for these days." },
    NOT_POSSIBLE: { description: "Cannot be had on these days." },
    TAKEN_BACK: {
      description:
        "Not needed any more, as who asked says, or called off by its owner.",
    },
    RETURNED: { description: "Back at its owner's." },
  },
});

/** What its owner says to a request, and later that it is back. */
export const LoanAnswer = {
  AGREED: "AGREED",
  NOT_POSSIBLE: "NOT_POSSIBLE",
  RETURNED: "RETURNED",
} as const;
export type LoanAnswer = keyof typeof LoanAnswer;

registerEnumType(LoanAnswer, {
  name: "LoanAnswer",
  description: "What the owner says to a request.",
  valuesConfig: {
    AGREED: { description: "It is promised for these days." },
    NOT_POSSIBLE: { description: "It cannot be had on these days." },
    RETURNED: { description: "It is back." },
  },
});
