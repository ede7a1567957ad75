// Renders a permission into the SQL condition of a read, for one actor.
import { columnName } from "../database/naming.js";
import type { Actor } from "./actor.js";
import type { Expression, Facts } from "./expression.js";

/** Collects parameters of a statement; answers the placeholder of each. */
export type Bind = (value: unknown) => string;

/**
 * @param alias of the table in the statement
 * @param columns SQL of facts that are not columns of the table
 */
export function render<Row extends Facts>(
  expression: Expression<Row>,
  actor: Actor,
  bind: Bind,
  alias: string,
  columns: Partial<Record<string, string>> = {},
): string {
  const column = (field: string) =>
    columns[field] ?? `${alias}.${columnName(field)}`;
  const part = (piece: Expression<Row>): string => {
    switch (piece.kind) {
      case "role":
        return actor.kind === "member" &&
          piece.roles.some((name) => actor.roles.has(name))
          ? "true"
          : "false";
      case "own":
        return actor.kind === "member"
          ? `${column(piece.field)} = ${bind(actor.partnerId)}`
          : "false";
      case "self":
        return actor.kind === "member"
          ? `${column(piece.field)} = ${bind(actor.accountId)}`
          : "false";
      case "fact":
        return `${column(piece.field)} = any(${bind(piece.values)})`;
      case "visitor":
        return "true";
      case "system":
        return actor.kind === "system" ? "true" : "false";
      case "any":
        return joined(piece.of.map(part), "or", "true", "false");
      case "all":
        return joined(piece.of.map(part), "and", "false", "true");
    }
  };
  return part(expression);
}

function joined(
  parts: string[],
  operator: "and" | "or",
  decides: "true" | "false",
  neutral: "true" | "false",
): string {
  if (parts.includes(decides)) return decides;
  const left = parts.filter((text) => text !== neutral);
  if (left.length === 0) return neutral;
  return left.length === 1
    ? (left[0] ?? neutral)
    : `(${left.join(` ${operator} `)})`;
}
