// Somebody gets an account, or one who has it gets a further place to act in.
import { randomUUID } from "node:crypto";

import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import { Account } from "./account.js";
import { Assignment } from "./assignment.js";
import { hashPassword, oneTimePassword, oneTimeUntil } from "./password.js";
import type { Role } from "./role.js";

export interface NewAccount {
  email: string;
  name: string;
  partnerId: string;
  roles: readonly Role[];
}

export interface OpenedAccount {
  account: Account;
  /** To be told once; null where the account was there, and keeps its own. */
  password: string | null;
}

export async function openAccount(
  work: Work,
  given: NewAccount,
): Promise<OpenedAccount> {
  const email = given.email.trim().toLowerCase();
  const accounts = work.manager.getRepository(Account);
  const known = await accounts.findOneBy({ email });
  const password = known ? null : oneTimePassword();
  const account =
    known ??
    (await insertAccount(work, given, {
      passwordHash: password && (await hashPassword(password)),
      mustChangePassword: true,
      oneTimeUntil: oneTimeUntil(work.now),
    }));
  await grantRoles(work, account.id, given.partnerId, given.roles);
  return { account, password };
}

/** Without anything to act as yet. */
export async function insertAccount(
  work: Work,
  given: Pick<NewAccount, "email" | "name" | "partnerId">,
  secret: Pick<
    Account,
    "passwordHash" | "mustChangePassword" | "oneTimeUntil"
  > &
    Partial<Pick<Account, "language">>,
): Promise<Account> {
  const account = Object.assign(new Account(), {
    id: randomUUID(),
    email: given.email.trim().toLowerCase(),
    name: given.name.trim(),
    status: "ACTIVE",
    language: "pl",
    createdAt: work.now,
    ...secret,
  } satisfies Partial<Account>);
  await work.manager.getRepository(Account).insert(account);
  work.record({
    type: "AccountOpened",
    topic: "RIGHTS",
    subjectId: account.id,
    partnerId: given.partnerId,
    facts: {},
  });
  return account;
}

/**
 * Roles add up within one organisation; the first ones are the assignment. They hold at once, on open sockets too,
 * when the account's processes are told.
 * @returns the assignment's id
 */
export async function grantRoles(
  work: Work,
  accountId: string,
  partnerId: string,
  roles: readonly Role[],
): Promise<string> {
  const { centreId } = work;
  const assignments = work.manager.getRepository(Assignment);
  const open = await assignments.findOneBy({
    centreId,
    accountId,
    partnerId,
    endedAt: IsNull(),
  });
  const id = open?.id ?? randomUUID();
  const added = roles.filter((role) => !open?.roles.includes(role));
  if (open)
    await assignments.update(
      { centreId, id },
      { roles: [...open.roles, ...added] },
    );
  else
    await assignments.insert({
      centreId,
      id,
      accountId,
      partnerId,
      roles: added,
      startedAt: work.now,
      endedAt: null,
      lockedAt: null,
    });
  for (const role of added)
    work.record({
      type: "RoleGranted",
      topic: "RIGHTS",
      subjectId: id,
      partnerId,
      facts: { accountId, role },
    });
  return id;
}
