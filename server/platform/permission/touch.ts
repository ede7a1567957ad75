// A touch: what somebody does to what is known of a person, as it is put on record; names of fields, never what stands in them.

export type TouchAction =
  | "VIEW"
  | "CREATE"
  | "UPDATE"
  | "SEND"
  | "EXPORT"
  | "PRINT"
  | "DELIVER"
  | "LOGIN"
  | "LOGIN_FAILED"
  | "PERMISSION_CHANGE"
  | "CONFIG_CHANGE";

export interface Touch {
  action: TouchAction;
  /** A type of the graph, e.g. `Referral`. */
  noun: string;
  subjectId: string | null;
  /** What was told or written. */
  fields: readonly string[];
  /** What happened, in the past tense, e.g. `ReferralAccepted`. */
  change?: string;
  /** What it was looked at for, where that is asked. */
  purpose?: string;
}

/** By which way it came: an operation, an event brought by a subscription, a durable job, a command of the operator. */
export type TouchDoor = "HTTP" | "SOCKET" | "DELIVERY" | "JOB" | "COMMAND";
