// People of a test's world: accounts with their assignments, signed in.
import { randomInt, randomUUID } from "node:crypto";

import { hash } from "@node-rs/argon2";

import { transact } from "../../server/events/index.js";
import type { Role } from "../../server/identity/index.js";
import { hashPassword } from "../../server/identity/index.js";
import { hashOf, newToken } from "../../server/identity/session.js";
import { inTransaction } from "../../server/platform/database/session.js";
import type { Answer, Api } from "./api.js";

export interface Person {
  accountId: string;
  assignmentId: string;
  sessionId: string;
  token: string;
  name: string;
  email: string;
  ask<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<Data>>;
}

/** What somebody may act as. */
export interface Assigned {
  centreId: string;
  partnerId: string;
  roles: readonly Role[];
}

/** What it costs to verify stands in the hash; in that of the demo's people and of these it is next to nothing. */
export function hashCheaply(password: string): Promise<string> {
  return hash(password, { memoryCost: 8, timeCost: 1 });
}

interface Kept {
  /** Given: she can also sign in herself. */
  password?: string;
  /** Her password costs to verify what it costs in the product. */
  isDear?: boolean;
  mustChangePassword?: boolean;
  /** By how many she is signed in. */
  factors?: 1 | 2;
}

export async function aPerson(
  api: Api,
  assigned: Assigned,
  { password, isDear, mustChangePassword = false, factors = 2 }: Kept = {},
): Promise<Person> {
  const accountId = randomUUID();
  const name = `Osoba ${String(randomInt(1e9))}`;
  const email = `${accountId.replaceAll("-", "")}@splot.example`;
  const hashed = isDear ? hashPassword : hashCheaply;
  const passwordHash = password ? await hashed(password) : null;
  await transact(api.desk(assigned.centreId), (work) =>
    work.rows(
      `insert into account (id, email, name, password_hash, must_change_password, created_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [accountId, email, name, passwordHash, mustChangePassword, work.now],
    ),
  );
  const assignmentId = await assign(api, accountId, assigned);
  const { sessionId, token } = await signInAs(
    api,
    accountId,
    assigned.centreId,
    assignmentId,
    factors,
  );
  return {
    accountId,
    assignmentId,
    sessionId,
    token,
    name,
    email,
    ask: (query, variables) => api.ask(token, query, variables),
  };
}

/** Gives an account something more to act as. */
export async function assign(
  api: Api,
  accountId: string,
  { centreId, partnerId, roles }: Assigned,
): Promise<string> {
  const id = randomUUID();
  await transact(api.desk(centreId), (work) =>
    work.rows(
      `insert into assignment (centre_id, id, account_id, partner_id, roles, started_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [centreId, id, accountId, partnerId, roles, work.now],
    ),
  );
  return id;
}

/** Without the cost of a password; like every session it ends after twelve hours without use. */
export async function signInAs(
  api: Api,
  accountId: string,
  centreId: string,
  assignmentId: string,
  factors: 1 | 2,
): Promise<{ sessionId: string; token: string }> {
  const sessionId = randomUUID();
  const token = newToken();
  const at = api.clock.now();
  await inTransaction(api.dataSource, { kind: "authentication" }, (manager) =>
    manager.query(
      `insert into session (id, token_hash, account_id, centre_id, assignment_id, device, started_at, last_used_at, expires_at, second_factor_at)
       values ($1, $2, $3, $4, $5, 'test', $6, $6, $7, $8)`,
      [
        sessionId,
        hashOf(token),
        accountId,
        centreId,
        assignmentId,
        at,
        new Date(at.getTime() + 365 * 86_400_000),
        factors === 2 ? at : null,
      ],
    ),
  );
  return { sessionId, token };
}

/** Whoever was away for half a day signs in anew. */
export async function signInAgain(
  api: Api,
  centreId: string,
  person: Person,
): Promise<Person> {
  const { accountId, assignmentId } = person;
  const session = await signInAs(api, accountId, centreId, assignmentId, 2);
  return {
    ...person,
    ...session,
    ask: (query, variables) => api.ask(session.token, query, variables),
  };
}
