// That it is she who asks, and nobody at her open screen: she signed in a moment ago, or gives her password once more.
import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { InputCheck } from "../platform/graphql/problem.js";
import type { Member } from "../platform/permission/actor.js";
import { Account } from "./account.js";
import { passwordFits } from "./password.js";
import { Session } from "./session.js";
import { throttleOf, TOO_MANY_TRIES } from "./throttle.js";

/** Before what changes the ways into an account. */
export async function showsItIsHer(
  context: Context,
  member: Member,
  password: string | null | undefined,
): Promise<InvalidInput | null> {
  const session = await inTransaction(context.dataSource, member, (manager) =>
    manager.getRepository(Session).findOneByOrFail({ id: member.sessionId }),
  );
  if (session.isFresh(context.now)) return null;
  if (password) return showsPassword(context, member, password);
  return new InputCheck(context.say).that(false, "password", {
    pl: "Od zalogowania minęła chwila. Podaj hasło albo zaloguj się od nowa.",
    en: "You signed in a while ago. Enter your password, or sign in anew.",
  }).problem;
}

export async function showsPassword(
  context: Context,
  member: Member,
  password: string,
): Promise<InvalidInput | null> {
  const { accountId: id } = member;
  const account = await inTransaction(context.dataSource, member, (manager) =>
    manager.getRepository(Account).findOneByOrFail({ id }),
  );
  const throttle = throttleOf(context);
  const { address } = context.session;
  const mayTry = await throttle.count(account.email, address);
  const fits =
    mayTry &&
    (await passwordFits(account.passwordHash, password.slice(0, 1000)));
  if (fits) await throttle.forgive(account.email, address);
  return new InputCheck(context.say)
    .that(mayTry, "password", TOO_MANY_TRIES)
    .that(fits || !mayTry, "password", {
      pl: "To nie jest Twoje hasło.",
      en: "This is not your password.",
    }).problem;
}
