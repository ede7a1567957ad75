// A resident takes back her consents while her coordinator is there no more: the officer ends them by pseudonym, and sees nothing of her.
import {
  createUnionType,
  Field,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";
import { IsNull } from "typeorm";

import { Case, DisclosureBasis, endBasis } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import { InvalidInput, unknownNoun } from "../../platform/graphql/problem.js";
import { restingOn, WITHDRAW_RESTING } from "../../referrals/index.js";
import { protectionPolicy } from "../protection.policy.js";

@InputType({ description: "Whose consents are taken back." })
export class WithdrawConsentsInput {
  @Field(() => String, {
    description: "Of her case, whose coordinator has left.",
  })
  pseudonym!: string;
}

@ObjectType({ description: "All consents of a case were taken back." })
export class ConsentsWithdrawn {
  @Field(() => String, { description: "Of which case." })
  pseudonym!: string;

  @Field(() => Int, {
    description: "How many ended; none where all had ended before.",
  })
  ended!: number;
}

export const WithdrawConsentsPayload = createUnionType({
  name: "WithdrawConsentsPayload",
  description: "Outcome of taking back all consents of a case.",
  types: () => [ConsentsWithdrawn, InvalidInput] as const,
});

export async function withdrawConsents(
  work: Work,
  input: WithdrawConsentsInput,
): Promise<typeof WithdrawConsentsPayload> {
  const { centreId, say } = work;
  work.means({
    action: "UPDATE",
    noun: "Case",
    subjectId: null,
    fields: [],
    change: "BasisWithdrawn",
  });
  authorize(work, protectionPolicy.withdrawConsents, { centreId });
  const pseudonym = input.pseudonym.trim().toUpperCase();
  const [known] = await work.rows<{ case_id: string }>(
    `select case_id from cases_on_record(null, $1)`,
    [pseudonym],
  );
  if (!known)
    return unknownNoun(say, "pseudonym", {
      pl: "Nie ma takiej sprawy. Sprawdź pseudonim.",
      en: "There is no such case. Check the pseudonym.",
    });
  const ended = await work.inSystemsName(() => endAll(work, known.case_id));
  if (ended === null)
    return unknownNoun(say, "pseudonym", {
      pl: "Tę sprawę prowadzi koordynatorka. Poproś ją, żeby zapisała cofnięcie zgody.",
      en: "This case has its coordinator. Ask her to record the withdrawal.",
    });
  return Object.assign(new ConsentsWithdrawn(), { pseudonym, ended });
}

/** Nobody sends on them meanwhile; @returns null where her coordinator is there. */
async function endAll(work: Work, caseId: string): Promise<number | null> {
  const { centreId, manager } = work;
  const of = await manager.getRepository(Case).findOneOrFail({
    where: { centreId, id: caseId },
    lock: { mode: "pessimistic_write" },
  });
  const [coordinator] = await work.rows<{ has_left: boolean }>(
    `select has_left($1)`,
    [of.coordinatorAccountId],
  );
  if (!coordinator?.has_left) return null;
  const consents = await manager.getRepository(DisclosureBasis).findBy([
    { centreId, caseId, basis: "CONSENT", revokedAt: IsNull() },
    { centreId, caseId, basis: "CONSENT", endedBy: "CASE_CLOSED" },
  ]);
  for (const basis of consents) await endBasis(work, basis, "WITHDRAWN");
  // the partner sees nothing from here on; moves follow by rule
  for (const basis of consents)
    for (const id of await restingOn(work, basis))
      await work.enqueue(WITHDRAW_RESTING, id, work.now);
  return consents.length;
}
