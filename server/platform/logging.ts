// What the process writes down about itself: ids and facts, never personal data, and a few words for the console.
import { type DestinationStream, type Logger, pino } from "pino";

import { findRequestId } from "./request-id.js";

export type { Logger };

export const logLevels = ["error", "warn", "info", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Paths whose values never reach the log, wherever in a record they stand. */
const secrets = [
  "password",
  "token",
  "authorization",
  "cookie",
  "email",
  "name",
].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** What a message quotes, or what looks like an address, was said by somebody. */
const quoted = /"[^"]*"|'[^']*'|`[^`]*`|<[^>]*>|\([^)]*\)|\S*@\S*/g;

/** What of an error names the place of the fault and no value. */
const factsOfErrors = new Set(["code", "constraint", "table", "routine"]);

/** Enough to find the fault; no values: a driver repeats them in message, detail and parameters. */
function traceOf(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const facts = Object.entries(error).filter(
    ([key, value]) => factsOfErrors.has(key) && typeof value === "string",
  );
  const original: unknown =
    error.cause ??
    ("originalError" in error ? error.originalError : undefined) ??
    ("driverError" in error ? error.driverError : undefined);
  const stack = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  return {
    type: error.constructor.name,
    // of PostgreSQL's own words none are needed beside the code
    ...(!("severity" in error) && {
      message: error.message.replaceAll(quoted, "…").slice(0, 200),
    }),
    ...Object.fromEntries(facts),
    stack: stack.map((line) => line.trim()),
    ...(original instanceof Error &&
      depth < 3 && { cause: traceOf(original, depth + 1) }),
  };
}

/** Machine-readable lines go to standard error, so that they do not mix with what `say` tells people. */
export function createLog(
  level: LogLevel,
  into: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: secrets, censor: "[…]" },
      serializers: { err: (error: unknown) => traceOf(error) },
      mixin() {
        const requestId = findRequestId();
        return requestId ? { requestId } : {};
      },
    },
    into,
  );
}

/** One line for the person at the console. */
export function say(line: string): void {
  process.stdout.write(`Splot  ${line}\n`);
}

/** Says what is going on, and how many seconds it took. */
export async function saying<T>(
  title: string,
  work: () => Promise<T>,
): Promise<T> {
  const start = performance.now();
  process.stdout.write(`Splot  ${title} … `);
  try {
    const result = await work();
    const seconds = (performance.now() - start) / 1000;
    process.stdout.write(`${seconds.toFixed(1)} s\n`);
    return result;
  } catch (failure) {
    process.stdout.write("failed\n");
    throw failure;
  }
}
