// What the process writes down about itself: ids and facts, never personal data, and a few words for the console.
import { type Logger, pino } from "pino";

export type { Logger };

/** Paths whose values never reach the log, wherever in a record they stand. */
const secrets = [
  "password",
  "token",
  "authorization",
  "cookie",
  "email",
  "name",
].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** Machine-readable lines go to standard error, so that they do not mix with what `say` tells people. */
export function createLog(level: "info" | "warn" | "silent"): Logger {
  return pino(
    { level, base: null, redact: { paths: secrets, censor: "[…]" } },
    pino.destination({ fd: 2, sync: true }),
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
