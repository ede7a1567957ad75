// New recovery codes for who has used hers up or lost the paper; the old ones are dead at once.
import { createUnionType, Field, InputType } from "type-graphql";

import type { Context } from "../platform/graphql/context.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import type { Member } from "../platform/permission/actor.js";
import { RecoveryCodes } from "./confirm-second-factor.js";
import { recordRights } from "./lock-account.js";
import { forOwnAccount } from "./own-account.js";
import { showsItIsHer } from "./own-password.js";
import { newRecoveryCodes, SecondFactor } from "./second-factor.js";
import { recoveryFingerprint, useCode } from "./use-code.js";

@InputType({ description: "Whose recovery codes are to be new." })
export class RenewRecoveryCodesInput {
  @Field(() => String, { description: "What the app shows now." })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Hers; asked for where she signed in more than 15 minutes ago.",
  })
  password?: string | null;
}

export const RenewRecoveryCodesPayload = createUnionType({
  name: "RenewRecoveryCodesPayload",
  description: "Outcome of asking for new recovery codes.",
  types: () => [RecoveryCodes, InvalidInput] as const,
});

export async function renewRecoveryCodes(
  context: Context,
  member: Member,
  { code, password }: RenewRecoveryCodesInput,
): Promise<string[] | InvalidInput> {
  const { accountId } = member;
  const wrong =
    (await showsItIsHer(context, member, password)) ??
    (await useCode(context, accountId, code));
  if (wrong) return wrong;
  const codes = newRecoveryCodes();
  await forOwnAccount(context, member, async (work) => {
    const recovery = codes.map((one) =>
      recoveryFingerprint(work.keys, accountId, one),
    );
    await work.manager
      .getRepository(SecondFactor)
      .update({ accountId }, { recovery });
    recordRights(work, accountId, "RecoveryCodesRenewed");
  });
  return codes;
}
