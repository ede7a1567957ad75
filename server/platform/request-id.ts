// The id by which one request is found again: the caller's own where it is harmless, else one of ours, in every line that it causes.
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

const requests = new AsyncLocalStorage<string>();

export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && /^[A-Za-z0-9-]{1,64}$/.test(given)
    ? given
    : randomUUID();
}

export function withRequestId<Result>(
  work: () => Result,
  id: string = randomUUID(),
): Result {
  return requests.run(id, work);
}

export function findRequestId(): string | undefined {
  return requests.getStore();
}
