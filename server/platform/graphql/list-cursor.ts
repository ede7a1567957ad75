// The cursor of a list: where its order stood, as the list's own columns, told by nobody but the list itself.
import { DateTime } from "luxon";

import { isPlainText } from "./plain-text.js";
import { Refusal } from "./problem.js";

const DAY = /^[1-9]\d{3}-\d\d-\d\d$/;
const INSTANT =
  /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-](0\d|1[0-5]):[0-5]\d)$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const isDateTime = (text: string) => DateTime.fromISO(text).isValid;

/** What PostgreSQL takes for a column of each kind. */
const columns = {
  text: (value: unknown) => typeof value === "string" && isPlainText(value),
  uuid: (value: unknown) => typeof value === "string" && UUID.test(value),
  day: (value: unknown) =>
    typeof value === "string" && DAY.test(value) && isDateTime(value),
  instant: (value: unknown) =>
    typeof value === "string" && INSTANT.test(value) && isDateTime(value),
  position: (value: unknown) =>
    typeof value === "string" && /^\d{1,18}$/.test(value),
  rank: (value: unknown) =>
    typeof value === "number" && Math.abs(value) < 1000 && value % 1 === 0,
  number: (value: unknown) => typeof value === "number",
} as const;

export type Column = keyof typeof columns;

/** @throws BAD_USER_INPUT where the text is no cursor of a list ordered by these columns */
export function readCursor(
  cursor: string,
  expected: readonly Column[],
): unknown[] {
  const values = parse(cursor);
  const isOfThisList =
    Array.isArray(values) &&
    values.length === expected.length &&
    expected.every((column, at) => columns[column](values[at]));
  if (isOfThisList) return values;
  throw new Refusal("BAD_USER_INPUT", "after is no cursor of this list.");
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch (error) {
    throw new Refusal("BAD_USER_INPUT", "after is no cursor of a list.", error);
  }
}

export function writeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}
