// The terms of an agreement as they are handed in: who drafts, changes or amends says all of them.
import { Field, Float, ID, InputType, Int } from "type-graphql";

import { AcquisitionMode } from "../offer/index.js";
import { DataRole } from "../partners/index.js";
import { WORKING_HOURS_A_DAY } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { Day } from "../platform/graphql/scalars.js";
import { GrantForm, TaskPart } from "./agreement-kind.js";
import { ReferralPriority, ResponseUnit } from "./answer-time.js";
import type { Money, Terms } from "./terms.js";

@InputType({ description: "How long an answer may take." })
export class PromisedTimeInput {
  @Field(() => ReferralPriority, { description: "For which priority, once." })
  priority!: ReferralPriority;

  @Field(() => Int, { description: "How many, from 1 to 999." })
  amount!: number;

  @Field(() => ResponseUnit, { description: "Of what." })
  unit!: ResponseUnit;
}

@InputType({ description: "A service that the agreement names." })
export class ServiceInScopeInput {
  @Field(() => ID, { description: "A service of one of the parties." })
  serviceId!: string;

  @Field(() => Int, { description: "Places kept for the network, 0 or more." })
  placesKept!: number;
}

@InputType({ description: "Who does what." })
export class AgreementTaskInput {
  @Field(() => String, { description: "The task, 1 to 300 characters." })
  task!: string;

  @Field(() => ID, { description: "One of the parties, the hub included." })
  partnerId!: string;

  @Field(() => TaskPart, { description: "Its part in the task." })
  part!: TaskPart;
}

@InputType({ description: "Whom the others turn to about the agreement." })
export class AgreementContactInput {
  @Field(() => ID, { description: "One of the parties, once." })
  partnerId!: string;

  @Field(() => ID, { description: "A contact person of that party." })
  contactPersonId!: string;
}

@InputType({
  description: "All terms of an agreement; what is left out is not promised.",
})
export class AgreementTermsInput {
  @Field(() => String, { description: "Title, 1 to 200 characters." })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: "What it is for, at most 2000 characters.",
  })
  purpose?: string | null;

  @Field(() => Day, {
    nullable: true,
    description: "In force from; needed before it is proposed.",
  })
  validFrom?: string | null;

  @Field(() => Day, {
    nullable: true,
    description: "In force to, that day included; null: for good.",
  })
  validTo?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Days between a notice and the last day.",
  })
  noticeDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Renews itself by so many months; null: ends by its date.",
  })
  renewMonths?: number | null;

  @Field(() => DataRole, {
    description: "Part of the partner in the protection of data.",
  })
  dataRole!: DataRole;

  @Field(() => ID, {
    nullable: true,
    description: "The entrustment of data processing that it leans on.",
  })
  dpaAgreementId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Data of the highest level may travel under it.",
  })
  allowsSensitive!: boolean;

  @Field(() => [PromisedTimeInput], {
    defaultValue: [],
    description: "Promised answer times; where none is, the default.",
  })
  responseTimes!: PromisedTimeInput[];

  @Field(() => Int, {
    nullable: true,
    description: "The offer is confirmed anew after so many days.",
  })
  offerUpdateDutyDays?: number | null;

  @Field(() => Int, { nullable: true, description: "Working meetings a year." })
  meetingsPerYear?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "What is reported, and when; at most 2000 characters.",
  })
  reporting?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "How disputes are settled; at most 2000 characters.",
  })
  disputeClause?: string | null;

  @Field(() => GrantForm, {
    nullable: true,
    description: "Of a grant contract.",
  })
  grantForm?: GrantForm | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Everybody who signs in at the centre may know that there is one, and between whom; its terms stay with its parties.",
  })
  isPublic!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: "The programme that it carries out; adopted.",
  })
  programmeId?: string | null;

  @Field(() => AcquisitionMode, {
    nullable: true,
    description: "The way of acquiring services.",
  })
  financeMode?: AcquisitionMode | null;

  @Field(() => Float, {
    nullable: true,
    description: "Value in grosze, a whole number.",
  })
  amountGrosze?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "How it is settled; at most 2000 characters.",
  })
  settlementRules?: string | null;

  @Field(() => [ServiceInScopeInput], {
    defaultValue: [],
    description:
      "Services that it is for, at most 100; none: all of its parties.",
  })
  services!: ServiceInScopeInput[];

  @Field(() => [AgreementTaskInput], {
    defaultValue: [],
    description: "Who does what, at most 50 lines.",
  })
  tasks!: AgreementTaskInput[];

  @Field(() => [AgreementContactInput], {
    defaultValue: [],
    description:
      "Its contact persons; of a party that is not here: whoever is turned to first there.",
  })
  contacts!: AgreementContactInput[];
}

/** As it is kept, without loss: what cannot be kept so is left as it was said, to be refused (decision 0033). */
function promisedTime({ priority, amount, unit }: PromisedTimeInput): string {
  if (unit === "WORKING_DAYS") return `${String(amount)}d`;
  if (unit === "HOURS") return `${String(amount)}h`;
  if (priority !== "EMERGENCY" && amount <= WORKING_HOURS_A_DAY)
    return `${String(amount)}h`;
  return priority !== "EMERGENCY" && amount % WORKING_HOURS_A_DAY === 0
    ? `${String(amount / WORKING_HOURS_A_DAY)}d`
    : `${String(amount)}w`;
}

const filled = (text: string | null | undefined) => text?.trim() || null;

/** @throws BAD_USER_INPUT where an id is none */
export function readTerms(input: AgreementTermsInput): Terms {
  const promised = (priority: ReferralPriority) => {
    const time = input.responseTimes.find((one) => one.priority === priority);
    if (!time) return null;
    return promisedTime(time);
  };
  return {
    title: input.title.trim(),
    purpose: filled(input.purpose),
    validFrom: input.validFrom ?? null,
    validTo: input.validTo ?? null,
    noticeDays: input.noticeDays ?? null,
    autoRenew: Boolean(input.renewMonths),
    renewMonths: input.renewMonths ?? null,
    dataRole: input.dataRole,
    dpaAgreementId: input.dpaAgreementId
      ? fromGlobalId("Agreement", input.dpaAgreementId)
      : null,
    allowsSensitive: input.allowsSensitive,
    answerEmergency: promised("EMERGENCY"),
    answerUrgent: promised("URGENT"),
    answerStandard: promised("STANDARD"),
    offerUpdateDutyDays: input.offerUpdateDutyDays ?? null,
    meetingsPerYear: input.meetingsPerYear ?? null,
    reporting: filled(input.reporting),
    disputeClause: filled(input.disputeClause),
    grantForm: input.grantForm ?? null,
    isPublic: input.isPublic,
    programmeId: input.programmeId
      ? fromGlobalId("Programme", input.programmeId)
      : null,
    services: input.services.map(({ serviceId, placesKept }) => ({
      serviceId: fromGlobalId("Service", serviceId),
      placesKept,
    })),
    tasks: input.tasks.map(({ task, partnerId, part }) => ({
      task: task.trim(),
      partnerId: fromGlobalId("Partner", partnerId),
      part,
    })),
    contacts: input.contacts
      .map(({ partnerId, contactPersonId }) => ({
        partnerId: fromGlobalId("Partner", partnerId),
        contactPersonId: fromGlobalId("ContactPerson", contactPersonId),
      }))
      .sort((one, other) => one.partnerId.localeCompare(other.partnerId)),
  };
}

export function readMoney(input: AgreementTermsInput): Money {
  return {
    mode: input.financeMode ?? null,
    amountGrosze: input.amountGrosze ?? null,
    settlementRules: filled(input.settlementRules),
  };
}
