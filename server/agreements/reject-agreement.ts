// A party does not make the agreement, before it was signed by all; that ends it.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { noPersonsNumber } from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Agreement } from "./agreement.js";
import {
  AgreementMoved,
  become,
  findAgreement,
  moved,
} from "./find-agreement.js";
import { speaksFor } from "./speaks-for.js";

@InputType({ description: "Which agreement does not come about, and why." })
export class RejectAgreementInput {
  @Field(() => ID, {
    description: "In negotiation, or waiting for signatures.",
  })
  agreementId!: string;

  @Field(() => String, { description: "Why, 1 to 500 characters." })
  reason!: string;
}

export const RejectAgreementPayload = createUnionType({
  name: "RejectAgreementPayload",
  description: "The agreement that did not come about, or why it goes on.",
  types: () => [Agreement, AgreementMoved, InvalidInput] as const,
});

export async function rejectAgreement(
  work: Work,
  input: RejectAgreementInput,
): Promise<typeof RejectAgreementPayload> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  const speaking = await speaksFor(work, agreement, null);
  if (speaking instanceof InvalidInput) return speaking;
  const day = localDate(work.now);
  if (!agreement.mayBecome("REJECTED", day)) return moved(work, agreement);
  const problem = checkReason(work, input.reason);
  if (problem) return problem;
  await work.inSystemsName(() =>
    become(work, agreement, "REJECTED", {
      endedOn: day,
      endReason: input.reason.trim(),
    }),
  );
  work.record({
    type: "AgreementRejected",
    topic: "NETWORK",
    subjectId: agreement.id,
    partnerId: speaking.party.partnerId,
    facts: { kind: agreement.kind, status: "REJECTED" },
  });
  return agreement;
}

export function checkReason(work: Work, reason: string): InvalidInput | null {
  const { length } = reason.trim();
  return new InputCheck(work.say)
    .that(length >= 1 && length <= 500, "reason", {
      pl: "Napisz powód, od 1 do 500 znaków.",
      en: "Write the reason, from 1 to 500 characters.",
    })
    .that(!holdsPersonsNumber(reason), "reason", noPersonsNumber).problem;
}
