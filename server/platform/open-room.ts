// Rooms where anybody may read: nobody signs in, no cookie is looked at, a page of any origin may ask, each caller only so often.
import { createHash } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";

import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import { isOutage } from "./database/outage.js";
import { NotHandedOver } from "./file-door.js";
import { networkOf } from "./proxies.js";

export interface OpenVisit {
  /** The parts of the path behind the room's own. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

export type OpenAnswer = { readonly json: unknown } | Whole | Lines;

/** One text or file. */
interface Whole {
  readonly body: string | Buffer;
  readonly type: string;
  /** What the browser may do with it, stricter than elsewhere. */
  readonly policy?: string;
  readonly status?: number;
  /** Seconds for which it need not be asked for again; left out: ask each time whether it is still so. */
  readonly keep?: number;
}

/** One after another as they are found; they have no end that is known before. */
interface Lines {
  readonly lines: AsyncIterable<string>;
  readonly type: string;
  /** Of the file that they are to be kept as. */
  readonly name?: string;
}

/** @throws NotHandedOver */
export type OpenRoom = (visit: OpenVisit) => Promise<OpenAnswer>;

const MINUTE = 60;
/** What a list without pages costs of them. */
const LINES_COST = 20;

/** Each process counts for itself: the bound keeps a process alive, it is no price. */
export class Pace {
  private readonly limiter: RateLimiterMemory;

  constructor(readonly perMinute = 300) {
    this.limiter = new RateLimiterMemory({
      points: perMinute,
      duration: MINUTE,
    });
  }

  /** @returns in how many seconds to come again, or null */
  async count(address: string, points: number): Promise<number | null> {
    try {
      await this.limiter.consume(networkOf(address), points);
      return null;
    } catch (failure) {
      if (!(failure instanceof RateLimiterRes)) throw failure;
      return Math.max(1, Math.ceil(failure.msBeforeNext / 1000));
    }
  }
}

interface Exchange {
  readonly room: OpenRoom;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly address: string;
  readonly pace: Pace;
  onRefused(status: number, code: string): void;
}

const OPEN = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, retry-after, x-request-id",
  "cross-origin-resource-policy": "cross-origin",
} as const;
const LONGEST_QUERY = 2_000;

export async function answerOpenly(exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  for (const [name, value] of Object.entries(OPEN))
    response.setHeader(name, value);
  try {
    if (request.method === "OPTIONS") return preflight(response);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD, OPTIONS");
      throw new NotHandedOver(405, "Here one only reads.");
    }
    await enter(exchange);
  } catch (failure) {
    const status = statusOf(failure);
    // what has begun cannot be called off in words
    if (status === null || response.headersSent) throw failure;
    exchange.onRefused(status, "OPEN");
    if (status === 503) response.setHeader("retry-after", "2");
    const message = failure instanceof Error ? failure.message : "";
    // who reads pages is told in words, a program as it is used to
    const isRead = request.headers.accept?.includes("text/html") ?? false;
    response
      .writeHead(status, {
        "cache-control": "no-store",
        "content-type": `${isRead ? "text/plain" : "application/json"}; charset=utf-8`,
      })
      .end(isRead ? `${message}\n` : JSON.stringify({ message }));
  }
}

function statusOf(failure: unknown): number | null {
  if (failure instanceof NotHandedOver) return failure.status;
  return isOutage(failure) ? 503 : null;
}

function preflight(response: ServerResponse): void {
  response
    .writeHead(204, {
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "accept, if-none-match",
      "access-control-max-age": "86400",
    })
    .end();
}

async function enter(exchange: Exchange): Promise<void> {
  const { room, request, response, pace, address } = exchange;
  const asked = request.url ?? "/";
  if (asked.length > LONGEST_QUERY)
    throw new NotHandedOver(414, "The address is too long.");
  const url = new URL(asked, "http://here");
  await keepPace(response, pace, address, 1);
  const answer = await room({
    path: url.pathname.split("/").slice(2).map(decoded),
    query: url.searchParams,
  });
  if ("lines" in answer) {
    await keepPace(response, pace, address, LINES_COST);
    return tellLines(request, response, answer);
  }
  tellWhole(request, response, "json" in answer ? asJson(answer.json) : answer);
}

async function keepPace(
  response: ServerResponse,
  pace: Pace,
  address: string,
  points: number,
): Promise<void> {
  const seconds = await pace.count(address, points);
  if (seconds === null) return;
  response.setHeader("retry-after", String(seconds));
  throw new NotHandedOver(429, `Too often. Ask again in ${seconds} s.`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new NotHandedOver(400, "The address is malformed.");
  }
}

/** Programs come again and again; what they have may be a minute old. */
const JSON_KEPT = 60;
const asJson = (told: unknown): Whole => ({
  body: JSON.stringify(told),
  type: "application/json; charset=utf-8",
  keep: JSON_KEPT,
});

/** Whoever has it already hears so, and nothing more. */
function tellWhole(
  request: IncomingMessage,
  response: ServerResponse,
  { body: told, type, policy, status = 200, keep }: Whole,
): void {
  const body = Buffer.from(told);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  response.setHeader("etag", etag);
  response.setHeader(
    "cache-control",
    `public, ${keep === undefined ? "no-cache" : `max-age=${String(keep)}`}`,
  );
  if (policy !== undefined)
    response.setHeader("content-security-policy", policy);
  const known = request.headers["if-none-match"]?.split(",") ?? [];
  if (
    status === 200 &&
    known.some((one) => ["*", etag].includes(one.trim().replace(/^W\//, "")))
  ) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(status, {
    "content-type": type,
    "content-length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** No faster than they are read, and no longer than somebody reads. */
async function tellLines(
  request: IncomingMessage,
  response: ServerResponse,
  { lines, type, name }: Lines,
): Promise<void> {
  if (name !== undefined)
    response.setHeader("content-disposition", `attachment; filename="${name}"`);
  response.writeHead(200, {
    "content-type": type,
    "cache-control": "no-store",
  });
  if (request.method === "HEAD") return void response.end();
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  try {
    for await (const line of lines) {
      if (gone.signal.aborted) return;
      if (!response.write(`${line}\n`))
        await once(response, "drain", { signal: gone.signal });
    }
    response.end();
  } catch (failure) {
    if (gone.signal.aborted) return;
    throw failure;
  }
}
