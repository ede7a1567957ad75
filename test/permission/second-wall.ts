// The second wall alone: statements on the application's role with somebody's settings, and what comes of them.
import type { Door } from "../../server/platform/database/session.js";
import { inTransaction } from "../../server/platform/database/session.js";
import type { Member } from "../../server/platform/permission/actor.js";
import type { Api } from "../support/api.js";
import type { Person } from "../support/people.js";

export type Statement = [sql: string, ...values: unknown[]];

/** Somebody as the application would tell her to the database. */
export function memberOf(
  person: Person,
  centreId: string,
  partnerId: string,
  ...roles: string[]
): Member {
  const { accountId, sessionId, assignmentId, name } = person;
  return {
    kind: "member",
    accountId,
    sessionId,
    assignmentId,
    centreId,
    partnerId,
    roles: new Set(roles),
    name,
    language: "pl",
    mustChangePassword: false,
    mustSetUpSecondFactor: false,
    hasLeft: false,
  };
}

/** In one transaction; "done", "nothing" where no row was touched, or "refused". */
export async function attempt(
  api: Api,
  door: Door,
  ...statements: Statement[]
): Promise<"done" | "nothing" | "refused"> {
  try {
    return await inTransaction(api.dataSource, door, async (manager) => {
      let touched = 0;
      for (const [sql, ...values] of statements) {
        const answer: unknown = await manager.query(sql, values);
        // an update is answered as rows and their number
        touched =
          Array.isArray(answer) && typeof answer[1] === "number"
            ? answer[1]
            : Array.isArray(answer)
              ? answer.length
              : 0;
      }
      return touched > 0 ? "done" : "nothing";
    });
  } catch (error) {
    // TypeORM's error carries the code of the driver's
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "42501" || code === "23514") return "refused";
    throw error;
  }
}
