// An account is locked, which signs it out everywhere, and unlocked again.
import { IsNull, Not } from "typeorm";

import type { Work } from "../events/index.js";
import { Account } from "./account.js";
import { Session } from "./session.js";

export async function lockAccount(
  work: Work,
  accountId: string,
): Promise<void> {
  await work.manager
    .getRepository(Account)
    .update({ id: accountId }, { status: "LOCKED" });
  await endAllSessions(work, accountId);
  recordRights(work, accountId, "AccountLocked");
}

export async function unlockAccount(
  work: Work,
  accountId: string,
): Promise<void> {
  await work.manager
    .getRepository(Account)
    .update({ id: accountId }, { status: "ACTIVE" });
  recordRights(work, accountId, "AccountUnlocked");
}

export async function endAllSessions(
  work: Work,
  accountId: string,
): Promise<void> {
  await work.manager
    .getRepository(Session)
    .update({ accountId, endedAt: IsNull() }, { endedAt: work.now });
}

/** All but the one that asks. */
export async function endOtherSessions(
  work: Work,
  accountId: string,
  sessionId: string,
): Promise<void> {
  await work.manager
    .getRepository(Session)
    .update(
      { accountId, id: Not(sessionId), endedAt: IsNull() },
      { endedAt: work.now },
    );
}

export function recordRights(
  work: Work,
  accountId: string,
  type: string,
): void {
  work.record({ type, topic: "RIGHTS", subjectId: accountId, facts: {} });
}
