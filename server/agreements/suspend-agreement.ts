// The organiser suspends an agreement in force, and lets it go on: meanwhile nobody new is referred under it.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { Agreement } from "./agreement.js";
import { agreementPolicy } from "./agreements.policy.js";
import { recordState, refreshParties } from "./bind.js";
import {
  AgreementMoved,
  AgreementNotReady,
  become,
  findAgreement,
  moved,
} from "./find-agreement.js";
import { lacksPlaces } from "./kept-within-total.js";
import { checkReason } from "./reject-agreement.js";
import { termsInForce } from "./write-terms.js";

@InputType({ description: "Which agreement is suspended, and why." })
export class SuspendAgreementInput {
  @Field(() => ID, { description: "In force." })
  agreementId!: string;

  @Field(() => String, { description: "Why, 1 to 500 characters." })
  reason!: string;
}

@InputType({ description: "Which agreement goes on." })
export class ResumeAgreementInput {
  @Field(() => ID, { description: "Suspended." })
  agreementId!: string;
}

export const SuspendAgreementPayload = createUnionType({
  name: "SuspendAgreementPayload",
  description: "The suspended agreement, or why it goes on.",
  types: () => [Agreement, AgreementMoved, InvalidInput] as const,
});

export const ResumeAgreementPayload = createUnionType({
  name: "ResumeAgreementPayload",
  description: "The agreement in force again, or why it is not.",
  types: () =>
    [Agreement, AgreementMoved, AgreementNotReady, InvalidInput] as const,
});

export async function suspendAgreement(
  work: Work,
  input: SuspendAgreementInput,
): Promise<typeof SuspendAgreementPayload> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  authorize(work, agreementPolicy.keep, agreement);
  const day = localDate(work.now);
  if (!agreement.mayBecome("SUSPENDED", day)) return moved(work, agreement);
  const problem = checkReason(work, input.reason);
  if (problem) return problem;
  await become(work, agreement, "SUSPENDED", {
    suspendedOn: day,
    suspendReason: input.reason.trim(),
  });
  recordState(work, agreement, "AgreementSuspended");
  await refreshParties(work, agreement);
  return agreement;
}

export async function resumeAgreement(
  work: Work,
  input: ResumeAgreementInput,
): Promise<typeof ResumeAgreementPayload> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  authorize(work, agreementPolicy.keep, agreement);
  if (agreement.statusOn(localDate(work.now)) !== "SUSPENDED")
    return moved(work, agreement);
  const { services } = await termsInForce(work, agreement);
  const lacking = await lacksPlaces(work, services);
  if (lacking) return lacking;
  await become(work, agreement, "ACTIVE", {
    suspendedOn: null,
    suspendReason: null,
  });
  recordState(work, agreement, "AgreementResumed");
  await refreshParties(work, agreement);
  return agreement;
}
