// Evaluates a permission for one actor and one row; the default is no.
import type { Actor } from "./actor.js";
import type { Expression, Facts, RoleHeld } from "./expression.js";

let checking = true;

/** For the tests of the second wall only: from here on the database alone refuses. */
export function leaveItToTheDatabase(leave: boolean): void {
  checking = !leave;
}

export function isLeftToTheDatabase(): boolean {
  return !checking;
}

export function allows<Row extends Facts & { centreId: string }>(
  expression: Expression<Row>,
  actor: Actor,
  row: Row,
): boolean {
  if (!checking) return true;
  return actor.centreId === row.centreId && evaluate(expression, actor, row);
}

/** Whether the actor could hold the permission over some row of the own centre: what the screens ask before there is a row. */
export function holds<Row extends Facts>(
  expression: Expression<Row>,
  actor: Actor,
  row: Row,
): boolean {
  return !checking || evaluate(expression, actor, row);
}

/** What was given to an organisation counts no more once it has left, but for what says so. */
export function counts(
  { roles, evenLeft = false }: RoleHeld,
  actor: Actor,
): boolean {
  return (
    "roles" in actor &&
    (evenLeft || actor.kind !== "member" || !actor.hasLeft) &&
    roles.some((name) => actor.roles.has(name))
  );
}

function evaluate<Row extends Facts>(
  expression: Expression<Row>,
  actor: Actor,
  row: Row,
): boolean {
  switch (expression.kind) {
    case "role":
      return counts(expression, actor);
    case "own":
      return "partnerId" in actor && row[expression.field] === actor.partnerId;
    case "party": {
      const parties: unknown = row[expression.field];
      return (
        "partnerId" in actor &&
        Array.isArray(parties) &&
        parties.includes(actor.partnerId)
      );
    }
    case "self":
      return (
        actor.kind === "member" && row[expression.field] === actor.accountId
      );
    case "fact":
      return expression.values.some((value) => value === row[expression.field]);
    case "visitor":
      return true;
    case "system":
      return actor.kind === "system";
    case "any":
      return expression.of.some((part) => evaluate(part, actor, row));
    case "all":
      return expression.of.every((part) => evaluate(part, actor, row));
  }
}
