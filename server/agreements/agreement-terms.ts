// What an agreement promises, as it is read: for its parties and those of the hub who work with it.
import { Field, Int, ObjectType } from "type-graphql";

import type { Agreement } from "./agreement.js";
import { GrantForm } from "./agreement-kind.js";
import { ReferralPriority, ResponseUnit } from "./answer-time.js";

@ObjectType({ description: "An answer time as the agreement promises it." })
export class PromisedTime {
  @Field(() => ReferralPriority, { description: "For which priority." })
  priority!: ReferralPriority;

  @Field(() => Int, { description: "How many." })
  amount!: number;

  @Field(() => ResponseUnit, { description: "Of what." })
  unit!: ResponseUnit;
}

@ObjectType({ description: "What an agreement promises." })
export class AgreementTerms {
  agreementId!: string;

  @Field(() => String, { nullable: true, description: "What it is for." })
  purpose!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Days between a notice and the last day.",
  })
  noticeDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Renews itself by so many months; null: ends by its date.",
  })
  renewMonths!: number | null;

  @Field(() => Boolean, {
    description: "Data of the highest level may travel under it.",
  })
  allowsSensitive!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "The offer is confirmed anew after so many days.",
  })
  offerUpdateDutyDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Working meetings a year.",
  })
  meetingsPerYear!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "What is reported, and when.",
  })
  reporting!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "How disputes are settled.",
  })
  disputeClause!: string | null;

  @Field(() => GrantForm, {
    nullable: true,
    description: "Of a grant contract.",
  })
  grantForm!: GrantForm | null;

  @Field(() => [PromisedTime], {
    description: "Answer times that it promises; of others the default holds.",
  })
  promisedTimes!: PromisedTime[];

  @Field(() => String, {
    nullable: true,
    description: "Why it ended before its time.",
  })
  endReason!: string | null;

  @Field(() => String, { nullable: true, description: "Why it is suspended." })
  suspendReason!: string | null;

  dpaAgreementId!: string | null;

  programmeId!: string | null;
}

export function termsAsRead(agreement: Agreement): AgreementTerms {
  const { answerEmergency, answerUrgent, answerStandard } = agreement;
  return Object.assign(new AgreementTerms(), {
    agreementId: agreement.id,
    purpose: agreement.purpose,
    noticeDays: agreement.noticeDays,
    renewMonths: agreement.renewMonths,
    allowsSensitive: agreement.allowsSensitive,
    offerUpdateDutyDays: agreement.offerUpdateDutyDays,
    meetingsPerYear: agreement.meetingsPerYear,
    reporting: agreement.reporting,
    disputeClause: agreement.disputeClause,
    grantForm: agreement.grantForm,
    endReason: agreement.endReason,
    suspendReason: agreement.suspendReason,
    dpaAgreementId: agreement.dpaAgreementId,
    programmeId: agreement.programmeId,
    promisedTimes: [
      ...promised("EMERGENCY", answerEmergency),
      ...promised("URGENT", answerUrgent),
      ...promised("STANDARD", answerStandard),
    ],
  });
}

function promised(
  priority: ReferralPriority,
  time: string | null,
): PromisedTime[] {
  if (!time) return [];
  return [
    {
      priority,
      amount: Number(time.slice(0, -1)),
      unit: time.endsWith("h") ? "HOURS" : "WORKING_DAYS",
    },
  ];
}
