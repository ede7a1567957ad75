// The second step of signing in: a code of the phone, or one on paper, opens what the first step left half open.
import { createUnionType, Field, InputType } from "type-graphql";
import { IsNull, MoreThan } from "typeorm";

import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import type { SessionToken } from "./open-session.js";
import { enter } from "./open-session.js";
import { expiryFrom, hashOf, newToken, Session } from "./session.js";
import { SignedIn, SignInRefused } from "./sign-in.js";
import { recordSignedIn, recordSignInRefused } from "./sign-in-record.js";
import { useCode } from "./use-code.js";

@InputType({ description: "The second step of signing in." })
export class CompleteSignInInput {
  @Field(() => String, { description: "Of SecondFactorNeeded." })
  ticket!: string;

  @Field(() => String, {
    description:
      "What the app shows now, or one of the recovery codes. Each is taken once.",
  })
  code!: string;
}

export const CompleteSignInPayload = createUnionType({
  name: "CompleteSignInPayload",
  description:
    "Outcome of the second step: InvalidInput, another code may be tried; SignInRefused, sign in anew.",
  types: () => [SignedIn, InvalidInput, SignInRefused] as const,
});

export async function completeSignIn(
  context: Context,
  input: CompleteSignInInput,
): Promise<SessionToken | InvalidInput | SignInRefused> {
  const waiting = {
    tokenHash: hashOf(input.ticket),
    halfOpen: true,
    endedAt: IsNull(),
    expiresAt: MoreThan(context.now),
  };
  const tooLate = () =>
    new SignInRefused(
      context.say({
        pl: "Na kod trzeba było czekać zbyt długo. Zaloguj się od początku.",
        en: "The code took too long. Sign in anew.",
      }),
    );
  const session = await inTransaction(
    context.dataSource,
    { kind: "authentication" },
    (manager) => manager.getRepository(Session).findOneBy(waiting),
  );
  if (!session) return tooLate();
  const { accountId } = session;
  const wrong = await useCode(context, accountId, input.code, () =>
    recordSignInRefused(context, accountId),
  );
  if (wrong) return wrong;
  const { now } = context;
  const token = newToken();
  const { affected } = await inTransaction(
    context.dataSource,
    { kind: "authentication", accountId },
    async (manager) => {
      const opened = await manager.getRepository(Session).update(waiting, {
        tokenHash: hashOf(token),
        halfOpen: false,
        secondFactorAt: now,
        startedAt: now,
        lastUsedAt: now,
        expiresAt: expiryFrom(now, now),
      });
      if (opened.affected === 1)
        await recordSignedIn(manager, context, session);
      return opened;
    },
  );
  return (affected === 1 ? await enter(context, token) : null) ?? tooLate();
}
