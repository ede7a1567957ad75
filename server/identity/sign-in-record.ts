// Who came in, and who tried to: a line of the access log of the centre that the account works in.
import { setTimeout as pause } from "node:timers/promises";

import type { EntityManager } from "typeorm";

import { writeAccess } from "../events/index.js";
import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { lastAssignment } from "./authenticate.reads.js";

/** A refusal takes so long at least: whether there was an account to write a line about is not to be measured. */
const STEADY_MS = 50;

export interface EnteredAs {
  accountId: string;
  centreId: string | null;
  assignmentId: string | null;
}

/** In the transaction that opens the session. */
export async function recordSignedIn(
  manager: EntityManager,
  context: Context,
  { accountId, centreId, assignmentId }: EnteredAs,
): Promise<void> {
  if (!centreId || !assignmentId) return;
  await writeAccess(manager, { ...steps(context), centreId }, [
    { ...lineOf(accountId, assignmentId), action: "LOGIN" },
  ]);
}

/** @param accountId null where nobody is known by the address: no centre has a line to keep */
export function recordSignInRefused(
  context: Context,
  accountId: string | null,
): Promise<void> {
  return recordFailed(context, accountId, {});
}

/** What is not tried any more leaves one line, not one for each time: nobody fills the log by typing on. */
export function recordSlowedDown(
  context: Context,
  accountId: string | null,
): Promise<void> {
  return recordFailed(context, accountId, { change: "SignInSlowedDown" });
}

async function recordFailed(
  context: Context,
  accountId: string | null,
  what: { change?: string },
): Promise<void> {
  const write = inTransaction(
    context.dataSource,
    { kind: "authentication", ...(accountId ? { accountId } : {}) },
    async (manager) => {
      const assignment = accountId
        ? await lastAssignment(manager, accountId)
        : undefined;
      if (!accountId || !assignment) return;
      const { centre_id: centreId, id } = assignment;
      await writeAccess(manager, { ...steps(context), centreId }, [
        { ...lineOf(accountId, id), action: "LOGIN_FAILED", ...what },
      ]);
    },
  );
  await Promise.all([write, pause(STEADY_MS)]);
}

function steps({ now, requestId, door }: Context) {
  return { now, requestId, door };
}

function lineOf(accountId: string, assignmentId: string) {
  return { noun: "Account", subjectId: accountId, fields: [], assignmentId };
}
