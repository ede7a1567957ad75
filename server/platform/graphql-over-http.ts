// One GraphQL operation over HTTP: read within its limit, answered by Apollo, refused in the standard's words.
import type { IncomingMessage, ServerResponse } from "node:http";

import {
  type ApolloServer,
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLResponse,
  HeaderMap,
} from "@apollo/server";
import { GraphQLError } from "graphql";

import type { Logger } from "./logging.js";
import { readBody } from "./read-body.js";

/** A context that holds something of the database until its answer is sent. */
export interface ClosingContext extends BaseContext {
  close(): Promise<void>;
}

const graphType = "application/graphql-response+json";

/** In seconds. */
const retryAfter = { "retry-after": "2" };

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** In the type that the caller reads as the graph's own word whatever the status is, where it takes it. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
): void {
  const { status, code, message, headers } = refusal;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const type = request.headers.accept?.includes(graphType)
    ? `${graphType}; charset=utf-8`
    : "application/json";
  response.writeHead(status, { ...headers, "content-type": type }).end(body);
}

const away = () =>
  new Refusal(
    503,
    "UNAVAILABLE",
    "The service is not available now. Nothing was done. Try again.",
    retryAfter,
  );

/** For a process that is leaving: the connection goes too, so that the next try reaches another one. */
export function refuseForNow(
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.setHeader("connection", "close");
  refuse(request, response, away());
}

async function readText(
  request: IncomingMessage,
  limit: number,
): Promise<string> {
  const body = await readBody(request, limit);
  if (body) return body.toString("utf8");
  throw new Refusal(
    413,
    "BAD_USER_INPUT",
    `A request may have at most ${limit} bytes.`,
    // what is left of the body is not read
    { connection: "close" },
  );
}

function parseBody(text: string): Record<string, unknown> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // what the parser says of it is in a library's words
    throw new Refusal(400, "BAD_REQUEST", "The body is not JSON.");
  }
  if (typeof body === "object" && body !== null && !Array.isArray(body))
    return { ...body };
  throw new Refusal(
    400,
    "BAD_REQUEST",
    "One operation at a time, as an object.",
  );
}

/** A GET and a form post change nothing, because nothing but JSON by POST is executed. */
function checkRequest(request: IncomingMessage): void {
  if (request.method !== "POST")
    throw new Refusal(405, "BAD_REQUEST", "Operations are sent by POST.", {
      allow: "POST",
    });
  const type = request.headers["content-type"] ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Refusal(
      415,
      "BAD_REQUEST",
      "The body of an operation is application/json.",
    );
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined)
      headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  return headers;
}

/**
 * Clients that ask for application/json get 200 for a document that does not parse or fit the schema,
 * as the GraphQL-over-HTTP draft wishes and Apollo does not; see its server audits.
 */
export const plainJsonGets200: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      const accept = request.http?.headers.get("accept") ?? "";
      if (
        response.http.status === 400 &&
        // a request without a document is malformed, whatever it accepts
        request.query !== undefined &&
        !accept.includes(graphType)
      )
        response.http.status = 200;
    },
  }),
};

/** An answer that holds nothing because the database was away is an answer of the server's, and says when to come again. */
export const outagesGet503: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      turnAway(response);
    },
  }),
};

/** Where the database was away and nothing is told. */
export function turnAway({ body, http }: GraphQLResponse): void {
  if (body.kind !== "single") return;
  const { data, errors } = body.singleResult;
  const isAway = errors?.some(
    ({ extensions }) => extensions?.["code"] === "UNAVAILABLE",
  );
  const isEmpty = Object.values(data ?? {}).every((root) => root === null);
  if (!isAway || !isEmpty) return;
  http.status = 503;
  for (const [name, value] of Object.entries(retryAfter))
    http.headers.set(name, value);
}

interface Exchange<Context extends ClosingContext> {
  readonly apollo: ApolloServer<Context>;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bodyLimit: number;
  readonly log: Logger;
  onRefused(status: number, code: string): void;
  makeContext(): Promise<Context>;
}

/** A context cannot be had while the database is away: the caller shall come again. */
async function openContext<Context extends ClosingContext>(
  exchange: Exchange<Context>,
): Promise<Context> {
  try {
    return await exchange.makeContext();
  } catch (cause) {
    if (cause instanceof GraphQLError) throw cause;
    exchange.log.warn({ err: cause }, "no context for an operation");
    throw away();
  }
}

async function execute<Context extends ClosingContext>(
  exchange: Exchange<Context>,
): Promise<void> {
  const { apollo, request, response, bodyLimit } = exchange;
  checkRequest(request);
  const body = parseBody(await readText(request, bodyLimit));
  const opening = openContext(exchange);
  try {
    await opening;
  } catch (failure) {
    // what the graph itself says of the caller is answered in the graph's own form
    if (failure instanceof Refusal) throw failure;
  }
  try {
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: "POST",
        headers: headersOf(request),
        search: "",
        body,
      },
      context: () => opening,
    });
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.statusCode = answer.status ?? 200;
    if (answer.body.kind === "complete") {
      response.end(answer.body.string);
      return;
    }
    for await (const chunk of answer.body.asyncIterator) response.write(chunk);
    response.end();
  } finally {
    await opening.then(
      (context) => context.close(),
      () => undefined,
    );
  }
}

export async function answerGraphQL<Context extends ClosingContext>(
  exchange: Exchange<Context>,
): Promise<void> {
  try {
    await execute(exchange);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    exchange.onRefused(failure.status, failure.code);
    refuse(exchange.request, exchange.response, failure);
  }
}
