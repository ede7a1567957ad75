// Kinds and states of networks, and what somebody is in them (domain 1.2, 1.8, 2.1).
import { registerEnumType } from "type-graphql";

export const NetworkKind = {
  LSR: "LSR",
  PROGRAMME_PARTNERSHIP: "PROGRAMME_PARTNERSHIP",
  FORUM: "FORUM",
  RSR: "RSR",
} as const;
export type NetworkKind = keyof typeof NetworkKind;

registerEnumType(NetworkKind, {
  name: "NetworkKind",
  description: "Kind of a network.",
  valuesConfig: {
    LSR: { description: "Local reintegration network." },
    PROGRAMME_PARTNERSHIP: { description: "Partnership of one programme." },
    FORUM: { description: "Forum of partners." },
    RSR: { description: "Regional reintegration network." },
  },
});

export const NetworkStatus = {
  FORMING: "FORMING",
  ACTIVE: "ACTIVE",
  DORMANT: "DORMANT",
  CLOSED: "CLOSED",
} as const;
export type NetworkStatus = keyof typeof NetworkStatus;

registerEnumType(NetworkStatus, {
  name: "NetworkStatus",
  description: "State of a network.",
  valuesConfig: {
    FORMING: { description: "Being formed." },
    ACTIVE: { description: "At work." },
    DORMANT: { description: "Resting." },
    CLOSED: { description: "Ended." },
  },
});

export const MembershipRole = {
  HUB: "HUB",
  MEMBER: "MEMBER",
  OBSERVER: "OBSERVER",
  INVITED: "INVITED",
} as const;
export type MembershipRole = keyof typeof MembershipRole;

registerEnumType(MembershipRole, {
  name: "MembershipRole",
  description: "What an organisation is in a network.",
  valuesConfig: {
    HUB: { description: "The main node." },
    MEMBER: { description: "Member." },
    OBSERVER: { description: "Watches." },
    INVITED: { description: "Invited, not yet in." },
  },
});

export const PartnershipStep = {
  PROBLEM_DEFINITION: "PROBLEM_DEFINITION",
  GOALS_AND_CONTACTS: "GOALS_AND_CONTACTS",
  PROBLEM_RESOURCE_ANALYSIS: "PROBLEM_RESOURCE_ANALYSIS",
  BUILDING: "BUILDING",
  FORMALISATION: "FORMALISATION",
  WORKING_MEETINGS: "WORKING_MEETINGS",
} as const;
export type PartnershipStep = keyof typeof PartnershipStep;

registerEnumType(PartnershipStep, {
  name: "PartnershipStep",
  description: "The six steps of forming a partnership, in their order.",
  valuesConfig: {
    PROBLEM_DEFINITION: { description: "1: the problem." },
    GOALS_AND_CONTACTS: { description: "2: goals and contacts." },
    PROBLEM_RESOURCE_ANALYSIS: { description: "3: problems and resources." },
    BUILDING: { description: "4: partners and joint actions." },
    FORMALISATION: { description: "5: agreement." },
    WORKING_MEETINGS: { description: "6: working meetings." },
  },
});

export const NetworkEdgeKind = {
  AGREEMENT: "AGREEMENT",
  REFERRALS: "REFERRALS",
  MEETING: "MEETING",
  JOINT_ACTION: "JOINT_ACTION",
  CONTACT: "CONTACT",
} as const;
export type NetworkEdgeKind = keyof typeof NetworkEdgeKind;

registerEnumType(NetworkEdgeKind, {
  name: "NetworkEdgeKind",
  description: "What ties two organisations.",
  valuesConfig: {
    AGREEMENT: { description: "An agreement in force." },
    REFERRALS: { description: "Referrals of the last 90 days." },
    MEETING: { description: "Joint meetings." },
    JOINT_ACTION: { description: "A joint action." },
    CONTACT: { description: "Contact." },
  },
});
