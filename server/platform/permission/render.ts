// Renders a permission into the SQL condition of a read, for one actor.
import { columnName } from "../database/naming.js";
import type { Actor } from "./actor.js";
import { counts, isLeftToTheDatabase } from "./allows.js";
import type { Expression, Facts } from "./expression.js";

/** Collects parameters of a statement; answers the placeholder of each. */
export type Bind = (value: unknown) => string;

/** The parameters of one statement, collected while it is written. */
export function binding(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${String(values.push(value))}` };
}

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
      case "own":
        return "partnerId" in actor
          ? `${column(piece.field)} = ${bind(actor.partnerId)}`
          : "false";
      case "party":
        return "partnerId" in actor
          ? `${bind(actor.partnerId)} = any(${column(piece.field)})`
          : "false";
      case "self":
        return actor.kind === "member"
          ? `${column(piece.field)} = ${bind(actor.accountId)}`
          : "false";
      case "fact":
        return `${column(piece.field)} = any(${bind(piece.values)})`;
      case "any":
        return `(${piece.of.map(part).join(" or ")})`;
      case "all":
        return `(${piece.of.map(part).join(" and ")})`;
      case "role":
      case "visitor":
      case "system":
        throw new Error("who asks is settled before anything is written");
    }
  };
  if (isLeftToTheDatabase()) return "true";
  const settled = settle(expression, actor);
  return typeof settled === "boolean" ? String(settled) : part(settled);
}

/** What depends on the actor alone is answered; what is left depends on the row. */
function settle<Row extends Facts>(
  piece: Expression<Row>,
  actor: Actor,
): boolean | Expression<Row> {
  switch (piece.kind) {
    case "role":
      return counts(piece, actor);
    case "visitor":
      return true;
    case "system":
      return actor.kind === "system";
    case "own":
    case "party":
      return "partnerId" in actor ? piece : false;
    case "self":
      return actor.kind === "member" ? piece : false;
    case "fact":
      return piece;
    case "any":
    case "all": {
      const decides = piece.kind === "any";
      const parts = piece.of.map((one) => settle(one, actor));
      if (parts.includes(decides)) return decides;
      const of = parts.filter((one) => typeof one !== "boolean");
      return of.length === 0 ? !decides : { kind: piece.kind, of };
    }
  }
}
