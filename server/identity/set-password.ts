// A one-time password for somebody who has lost hers: told once, changed at the next sign-in; all sessions end.
import type { Work } from "../events/index.js";
import { Account } from "./account.js";
import { endAllSessions, recordRights } from "./lock-account.js";
import { hashPassword, oneTimePassword, oneTimeUntil } from "./password.js";

/** @returns the password, to be told once */
export async function setOneTimePassword(
  work: Work,
  accountId: string,
): Promise<string> {
  const password = oneTimePassword();
  await work.manager.getRepository(Account).update(
    { id: accountId },
    {
      passwordHash: await hashPassword(password),
      mustChangePassword: true,
      oneTimeUntil: oneTimeUntil(work.now),
    },
  );
  await endAllSessions(work, accountId);
  recordRights(work, accountId, "PasswordSet");
  return password;
}
