// Whether PostgreSQL was away, full, read-only or overrun, rather than the question wrong: then the caller shall come again.
import { Refusal } from "../graphql/problem.js";

/**
 * SQLSTATE: connection lost (08), read-only (25006), no room, memory or connection left (53), waited too long for a lock
 * or an answer (55P03, 57014), shutting down or starting (57P0), disk failing (58); and what the network says.
 */
const outageCodes =
  /^(08...|25006|53...|55P03|57014|57P0.|58...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOENT)$/;

/** What driver and pool say in words only; a connection that breaks between two statements is released under its owner. */
const outageWords =
  /connection terminated|connection error|timeout exceeded when trying to connect|not queryable|cached plan must not change result type|query runner( was)? already released|pool after calling end|driver not connected/i;

export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isOutage))
    return true;
  if ("code" in error && outageCodes.test(String(error.code))) return true;
  if (outageWords.test(error.message)) return true;
  if (error instanceof Refusal && error.extensions["code"] === "UNAVAILABLE")
    return true;
  return (
    isOutage(error.cause) ||
    ("originalError" in error && isOutage(error.originalError)) ||
    ("driverError" in error && isOutage(error.driverError))
  );
}
