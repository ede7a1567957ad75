// Scalars with meaning: an instant, and a day on the wall calendar.
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function readDay(value: unknown): string {
  if (typeof value === "string" && isDay(value)) return value;
  throw new GraphQLError("A Date is written as yyyy-mm-dd.");
}

/** Days travel as text, so that no time zone can move them. */
export const Day = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "A day on the wall calendar of the centre, yyyy-mm-dd.",
  serialize: readDay,
  parseValue: readDay,
  parseLiteral: (node) =>
    readDay(node.kind === Kind.STRING ? node.value : null),
});

function readInstant(value: unknown): Date {
  const at = typeof value === "string" ? new Date(value) : new Date(NaN);
  if (!Number.isNaN(at.getTime())) return at;
  throw new GraphQLError("A DateTime is written as in ISO 8601.");
}

export const Instant = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "An instant in UTC, ISO 8601, e.g. 2026-11-24T08:43:00.000Z.",
  serialize(value) {
    if (value instanceof Date) return value.toISOString();
    return readInstant(value).toISOString();
  },
  parseValue: readInstant,
  parseLiteral: (node) =>
    readInstant(node.kind === Kind.STRING ? node.value : null),
});
