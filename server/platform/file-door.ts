// Where files are handed in and out over HTTP, beside the graph: by the same rights, and so that nothing in them ever runs.
import type {
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse,
} from "node:http";

import { GraphQLError } from "graphql";

import { isOutage } from "./database/outage.js";
import type { ClosingContext } from "./graphql-over-http.js";
import type { Logger } from "./logging.js";
import { readBody } from "./read-body.js";

/** What is asked at the door. */
export interface FileVisit {
  readonly method: string;
  /** The last part of the path. */
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  /** @returns null where it has more bytes than the limit */
  read(limit: number): Promise<Buffer | null>;
}

/** A file that goes out, or a word about one that came in. */
export type FileAnswer =
  | { readonly file: Buffer; readonly name: string; readonly type: string }
  | { readonly told: object };

export type FileDoor<Context> = (
  context: Context,
  visit: FileVisit,
) => Promise<FileAnswer>;

/** Thrown: nothing was handed over. */
export class NotHandedOver extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

interface Exchange<Context extends ClosingContext> {
  readonly door: FileDoor<Context>;
  readonly id: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly log: Logger;
  onRefused(status: number, code: string): void;
  makeContext(): Promise<Context>;
}

export async function answerFile<Context extends ClosingContext>(
  exchange: Exchange<Context>,
): Promise<void> {
  const { door, id, request, response } = exchange;
  let context: Context | null = null;
  try {
    context = await exchange.makeContext();
    const answer = await door(context, {
      id,
      method: request.method ?? "",
      headers: request.headers,
      read: (limit) => readBody(request, limit),
    });
    if ("told" in answer) tell(response, 201, answer.told);
    else send(response, answer);
  } catch (failure) {
    // who broke off hears nothing
    if (request.errored) return;
    const status = statusOf(failure);
    if (status === null) throw failure;
    exchange.onRefused(status, "FILE");
    // what is left of the body is not read
    response.setHeader("connection", "close");
    if (status === 503) response.setHeader("retry-after", "2");
    const message = failure instanceof Error ? failure.message : "";
    tell(response, status, { message });
  } finally {
    await context?.close();
  }
}

/** Who may not learns no more than where there is nothing. */
function statusOf(failure: unknown): number | null {
  if (failure instanceof NotHandedOver) return failure.status;
  if (isOutage(failure)) return 503;
  if (!(failure instanceof GraphQLError)) return null;
  switch (failure.extensions["code"]) {
    case "UNAUTHENTICATED":
      return 401;
    case "UNAVAILABLE":
      return 503;
    case "FORBIDDEN":
    case "BAD_USER_INPUT":
      return 404;
    default:
      return null;
  }
}

function tell(response: ServerResponse, status: number, told: object): void {
  response
    .writeHead(status, { "content-type": "application/json; charset=utf-8" })
    .end(JSON.stringify(told));
}

function send(
  response: ServerResponse,
  { file, name, type }: Extract<FileAnswer, { file: Buffer }>,
): void {
  response
    .writeHead(200, {
      "content-type": type,
      "content-length": file.length,
      "content-disposition": `attachment; filename*=UTF-8''${inHeader(name)}`,
      // were it ever opened in place, it could do and reach nothing
      "content-security-policy": "sandbox; default-src 'none'",
    })
    .end(file);
}

/** RFC 8187: what `encodeURIComponent` leaves and a header does not take. */
function inHeader(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
