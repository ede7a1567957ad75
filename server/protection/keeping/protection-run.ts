// The proof of a run: which rule, when, by whom, how many, and of each what it held before and after.
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { Day } from "../../platform/graphql/scalars.js";

export const ProtectionRule = {
  MASK: "MASK",
  ERASE: "ERASE",
  ERASE_ON_REQUEST: "ERASE_ON_REQUEST",
  ERASE_BY_COORDINATOR: "ERASE_BY_COORDINATOR",
  PROPOSE: "PROPOSE",
  RESTORE: "RESTORE",
  ACCESS_LOG: "ACCESS_LOG",
  LETTERS: "LETTERS",
} as const;
export type ProtectionRule = keyof typeof ProtectionRule;

registerEnumType(ProtectionRule, {
  name: "ProtectionRule",
  description: "By which rule something went.",
  valuesConfig: {
    MASK: { description: "A finished referral was masked for the partner." },
    ERASE: { description: "A case was erased in its time." },
    ERASE_ON_REQUEST: { description: "A case was erased as its person asked." },
    ERASE_BY_COORDINATOR: { description: "Its coordinator erased a case." },
    PROPOSE: { description: "Cases wait for the officer to erase them." },
    RESTORE: {
      description: "A backup came back, and what had been erased was again.",
    },
    ACCESS_LOG: { description: "Old lines of the access log went." },
    LETTERS: { description: "Old letters went." },
  },
});

@ObjectType({ description: "What a run did to one case or referral." })
export class ProtectionMark {
  @Field(() => String, {
    description: "A pseudonym, or the number of a referral.",
  })
  subject!: string;

  @Field(() => Int, {
    description: "How many places held something of the person before.",
  })
  before!: number;

  @Field(() => Int, { description: "How many did after." })
  after!: number;
}

@ObjectType({ description: "A run of a rule, and what it proves." })
export class ProtectionRun {
  @Field(() => ID, { description: "Of this run." })
  id!: string;

  @Field(() => ProtectionRule, { description: "By which rule." })
  rule!: ProtectionRule;

  @Field(() => Date, { description: "When." })
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description: "By whom, as called then; null: by the clock.",
  })
  by!: string | null;

  @Field(() => Int, { description: "How many cases, referrals or lines." })
  done!: number;

  runId!: string;
}

export const ErasureHold = {
  RESTRICTED: "RESTRICTED",
  REQUEST: "REQUEST",
} as const;
export type ErasureHold = keyof typeof ErasureHold;

registerEnumType(ErasureHold, {
  name: "ErasureHold",
  description: "Why a case is not erased yet.",
  valuesConfig: {
    RESTRICTED: { description: "Its processing is restricted." },
    REQUEST: { description: "A request of its person is open." },
  },
});

@ObjectType({ description: "A closed case whose time to be erased has come." })
export class DueErasure {
  @Field(() => String, { description: "Of the case." })
  pseudonym!: string;

  @Field(() => Day, { description: "When it was closed." })
  closedOn!: string;

  @Field(() => Day, { description: "Since when it is to be erased." })
  dueOn!: string;

  @Field(() => Int, {
    description: "How many places hold something of the person.",
  })
  kept!: number;

  @Field(() => ErasureHold, {
    nullable: true,
    description: "Why it must stay for now; null: it may go.",
  })
  keptFor!: ErasureHold | null;
}
