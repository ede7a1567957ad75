// Signing in: an e-mail and a password become a session; who guesses learns nothing.
import { randomUUID } from "node:crypto";

import { Field, InputType, ObjectType, createUnionType } from "type-graphql";
import type { EntityManager } from "typeorm";

import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { Problem } from "../platform/graphql/problem.js";
import { Account } from "./account.js";
import { authenticate } from "./authenticate.js";
import { passwordFits } from "./password.js";
import { expiryFrom, hashOf, newToken } from "./session.js";
import { throttleOf } from "./throttle.js";
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
  types: () => [SignedIn, SignInRefused] as const,
});

export async function signIn(
  context: Context,
  input: SignInInput,
): Promise<{ token: string } | SignInRefused> {
  const email = input.email.trim().toLowerCase();
  const { address } = context.session;
  const throttle = throttleOf(context.dataSource);
  if (!(await throttle.count(email, address)))
    return new SignInRefused(
      context.say({
        pl: "Za dużo prób. Spróbuj za 15 minut.",
        en: "Too many tries. Try again in 15 minutes.",
      }),
    );
  const account = await inTransaction(
    context.dataSource,
    { kind: "authentication" },
    (manager) => manager.getRepository(Account).findOneBy({ email }),
  );
  const fits = await passwordFits(
    account?.passwordHash ?? null,
    input.password.slice(0, 1000),
  );
  const token =
    account && fits && account.status === "ACTIVE"
      ? await openSession(context, account)
      : null;
  if (!token)
    return new SignInRefused(
      context.say({
        pl: "E-mail lub hasło się nie zgadza. Sprawdź oba.",
        en: "E-mail or password does not fit. Check both.",
      }),
    );
  await throttle.forgive(email, address);
  context.session.keep(token);
  return { token };
}

/** Null where the account has nothing to act as. */
async function openSession(
  context: Context,
  account: Account,
): Promise<string | null> {
  const token = newToken();
  const opened = await inTransaction(
    context.dataSource,
    { kind: "authentication", accountId: account.id },
    async (manager) => {
      const assignment = await lastAssignment(manager, account.id);
      if (!assignment) return false;
      await manager.query(
        `insert into session (id, token_hash, account_id, centre_id, assignment_id, device, started_at, last_used_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
        [
          randomUUID(),
          hashOf(token),
          account.id,
          assignment.centre_id,
          assignment.id,
          context.session.device.slice(0, 200),
          context.now,
          expiryFrom(context.now),
        ],
      );
      return true;
    },
  );
  if (!opened) return null;
  const member = await authenticate(context.dataSource, token, context.now);
  if (member) await context.become(member);
  return token;
}

/** Where the account worked last, else its oldest assignment. */
async function lastAssignment(
  manager: EntityManager,
  accountId: string,
): Promise<{ centre_id: string; id: string } | undefined> {
  const [assignment] = await manager.query<{ centre_id: string; id: string }[]>(
    `select g.centre_id, g.id from assignment g
     where g.account_id = $1 and g.ended_at is null
     order by (select max(s.last_used_at) from session s
               where s.centre_id = g.centre_id and s.assignment_id = g.id) desc nulls last, g.started_at, g.id
     limit 1`,
    [accountId],
  );
  return assignment;
}
