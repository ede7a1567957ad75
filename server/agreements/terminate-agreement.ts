// The organiser ends an agreement before its time: it binds to the last day of the notice, and what runs under it is planned first.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { addDays, localDate, wordsOfDay } from "../platform/calendar.js";
import type { Problem } from "../platform/graphql/problem.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { Agreement } from "./agreement.js";
import { agreementPolicy } from "./agreements.policy.js";
import { recordState, refreshParties } from "./bind.js";
import { whatHoldsBack } from "./ending.js";
import {
  AgreementMoved,
  become,
  findAgreement,
  moved,
} from "./find-agreement.js";
import { rejectProposed } from "./keep-version.js";
import { checkReason } from "./reject-agreement.js";

@InputType({ description: "Which agreement ends when, and why." })
export class TerminateAgreementInput {
  @Field(() => ID, { description: "Signed, in force or suspended." })
  agreementId!: string;

  @Field(() => Day, {
    description:
      "Its last day: today or later, and not before the notice is over.",
  })
  lastDay!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "The parties agreed on it: the notice need not be kept.",
  })
  byConsent!: boolean;

  @Field(() => String, { description: "Why, 1 to 500 characters." })
  reason!: string;
}

export const TerminateAgreementPayload = createUnionType({
  name: "TerminateAgreementPayload",
  description: "The agreement with its last day, or why it goes on.",
  types: () => [Agreement, AgreementMoved, InvalidInput] as const,
});

export async function terminateAgreement(
  work: Work,
  input: TerminateAgreementInput,
): Promise<typeof TerminateAgreementPayload | Problem> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  authorize(work, agreementPolicy.keep, agreement);
  const day = localDate(work.now);
  if (!agreement.mayBecome("TERMINATED", day)) return moved(work, agreement);
  const { lastDay, reason } = input;
  const problem =
    lastDayFaults(work, agreement, input) ?? checkReason(work, reason);
  if (problem) return problem;
  const held = await whatHoldsBack(work, {
    agreement,
    partnerIds: agreement.partyIds,
    lastDay,
  });
  if (held) return held;
  const hasBegun =
    agreement.validFrom !== null && agreement.validFrom <= lastDay;
  const end = () =>
    become(
      work,
      agreement,
      hasBegun ? agreement.recordedStatus : "TERMINATED",
      {
        endedOn: lastDay,
        endReason: reason.trim(),
        autoRenew: false,
        ...(hasBegun ? { validTo: lastDay } : {}),
      },
    );
  // that it renews itself until then is what all have signed, and nobody's own hand
  const renews = agreement.validTo !== null && lastDay > agreement.validTo;
  await (renews ? work.inSystemsName(end) : end());
  recordState(work, agreement, "AgreementNoticeGiven", { lastDay });
  await rejectProposed(work, agreement);
  await refreshParties(work, agreement);
  return agreement;
}

function lastDayFaults(
  work: Work,
  agreement: Agreement,
  { lastDay, byConsent }: TerminateAgreementInput,
): InvalidInput | null {
  const day = localDate(work.now);
  const earliest = byConsent ? day : addDays(day, agreement.noticeDays ?? 0);
  const words = wordsOfDay(earliest);
  return new InputCheck(work.say)
    .that(lastDay >= earliest, "lastDay", {
      pl: `Najwcześniejszy ostatni dzień to ${words.pl}${byConsent ? "" : ": tyle trwa wypowiedzenie"}.`,
      en: `The earliest last day is ${words.en}${byConsent ? "" : ": so long is the notice"}.`,
    })
    .that(
      // one that renews itself goes on past the last day on record
      agreement.lastDay === null || lastDay <= agreement.lastDay,
      "lastDay",
      {
        pl: "Ta umowa i tak kończy się wcześniej.",
        en: "This agreement ends earlier anyway.",
      },
    ).problem;
}
