// A forgotten password is set anew by the link of a mail: once, within its hour; every device is signed out.
import { createUnionType, Field, InputType, ObjectType } from "type-graphql";
import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import { transact } from "../events/index.js";
import {
  Account,
  endAllSessions,
  hashPassword,
  newPasswordFits,
  newPasswordRule,
  throttleOf,
  unbindIdentities,
} from "../identity/index.js";
import { writeLetter } from "../letters/index.js";
import type { Context } from "../platform/graphql/context.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { AccountLinkRefused, linkRefused } from "./account-link.js";
import { findLink } from "./account-link.reads.js";
import { deskOfCentre } from "./as-centre.js";
import { PasswordReset } from "./password-reset.js";
import { whoForgot } from "./password-reset.reads.js";

@InputType({ description: "The link of a mail, and the password from now on." })
export class ResetPasswordInput {
  @Field(() => String, { description: "From the address in the mail." })
  token!: string;

  @Field(() => String, { description: "From 10 to 200 characters." })
  new!: string;
}

@ObjectType({ description: "Set anew; every device is signed out." })
export class PasswordWasReset {
  @Field(() => Boolean, { description: "Always true: she signs in with it." })
  done!: boolean;
}

export const ResetPasswordPayload = createUnionType({
  name: "ResetPasswordPayload",
  description: "Outcome of setting a forgotten password anew.",
  types: () => [PasswordWasReset, AccountLinkRefused, InvalidInput] as const,
});

export async function resetPassword(
  context: Context,
  input: ResetPasswordInput,
): Promise<typeof ResetPasswordPayload> {
  const found = await findLink(context, input.token);
  const state = found?.reset?.stateAt(context.now) ?? null;
  const account = found?.account;
  if (!found?.reset || state !== "OPEN" || account?.status !== "ACTIVE")
    return linkRefused(context.say, state === "OPEN" ? "EXPIRED" : state);
  const problem = new InputCheck(context.say).that(
    newPasswordFits(input.new),
    "new",
    newPasswordRule,
  ).problem;
  if (problem) return problem;
  const { id } = found.reset;
  const forgot = await whoForgot(context.dataSource, id);
  if (!forgot) return linkRefused(context.say, "EXPIRED");
  const passwordHash = await hashPassword(input.new);
  const outcome = await transact(
    deskOfCentre(context, forgot.centre_id),
    (work) => setAnew(work, id, account.id, passwordHash),
  );
  if (outcome instanceof AccountLinkRefused) return outcome;
  context.rightsChanged(account.id);
  // whoever guessed meanwhile does not keep her out
  const throttle = throttleOf(context);
  await throttle.forgive(account.email, context.session.address);
  await throttle.codes.startAnew(account.id);
  return outcome;
}

async function setAnew(
  work: Work,
  id: string,
  accountId: string,
  passwordHash: string,
): Promise<PasswordWasReset | AccountLinkRefused> {
  const resets = work.manager.getRepository(PasswordReset);
  const { affected } = await resets.update(
    { id, usedAt: IsNull() },
    { usedAt: work.now },
  );
  if (affected !== 1) return linkRefused(work.say, "USED");
  // older links of hers open nothing any more
  await resets.update({ accountId, usedAt: IsNull() }, { usedAt: work.now });
  await work.manager
    .getRepository(Account)
    .update(
      { id: accountId },
      { passwordHash, mustChangePassword: false, oneTimeUntil: null },
    );
  await unbindIdentities(work, accountId);
  await endAllSessions(work, accountId);
  work.record({
    type: "PasswordReset",
    topic: "RIGHTS",
    subjectId: accountId,
    facts: {},
  });
  await writeLetter(work, { kind: "password-changed", accountId });
  return Object.assign(new PasswordWasReset(), { done: true });
}
