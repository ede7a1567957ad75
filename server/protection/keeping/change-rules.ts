// The officer or the director sets for how long something is kept and shown.
import {
  createUnionType,
  Field,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../../events/index.js";
import { authorize, signedIn } from "../../identity/index.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
} from "../../platform/graphql/problem.js";
import { protectionPolicy } from "../protection.policy.js";
import {
  ERASE_AFTER_MONTHS,
  MASK_AFTER_DAYS,
  ProtectionRules,
  usualRules,
} from "./protection-rules.js";

@InputType({ description: "For how long something is kept and shown." })
export class SetProtectionRulesInput {
  @Field(() => Int, {
    nullable: true,
    description: "The version that was seen; left out: whatever it is.",
  })
  ifVersion?: number | null;

  @Field(() => Int, { description: "Days, 0 to 90." })
  maskAfterDays!: number;

  @Field(() => Int, { description: "Months, 6 to 120." })
  eraseAfterMonths!: number;

  @Field(() => Boolean, { description: "Erased without being proposed." })
  erasesByItself!: boolean;
}

@ObjectType({
  implements: Problem,
  description: "The terms are others by now. Nothing was changed.",
})
export class ProtectionRulesMoved extends Problem {
  @Field(() => ProtectionRules, { description: "As they are now." })
  rules: ProtectionRules;

  constructor(message: string, rules: ProtectionRules) {
    super(message);
    this.rules = rules;
  }
}

export const SetProtectionRulesPayload = createUnionType({
  name: "SetProtectionRulesPayload",
  description: "Outcome of setting the terms.",
  types: () => [ProtectionRules, ProtectionRulesMoved, InvalidInput] as const,
});

export async function setProtectionRules(
  work: Work,
  input: SetProtectionRulesInput,
): Promise<typeof SetProtectionRulesPayload> {
  const { centreId, say } = work;
  authorize(work, protectionPolicy.setRules, { centreId });
  const { maskAfterDays, eraseAfterMonths, erasesByItself } = input;
  const { problem } = new InputCheck(say)
    .that(within(maskAfterDays, MASK_AFTER_DAYS), "maskAfterDays", {
      pl: "Wpisz od 0 do 90 dni.",
      en: "Give 0 to 90 days.",
    })
    .that(within(eraseAfterMonths, ERASE_AFTER_MONTHS), "eraseAfterMonths", {
      pl: "Wpisz od 6 do 120 miesięcy. Wcześniej potrzebna jest rozmowa pół roku po zakończeniu.",
      en: "Give 6 to 120 months. Before that the talk half a year after the end is due.",
    });
  if (problem) return problem;
  await work.alone(`protection rules ${centreId}`);
  const kept = work.manager.getRepository(ProtectionRules);
  const before = (await kept.findOneBy({ centreId })) ?? usualRules(centreId);
  if (before.version !== (input.ifVersion ?? before.version))
    return new ProtectionRulesMoved(
      say({
        pl: "Ktoś zmienił te zasady w tym czasie. Zobacz, jakie są teraz.",
        en: "Somebody changed these terms meanwhile. See how they are now.",
      }),
      before,
    );
  const set = Object.assign(new ProtectionRules(), {
    centreId,
    maskAfterDays,
    eraseAfterMonths,
    erasesByItself,
    version: before.version + 1,
    changedAt: work.now,
    changedByName: await nameOf(work),
  } satisfies ProtectionRules);
  if (before.version === 0) await kept.insert(set);
  else await kept.update({ centreId }, set);
  work.touch({
    action: "CONFIG_CHANGE",
    noun: "ProtectionRules",
    subjectId: centreId,
    fields: ["maskAfterDays", "eraseAfterMonths", "erasesByItself"],
    change: "ProtectionRulesSet",
  });
  return set;
}

const within = (
  value: number,
  { least, most }: { least: number; most: number },
) => value >= least && value <= most;

async function nameOf(work: Work): Promise<string> {
  const [account] = await work.rows<{ name: string }>(
    `select name from account where id = $1`,
    [signedIn(work).accountId],
  );
  return account?.name ?? "";
}
