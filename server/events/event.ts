// One line of a centre's log: what happened, by whom, to what, with the absolute numbers it left; never personal data.

/** What an event is about; with the ids in it this decides who may see it. */
export type Topic =
  | "CAPACITY"
  | "REFERRAL"
  | "OFFER"
  | "RIGHTS"
  | "NETWORK"
  | "CASE";

/** What a use case records. Ids, enums, numbers and times only. */
export interface NewEvent {
  /** In the past tense, e.g. `ReferralAccepted`. */
  type: string;
  topic: Topic;
  subjectId: string;
  /** The organisation whose noun it is. */
  partnerId?: string | null;
  /** The coordinator whose referral it is. */
  senderAccountId?: string | null;
  facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** An event with its place in the log of its centre: dense, in the order of commit. */
export interface LogEvent {
  centreId: string;
  position: number;
  type: string;
  topic: Topic;
  subjectId: string;
  partnerId: string | null;
  senderAccountId: string | null;
  actorAccountId: string | null;
  actorPartnerId: string | null;
  at: Date;
  facts: Record<string, unknown>;
}
