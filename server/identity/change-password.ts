// The own password: changed by who knows the old one; all other devices are signed out.
import { createUnionType, Field, InputType, ObjectType } from "type-graphql";
import { IsNull, Not } from "typeorm";

import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import type { Member } from "../platform/permission/actor.js";
import { Account } from "./account.js";
import { authenticateAgain } from "./authenticate.reads.js";
import {
  hashPassword,
  newPasswordFits,
  newPasswordRule,
  passwordFits,
} from "./password.js";
import { Session } from "./session.js";
import { throttleOf, TOO_MANY_TRIES } from "./throttle.js";
import { Viewer } from "./viewer.js";

@InputType({ description: "The viewer's old and new password." })
export class ChangePasswordInput {
  @Field(() => String, { description: "The password until now." })
  current!: string;

  @Field(() => String, { description: "From 10 to 200 characters." })
  new!: string;
}

@ObjectType({ description: "Changed; all other devices are signed out." })
export class PasswordChanged {
  @Field(() => Viewer, { description: "The viewer, with all roles again." })
  viewer!: Viewer;
}

export const ChangePasswordPayload = createUnionType({
  name: "ChangePasswordPayload",
  description: "Outcome of changing the own password.",
  types: () => [PasswordChanged, InvalidInput] as const,
});

export async function changePassword(
  context: Context,
  member: Member,
  input: ChangePasswordInput,
): Promise<InvalidInput | null> {
  const account = await inTransaction(context.dataSource, member, (manager) =>
    manager.getRepository(Account).findOneByOrFail({ id: member.accountId }),
  );
  const throttle = throttleOf(context);
  const { address } = context.session;
  const mayTry = await throttle.count(account.email, address);
  const fits =
    mayTry && (await passwordFits(account.passwordHash, input.current));
  const problem = new InputCheck(context.say)
    .that(mayTry, "current", TOO_MANY_TRIES)
    .that(fits || !mayTry, "current", {
      pl: "To nie jest obecne hasło.",
      en: "This is not the current password.",
    })
    .that(newPasswordFits(input.new), "new", newPasswordRule)
    .that(input.new !== input.current, "new", {
      pl: "Nowe hasło musi być inne niż obecne.",
      en: "The new password must differ from the current one.",
    }).problem;
  if (problem) return problem;
  const passwordHash = await hashPassword(input.new);
  await inTransaction(context.dataSource, member, async (manager) => {
    await manager
      .getRepository(Account)
      .update(
        { id: account.id },
        { passwordHash, mustChangePassword: false, oneTimeUntil: null },
      );
    await manager.getRepository(Session).update(
      {
        accountId: account.id,
        id: Not(member.sessionId),
        endedAt: IsNull(),
      },
      { endedAt: context.now },
    );
  });
  await throttle.forgive(account.email, address);
  await throttle.codes.startAnew(account.id);
  context.rightsChanged(account.id);
  const again = await authenticateAgain(
    context.dataSource,
    [member.sessionId],
    context.now,
  );
  await context.become(again.get(member.sessionId) ?? member);
  return null;
}
