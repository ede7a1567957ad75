// Which fields of the graph tell something of a resident: the one list, held against the schema by a test.

/**
 * PERSONAL: what somebody wrote of a person; each telling leaves its line in the access log.
 * OWN: told to nobody but whoever wrote it. The writing is on record; reading it back tells her nothing of a person.
 * PSEUDONYM: a random name that tells nothing by itself; lists of them leave none (trust, P12).
 */
export type FieldRank = "PERSONAL" | "OWN" | "PSEUDONYM";

/** By type of the graph, then by field. The types have an id, which the log keeps. */
export const personalFields: Readonly<
  Record<string, Readonly<Record<string, FieldRank>>>
> = {
  // who the person is: told by `showIdentity`, which puts it on record by itself
  Case: {
    pseudonym: "PSEUDONYM",
    /** A file number. */
    ownReference: "OWN",
    /** Free text. */
    openedAlthough: "OWN",
  },
  Referral: {
    case: "PSEUDONYM",
    /** A file number or initials. */
    ownReference: "OWN",
    /** Names a decision about somebody. */
    statutoryDocumentRef: "PERSONAL",
    /** Free text. */
    withdrawReason: "PERSONAL",
    /** Free text. */
    result: "PERSONAL",
    /** Free text. */
    suspendNote: "PERSONAL",
    /** Questions and answers in free text. */
    messages: "PERSONAL",
  },
  ServiceSuggestion: {
    /** Free text. */
    reason: "PERSONAL",
    /** Free text. */
    declineReason: "PERSONAL",
  },
  Appointment: {
    /** Why the person cannot come then: free text. */
    wishReason: "PERSONAL",
  },
};

/** Parts of a referral: what they tell stands in the log as that field of it. */
export const partsOfReferral: Readonly<Record<string, string>> = {
  ServiceSuggestion: "suggestions",
  Appointment: "appointment",
};
