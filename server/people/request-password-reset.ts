// Somebody has forgotten a password: the answer is the same whoever asks about whom, and the mail comes later.
import { randomUUID } from "node:crypto";

import { Field, InputType } from "type-graphql";

import { Account, throttleOf } from "../identity/index.js";
import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { PasswordReset, resetExpiry } from "./password-reset.js";

@InputType({ description: "Whose password was forgotten." })
export class RequestPasswordResetInput {
  @Field(() => String, { description: "E-mail of the account." })
  email!: string;
}

/** One row by the same statements, whether anybody has the address or nobody; what follows is worked out by a job. */
export async function requestPasswordReset(
  context: Context,
  input: RequestPasswordResetInput,
): Promise<void> {
  const email = input.email.trim().toLowerCase().slice(0, 254);
  const { now, session } = context;
  const throttle = throttleOf(context);
  if (!(await throttle.countReset(email, session.address))) return;
  await inTransaction(
    context.dataSource,
    { kind: "authentication" },
    async (manager) => {
      const account = await manager.getRepository(Account).findOneBy({ email });
      await manager.getRepository(PasswordReset).insert({
        id: randomUUID(),
        accountId: account?.id ?? null,
        requestedAt: now,
        expiresAt: resetExpiry(now),
        usedAt: null,
      });
    },
  );
}
