// A line of the access log as the graph tells it: who did what, to which fields of whom, why, and how it ended.
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { Role } from "../identity/index.js";
import type { TouchAction, TouchDoor } from "../platform/permission/touch.js";

export const AccessAction = {
  VIEW: "VIEW",
  CREATE: "CREATE",
  UPDATE: "UPDATE",
  SEND: "SEND",
  EXPORT: "EXPORT",
  PRINT: "PRINT",
  DELIVER: "DELIVER",
  LOGIN: "LOGIN",
  LOGIN_FAILED: "LOGIN_FAILED",
  PERMISSION_CHANGE: "PERMISSION_CHANGE",
  CONFIG_CHANGE: "CONFIG_CHANGE",
} as const satisfies Record<TouchAction, TouchAction>;

registerEnumType(AccessAction, {
  name: "AccessAction",
  description: "What was done.",
  valuesConfig: {
    VIEW: { description: "Fields were read." },
    CREATE: { description: "Something was written anew." },
    UPDATE: { description: "Something was changed." },
    SEND: { description: "Something was sent to an organisation." },
    EXPORT: { description: "A list left as a file." },
    PRINT: { description: "Something was printed." },
    DELIVER: { description: "A subscription brought fields." },
    LOGIN: { description: "Somebody signed in." },
    LOGIN_FAILED: { description: "Somebody could not sign in." },
    PERMISSION_CHANGE: { description: "Rights were changed." },
    CONFIG_CHANGE: {
      description: "Organisations, networks or agreements were changed.",
    },
  },
});

export const AccessOutcome = { DONE: "DONE", REFUSED: "REFUSED" } as const;
export type AccessOutcome = keyof typeof AccessOutcome;

registerEnumType(AccessOutcome, {
  name: "AccessOutcome",
  description: "How it ended.",
  valuesConfig: {
    DONE: { description: "It was done." },
    REFUSED: { description: "It was not hers to do, and nothing was told." },
  },
});

export const AccessPurpose = {
  OWN_CASE: "OWN_CASE",
  ANSWER: "ANSWER",
  COORDINATION: "COORDINATION",
  RULE: "RULE",
  CONTACT: "CONTACT",
  ARRANGING: "ARRANGING",
  CORRECTING: "CORRECTING",
  ON_REQUEST: "ON_REQUEST",
  OTHER: "OTHER",
} as const;
export type AccessPurpose = keyof typeof AccessPurpose;

registerEnumType(AccessPurpose, {
  name: "AccessPurpose",
  description: "Why somebody had to do with it.",
  valuesConfig: {
    OWN_CASE: { description: "It is her own case or referral." },
    ANSWER: { description: "Her organisation answers the referral." },
    COORDINATION: { description: "She coordinates the network." },
    RULE: { description: "A rule of the system, such as a term that ended." },
    CONTACT: { description: "Looked at, to get in touch with her." },
    ARRANGING: { description: "Looked at, to arrange a service for her." },
    CORRECTING: { description: "Looked at, to check or correct it." },
    ON_REQUEST: { description: "Looked at, because she asked." },
    OTHER: { description: "Looked at, for what the case's page says." },
  },
});

const AccessDoor = {
  HTTP: "HTTP",
  SOCKET: "SOCKET",
  DELIVERY: "DELIVERY",
  JOB: "JOB",
  COMMAND: "COMMAND",
} as const satisfies Record<TouchDoor, TouchDoor>;

registerEnumType(AccessDoor, {
  name: "AccessDoor",
  description: "By which way it came.",
  valuesConfig: {
    HTTP: { description: "An operation over HTTP." },
    SOCKET: { description: "An operation over the socket." },
    DELIVERY: { description: "An event that a subscription brought." },
    JOB: { description: "A durable job." },
    COMMAND: { description: "A command of the operator." },
  },
});

@ObjectType({ description: "Who did what to which fields of whom." })
export class AccessLogEntry {
  @Field(() => ID, { description: "Of this line." })
  id!: string;

  @Field(() => Int, { description: "Its place in the centre's chain." })
  position!: number;

  @Field(() => Date, { description: "When." })
  at!: Date;

  @Field(() => ID, {
    nullable: true,
    description: "The account that acted; null for the system.",
  })
  accountId!: string | null;

  @Field(() => String, { description: "Her name at the time." })
  by!: string;

  @Field(() => [Role], { description: "The roles that she acted in." })
  roles!: Role[];

  @Field(() => AccessAction, { description: "What was done." })
  action!: TouchAction;

  @Field(() => String, { description: "A type of the graph." })
  noun!: string;

  @Field(() => String, {
    nullable: true,
    description: "Number of the referral, where it is about one.",
  })
  number!: string | null;

  @Field(() => [String], {
    description: "Names of the fields, never what stands in them.",
  })
  fields!: string[];

  @Field(() => String, {
    nullable: true,
    description: "What happened, e.g. `ReferralAccepted`.",
  })
  change!: string | null;

  @Field(() => AccessPurpose, { nullable: true, description: "Why." })
  purpose!: AccessPurpose | null;

  @Field(() => AccessOutcome, { description: "How it ended." })
  outcome!: AccessOutcome;

  @Field(() => AccessDoor, { description: "By which way it came." })
  door!: TouchDoor;

  @Field(() => String, {
    nullable: true,
    description: "Of the request, as in its answer's `x-request-id`.",
  })
  requestId!: string | null;

  @Field(() => String, {
    description: "Chained with all lines before, as hexadecimal SHA-256.",
  })
  hash!: string;

  partnerId!: string | null;
  caseId!: string | null;
  subjectId!: string | null;
}

const AccessFault = {
  MISSING: "MISSING",
  INSERTED: "INSERTED",
  ALTERED: "ALTERED",
} as const;
export type AccessFault = keyof typeof AccessFault;

registerEnumType(AccessFault, {
  name: "AccessFault",
  description: "What does not fit in a chain.",
  valuesConfig: {
    MISSING: { description: "A line is gone." },
    INSERTED: { description: "A line stands where none was written." },
    ALTERED: { description: "A line is not as it was written." },
  },
});

@ObjectType({
  description:
    "Whether the log is as it was written: each night to its end, and on from there at each reading.",
})
export class AccessLogChain {
  @Field(() => Int, { description: "The latest line." })
  position!: number;

  @Field(() => Int, { description: "Up to here everything fits." })
  intactTo!: number;

  @Field(() => String, {
    description:
      "`position:hash` of that line. Whoever keeps it can prove later that nothing before was changed.",
  })
  anchor!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The first line that does not fit.",
  })
  brokenAt!: number | null;

  @Field(() => AccessFault, { nullable: true, description: "What is wrong." })
  fault!: AccessFault | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the whole chain was last followed.",
  })
  checkedAt!: Date | null;
}

@ObjectType({ description: "How many lines of one kind in one month." })
export class AccessCount {
  @Field(() => String, { description: "The month, yyyy-mm." })
  month!: string;

  @Field(() => AccessAction, { description: "What was done." })
  action!: TouchAction;

  @Field(() => AccessOutcome, { description: "How it ended." })
  outcome!: AccessOutcome;

  @Field(() => Int, { description: "How often." })
  lines!: number;
}
