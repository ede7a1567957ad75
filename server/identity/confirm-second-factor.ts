// The first right code puts a second factor in force: recovery codes are told once, all other devices are signed out.
import { createUnionType, Field, InputType, ObjectType } from "type-graphql";

import type { Work } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import type { Member } from "../platform/permission/actor.js";
import { authenticateAgain } from "./authenticate.reads.js";
import { endOtherSessions, recordRights } from "./lock-account.js";
import { forOwnAccount } from "./own-account.js";
import {
  newRecoveryCodes,
  plainCode,
  SecondFactor,
  stepOf,
} from "./second-factor.js";
import { Session } from "./session.js";
import { writeSignInLetter } from "./sign-in-letter.js";
import { recoveryFingerprint, tryCode } from "./use-code.js";
import { Viewer } from "./viewer.js";

@InputType({ description: "The first code of a new second factor." })
export class ConfirmSecondFactorInput {
  @Field(() => String, { description: "What the app shows now." })
  code!: string;
}

@ObjectType({
  description:
    "Codes on paper for the day the phone is lost; told this once, each opens once.",
})
export class RecoveryCodes {
  @Field(() => [String], { description: "Ten codes; those before are dead." })
  codes!: string[];

  @Field(() => Viewer, { description: "The viewer, with all roles." })
  viewer!: Viewer;
}

export const ConfirmSecondFactorPayload = createUnionType({
  name: "ConfirmSecondFactorPayload",
  description: "Outcome of setting up a second factor.",
  types: () => [RecoveryCodes, InvalidInput] as const,
});

export async function confirmSecondFactor(
  context: Context,
  member: Member,
  { code }: ConfirmSecondFactorInput,
): Promise<string[] | InvalidInput> {
  const { accountId, sessionId } = member;
  const codes = newRecoveryCodes();
  const wrong = await tryCode(context, accountId, () =>
    forOwnAccount(context, member, (work) =>
      putInForce(work, member, code, codes),
    ),
  );
  if (wrong) return wrong;
  context.rightsChanged(accountId);
  const again = await authenticateAgain(
    context.dataSource,
    [sessionId],
    context.now,
  );
  await context.become(again.get(sessionId) ?? member);
  return codes;
}

/** @returns whether there was one to confirm, and the code is its */
async function putInForce(
  work: Work,
  { accountId, sessionId }: Member,
  code: string,
  codes: readonly string[],
): Promise<boolean> {
  const { keys, now } = work;
  const factors = work.manager.getRepository(SecondFactor);
  const factor = await factors.findOne({
    where: { accountId },
    lock: { mode: "pessimistic_write" },
  });
  const { pending = null, pendingUntil = null } = factor ?? {};
  if (!pending || !pendingUntil || pendingUntil <= now) return false;
  const secret = keys.unseal("second-factor", accountId, pending);
  const lastStep =
    secret === null ? null : stepOf(secret, plainCode(code), now);
  if (lastStep === null) return false;
  await factors.update(
    { accountId },
    {
      secret: pending,
      confirmedAt: now,
      lastStep,
      recovery: codes.map((one) => recoveryFingerprint(keys, accountId, one)),
      pending: null,
      pendingUntil: null,
    },
  );
  await endOtherSessions(work, accountId, sessionId);
  await work.manager
    .getRepository(Session)
    .update({ id: sessionId }, { secondFactorAt: now });
  recordRights(work, accountId, "SecondFactorSet");
  await writeSignInLetter(work, accountId, "second-factor-set");
  return true;
}
