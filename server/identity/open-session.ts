// A session is opened for somebody who has shown who she is; with a second factor it waits, half open, for its code.
import { randomUUID } from "node:crypto";

import { Field, ObjectType } from "type-graphql";

import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { authenticate, lastAssignment } from "./authenticate.reads.js";
import { hasSecondFactor } from "./second-factor.reads.js";
import {
  expiryFrom,
  halfOpenUntil,
  hashOf,
  newToken,
  Session,
} from "./session.js";
import { recordSignedIn } from "./sign-in-record.js";

@ObjectType({
  description:
    "So far it is right; now the code of the second factor (completeSignIn).",
})
export class SecondFactorNeeded {
  @Field(() => String, {
    description: "For completeSignIn: opens nothing else, for ten minutes.",
  })
  ticket!: string;
}

export interface SessionToken {
  token: string;
}

/**
 * @param proven whether what she has shown counts as two factors already
 * @returns null where the account has nothing to act as
 */
export async function openSession(
  context: Context,
  account: { id: string },
  { proven = false }: { proven?: boolean } = {},
): Promise<SessionToken | SecondFactorNeeded | null> {
  const token = newToken();
  const { now } = context;
  const opened = await inTransaction(
    context.dataSource,
    { kind: "authentication", accountId: account.id },
    async (manager) => {
      const assignment = await lastAssignment(manager, account.id);
      if (!assignment) return null;
      const halfOpen = !proven && (await hasSecondFactor(manager, account.id));
      const session = {
        id: randomUUID(),
        tokenHash: hashOf(token),
        accountId: account.id,
        centreId: assignment.centre_id,
        assignmentId: assignment.id,
        device: context.session.device.slice(0, 200),
        startedAt: now,
        lastUsedAt: now,
        expiresAt: halfOpen ? halfOpenUntil(now) : expiryFrom(now, now),
        endedAt: null,
        halfOpen,
        secondFactorAt: proven ? now : null,
      };
      await manager.getRepository(Session).insert(session);
      if (!halfOpen) await recordSignedIn(manager, context, session);
      return { halfOpen };
    },
  );
  if (!opened) return null;
  if (opened.halfOpen)
    return Object.assign(new SecondFactorNeeded(), { ticket: token });
  return enter(context, token);
}

/** The operation goes on as who is signed in now; null where the session opens nothing. */
export async function enter(
  context: Context,
  token: string,
): Promise<SessionToken | null> {
  const member = await authenticate(context.dataSource, token, context.now);
  if (!member) return null;
  await context.become(member);
  context.session.keep(token);
  return { token };
}
