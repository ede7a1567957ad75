// Kinds and states of agreements, of signatures, versions and parts in a task (domain 1.7, 2.5).
import { registerEnumType } from "type-graphql";

export const AgreementKind = {
  LSR_ACCORD: "LSR_ACCORD",
  ACCESSION: "ACCESSION",
  COOPERATION: "COOPERATION",
  PROGRAMME_PARTNERSHIP: "PROGRAMME_PARTNERSHIP",
  GRANT_CONTRACT: "GRANT_CONTRACT",
  PROCUREMENT_CONTRACT: "PROCUREMENT_CONTRACT",
  COUNTY_AGREEMENT: "COUNTY_AGREEMENT",
  INTERMUNICIPAL: "INTERMUNICIPAL",
  DATA_PROCESSING: "DATA_PROCESSING",
  JOINT_CONTROL: "JOINT_CONTROL",
  VOLUNTEER: "VOLUNTEER",
  LETTER_OF_INTENT: "LETTER_OF_INTENT",
  INTERNAL_ASSIGNMENT: "INTERNAL_ASSIGNMENT",
} as const;
export type AgreementKind = keyof typeof AgreementKind;

registerEnumType(AgreementKind, {
  name: "AgreementKind",
  description: "Kind of an agreement.",
  valuesConfig: {
    LSR_ACCORD: { description: "Founding accord of a network." },
    ACCESSION: { description: "Declaration of accession." },
    COOPERATION: { description: "Cooperation agreement." },
    PROGRAMME_PARTNERSHIP: {
      description: "Partnership agreement of a programme.",
    },
    GRANT_CONTRACT: {
      description: "Contract on a delegated or supported public task.",
    },
    PROCUREMENT_CONTRACT: { description: "Public-procurement contract." },
    COUNTY_AGREEMENT: { description: "Agreement of municipality and county." },
    INTERMUNICIPAL: { description: "Agreement of municipalities." },
    DATA_PROCESSING: { description: "Entrustment of data processing." },
    JOINT_CONTROL: { description: "Arrangement of joint controllers." },
    VOLUNTEER: { description: "Volunteers' agreement." },
    LETTER_OF_INTENT: { description: "Letter of intent." },
    INTERNAL_ASSIGNMENT: { description: "Task handed to a municipal unit." },
  },
});

export const AgreementStatus = {
  DRAFT: "DRAFT",
  IN_NEGOTIATION: "IN_NEGOTIATION",
  AGREED: "AGREED",
  SIGNED: "SIGNED",
  ACTIVE: "ACTIVE",
  SUSPENDED: "SUSPENDED",
  EXPIRED: "EXPIRED",
  TERMINATED: "TERMINATED",
  WITHDRAWN: "WITHDRAWN",
  REJECTED: "REJECTED",
} as const;
export type AgreementStatus = keyof typeof AgreementStatus;

/** Once all had signed; what is still talked about, or came to nothing, is its parties' affair. */
export const SIGNED_ONCE = [
  AgreementStatus.SIGNED,
  AgreementStatus.ACTIVE,
  AgreementStatus.SUSPENDED,
  AgreementStatus.EXPIRED,
  AgreementStatus.TERMINATED,
  AgreementStatus.WITHDRAWN,
] as const;

registerEnumType(AgreementStatus, {
  name: "AgreementStatus",
  description: "State of an agreement.",
  valuesConfig: {
    DRAFT: { description: "Being written." },
    IN_NEGOTIATION: { description: "Negotiated." },
    AGREED: { description: "Agreed, not signed by all." },
    SIGNED: { description: "Signed, not yet in force." },
    ACTIVE: { description: "In force." },
    SUSPENDED: { description: "Suspended." },
    EXPIRED: { description: "Ended by its date." },
    TERMINATED: { description: "Terminated." },
    WITHDRAWN: { description: "A party left." },
    REJECTED: { description: "Rejected." },
  },
});

export const SignatureKind = {
  PAPER: "PAPER",
  QUALIFIED: "QUALIFIED",
  TRUSTED_PROFILE: "TRUSTED_PROFILE",
} as const;
export type SignatureKind = keyof typeof SignatureKind;

registerEnumType(SignatureKind, {
  name: "SignatureKind",
  description: "How an agreement was signed.",
  valuesConfig: {
    PAPER: { description: "By hand on paper." },
    QUALIFIED: { description: "With a qualified electronic signature." },
    TRUSTED_PROFILE: { description: "With the trusted profile." },
  },
});

export const TaskPart = {
  RESPONSIBLE: "RESPONSIBLE",
  CONTRIBUTES: "CONTRIBUTES",
  INFORMED: "INFORMED",
} as const;
export type TaskPart = keyof typeof TaskPart;

registerEnumType(TaskPart, {
  name: "TaskPart",
  description: "Part of a party in a task.",
  valuesConfig: {
    RESPONSIBLE: { description: "Answers for it." },
    CONTRIBUTES: { description: "Takes part in it." },
    INFORMED: { description: "Is told of it." },
  },
});

export const VersionStatus = {
  PROPOSED: "PROPOSED",
  SIGNED: "SIGNED",
  IN_FORCE: "IN_FORCE",
  PAST: "PAST",
  REJECTED: "REJECTED",
  REPLACED: "REPLACED",
} as const;
export type VersionStatus = keyof typeof VersionStatus;

registerEnumType(VersionStatus, {
  name: "VersionStatus",
  description: "State of a version of the terms.",
  valuesConfig: {
    PROPOSED: { description: "Waits for signatures." },
    SIGNED: {
      description: "Signed by all; waits for its first day, or see `heldOn`.",
    },
    IN_FORCE: { description: "The terms that hold." },
    PAST: { description: "Held before." },
    REJECTED: { description: "Did not come about." },
    REPLACED: {
      description:
        "Signed by all; another one that all signed took its place before it was in force.",
    },
  },
});

export const GrantForm = {
  DELEGATION: "DELEGATION",
  SUPPORT: "SUPPORT",
} as const;
export type GrantForm = keyof typeof GrantForm;

registerEnumType(GrantForm, {
  name: "GrantForm",
  description: "How a public task is handed to an organisation.",
  valuesConfig: {
    DELEGATION: { description: "Delegated as a whole." },
    SUPPORT: { description: "Supported in part." },
  },
});
