// Signing in: an e-mail and a password become a session; who guesses learns nothing.
import { createUnionType, Field, InputType, ObjectType } from "type-graphql";

import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { Problem } from "../platform/graphql/problem.js";
import { Account } from "./account.js";
import { signedIn } from "./authorize.js";
import { viewerOf } from "./identity.reads.js";
import type { SessionToken } from "./open-session.js";
import { openSession, SecondFactorNeeded } from "./open-session.js";
import { passwordFits } from "./password.js";
import { recordSignInRefused, recordSlowedDown } from "./sign-in-record.js";
import { throttleOf, TOO_MANY_TRIES } from "./throttle.js";
import { Viewer } from "./viewer.js";

@InputType({ description: "Who signs in." })
export class SignInInput {
  @Field(() => String, { description: "E-mail of the account." })
  email!: string;

  @Field(() => String, { description: "The password." })
  password!: string;
}

@ObjectType({ description: "Signed in; a browser got its cookie." })
export class SignedIn {
  @Field(() => String, {
    description: "For programs: `authorization: Bearer …`, on the socket too.",
  })
  token!: string;

  @Field(() => Viewer, { description: "Who is signed in now." })
  viewer!: Viewer;
}

@ObjectType({
  implements: Problem,
  description: "E-mail and password do not fit, or there were too many tries.",
})
export class SignInRefused extends Problem {}

export const SignInPayload = createUnionType({
  name: "SignInPayload",
  description: "Outcome of signing in.",
  types: () => [SignedIn, SecondFactorNeeded, SignInRefused] as const,
});

export async function signIn(
  context: Context,
  input: SignInInput,
): Promise<SessionToken | SecondFactorNeeded | SignInRefused> {
  const email = input.email.trim().toLowerCase();
  const { address } = context.session;
  const throttle = throttleOf(context);
  if (!(await throttle.count(email, address))) {
    if (await throttle.isNews(email)) {
      const slowed = await findByEmail(context, email);
      await recordSlowedDown(context, slowed?.id ?? null);
    }
    return new SignInRefused(context.say(TOO_MANY_TRIES));
  }
  const account = await findByEmail(context, email);
  const fits = await passwordFits(
    account?.passwordHash ?? null,
    input.password.slice(0, 1000),
  );
  // only who knows the password learns that it was good once
  if (account && fits && hasLapsed(account, context.now)) {
    await recordSignInRefused(context, account.id);
    return new SignInRefused(
      context.say({
        pl: "To hasło jednorazowe już nie działa. Poproś o nowe.",
        en: "This one-time password no longer works. Ask for a new one.",
      }),
    );
  }
  const opened =
    account && fits && account.status === "ACTIVE"
      ? await openSession(context, account)
      : null;
  if (!opened) {
    await recordSignInRefused(context, account?.id ?? null);
    return new SignInRefused(
      context.say({
        pl: "E-mail lub hasło się nie zgadza. Sprawdź oba.",
        en: "E-mail or password does not fit. Check both.",
      }),
    );
  }
  await throttle.forgive(email, address);
  return opened;
}

function findByEmail(
  { dataSource }: Context,
  email: string,
): Promise<Account | null> {
  return inTransaction(dataSource, { kind: "authentication" }, (manager) =>
    manager.getRepository(Account).findOneBy({ email }),
  );
}

export function hasLapsed(account: Account, now: Date): boolean {
  const { mustChangePassword, oneTimeUntil } = account;
  return mustChangePassword && oneTimeUntil !== null && oneTimeUntil <= now;
}

/** What every way of signing in answers at its end. */
export async function asSignedIn(
  context: Context,
  { token }: SessionToken,
): Promise<SignedIn> {
  const viewer = await viewerOf(context, signedIn(context));
  return Object.assign(new SignedIn(), { token, viewer });
}
