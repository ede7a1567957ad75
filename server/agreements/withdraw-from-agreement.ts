// A party leaves an agreement of several parties; the others stay bound as long as there are enough of them.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import type { Problem } from "../platform/graphql/problem.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { Agreement } from "./agreement.js";
import { recordState, refreshParties } from "./bind.js";
import { whatHoldsBack } from "./ending.js";
import {
  AgreementMoved,
  become,
  findAgreement,
  hubOf,
  moved,
} from "./find-agreement.js";
import { rejectProposed } from "./keep-version.js";
import { checkReason } from "./reject-agreement.js";
import { speaksFor, writeParty } from "./speaks-for.js";

@InputType({ description: "Which party leaves which agreement, and why." })
export class WithdrawFromAgreementInput {
  @Field(() => ID, { description: "Signed or in force, of several parties." })
  agreementId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The party; null: the own one.",
  })
  partnerId?: string | null;

  @Field(() => String, { description: "Why, 1 to 500 characters." })
  reason!: string;
}

export const WithdrawFromAgreementPayload = createUnionType({
  name: "WithdrawFromAgreementPayload",
  description: "The agreement without the party, or why it stays.",
  types: () => [Agreement, AgreementMoved, InvalidInput] as const,
});

export async function withdrawFromAgreement(
  work: Work,
  input: WithdrawFromAgreementInput,
): Promise<typeof WithdrawFromAgreementPayload | Problem> {
  const agreement = await findAgreement(work, input.agreementId);
  if (!(agreement instanceof Agreement)) return agreement;
  const speaking = await speaksFor(work, agreement, input.partnerId);
  if (speaking instanceof InvalidInput) return speaking;
  const { party, parties } = speaking;
  const day = localDate(work.now);
  if (!agreement.mayBecome("WITHDRAWN", day)) return moved(work, agreement);
  const hubId = await hubOf(work);
  const others = parties.filter(
    (one) => one.leftOn === null && one.partnerId !== hubId,
  );
  if (party.partnerId === hubId || others.length < 2)
    return unknownNoun(work.say, "partnerId", {
      pl: "Z umowy dwóch stron nie można wyjść w ten sposób. Trzeba ją wypowiedzieć.",
      en: "An agreement of two parties cannot be left like this. It has to be terminated.",
    });
  const problem = checkReason(work, input.reason);
  if (problem) return problem;
  const staying = others.length - 1;
  const endsForAll = staying < (agreement.hasSeveralParties ? 2 : 1);
  const held = await whatHoldsBack(work, {
    agreement,
    // with too few left it ends for those who stay as well
    partnerIds: endsForAll
      ? others.map(({ partnerId }) => partnerId)
      : [party.partnerId],
    lastDay: day,
  });
  if (held) return held;
  await writeParty(work, party, {
    leftOn: day,
    leaveReason: input.reason.trim(),
  });
  if (endsForAll) {
    await work.inSystemsName(() =>
      become(work, agreement, "WITHDRAWN", { endedOn: day }),
    );
    await rejectProposed(work, agreement);
  }
  recordState(work, agreement, "AgreementPartyLeft", { parties: staying });
  await refreshParties(work, agreement);
  return agreement;
}
