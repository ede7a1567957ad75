// A party says yes to the terms; when all have, the agreement waits for signatures.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { faultsOfReason, speaksForAnother } from "../platform/on-behalf.js";
import { Agreement } from "./agreement.js";
import {
  AgreementMoved,
  become,
  findAgreement,
  moved,
  unread,
  whoMust,
} from "./find-agreement.js";
import { speaksFor, writeParty } from "./speaks-for.js";

@InputType({ description: "Which party says yes, to what." })
export class AgreeToAgreementInput {
  @Field(() => ID, { description: "In negotiation." })
  agreementId!: string;

  @Field(() => Int, { description: "The `version` that was read." })
  ifVersion!: number;

  @Field(() => ID, {
    nullable: true,
    description:
      "The party; null: the own one. The organiser notes what another party answered on paper.",
  })
  partnerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why, in up to 200 characters; required of the hub, who says it for another party.",
  })
  reason?: string | null;
}

export const AgreeToAgreementPayload = createUnionType({
  name: "AgreeToAgreementPayload",
  description: "The agreement with the party's yes, or why there is none.",
  types: () => [Agreement, AgreementMoved, InvalidInput] as const,
});

export async function agreeToAgreement(
  work: Work,
  input: AgreeToAgreementInput,
): Promise<typeof AgreeToAgreementPayload> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  const speaking = await speaksFor(work, agreement, input.partnerId);
  if (speaking instanceof InvalidInput) return speaking;
  if (agreement.recordedStatus !== "IN_NEGOTIATION")
    return moved(work, agreement);
  if (agreement.version !== input.ifVersion) return unread(work, agreement);
  const { party, parties } = speaking;
  const { partnerId } = party;
  // said again: it stands as it was said first
  if (party.agreedOn !== null) return agreement;
  const onBehalf = speaksForAnother(work.actor, partnerId);
  const reason = input.reason?.trim() || null;
  const problem = onBehalf ? faultsOfReason(work.say, reason) : null;
  if (problem) return problem;
  await writeParty(work, party, {
    agreedOn: localDate(work.now),
    onBehalfReason: onBehalf ? reason : null,
  });
  const all = whoMust(work, parties).every((one) => one.agreedOn !== null);
  if (all) await work.inSystemsName(() => become(work, agreement, "AGREED"));
  work.record({
    type: "AgreementPartyAgreed",
    topic: "NETWORK",
    subjectId: agreement.id,
    partnerId,
    facts: {
      kind: agreement.kind,
      status: agreement.recordedStatus,
      ...(onBehalf ? { onBehalfOf: partnerId } : {}),
    },
  });
  return agreement;
}
