// The web face of the process: the graph, the two signs of life, and the files of the client.
import { existsSync } from "node:fs";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";

import type { ApolloServer } from "@apollo/server";
import sirv from "sirv";

import { bearerOf } from "./bearer.js";
import type { Config } from "./config.js";
import { isSecure, readCookies, writeCookie } from "./cookies.js";
import type { FileDoor } from "./file-door.js";
import { answerFile } from "./file-door.js";
import {
  answerGraphQL,
  type ClosingContext,
  refuseForNow,
} from "./graphql-over-http.js";
import type { Logger } from "./logging.js";
import { answerOpenly, type OpenRoom, Pace } from "./open-room.js";
import { isOwnOrigin } from "./origin.js";
import { callerAddresses } from "./proxies.js";
import { findRequestId, requestIdOf, withRequestId } from "./request-id.js";

/** What a context is made from. */
export interface HttpRequest {
  readonly headers: IncomingHttpHeaders;
  readonly cookies: ReadonlyMap<string, string>;
  readonly remoteAddress: string;
  readonly requestId: string;
  /** @param maxAge in seconds; a null value takes the cookie away */
  setCookie(name: string, value: string | null, maxAge?: number): void;
}

/** An address that only leads on: it answers where to. */
export type Way = (request: HttpRequest, address: URL) => Promise<string>;

interface HttpParts<Context extends ClosingContext> {
  readonly apollo: ApolloServer<Context>;
  contextFor(request: HttpRequest): Promise<Context>;
  /** Answers within two seconds. */
  isReady(): Promise<boolean>;
  /** Whether the process is leaving, and another one should be asked. */
  isEnding(): boolean;
  /** By their paths. */
  readonly ways?: ReadonlyMap<string, Way>;
  /** Where files are handed in and out, by the first part of their paths. */
  readonly fileDoors?: ReadonlyMap<string, FileDoor<Context>>;
  /** Where anybody may read, by the first part of their paths; and how often. */
  readonly openRooms?: ReadonlyMap<string, OpenRoom>;
  readonly openPace?: Pace;
  readonly clientFolder: string;
  readonly config: Pick<Config, "publicUrl" | "trustedProxies">;
  readonly log: Logger;
  readonly bodyLimit?: number;
  /** Hears of what was turned away before it was an operation. */
  readonly onRefused?: (status: number, code: string) => void;
}

/** Everything comes from this origin alone, styles too; older browsers do not count its sockets in. */
function contentPolicy(host: string, secure: boolean): string {
  const safe = /^[\w.:[\]-]+$/.test(host);
  const sockets = safe ? ` ${secure ? "" : `ws://${host} `}wss://${host}` : "";
  return [
    "default-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${sockets}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function protect(
  request: IncomingMessage,
  response: ServerResponse,
  secure: boolean,
): void {
  const headers = {
    "content-security-policy": contentPolicy(
      request.headers.host ?? "",
      secure,
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    // other names under this one may still be without TLS, so they are not spoken for
    ...(secure ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
  for (const [name, value] of Object.entries(headers))
    response.setHeader(name, value);
}

function answerPlainly(response: ServerResponse, status: number, text: string) {
  response
    .writeHead(status, {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
    })
    .end(`${text}\n`);
}

/** Names with a hash in them never change; a page is not kept, so that Back shows nobody what another saw. */
function clientFiles(folder: string) {
  if (!existsSync(folder)) return undefined;
  return sirv(folder, {
    etag: true,
    single: true,
    setHeaders(response, pathname) {
      response.setHeader(
        "cache-control",
        pathname.startsWith("/assets/")
          ? "public, max-age=31536000, immutable"
          : "no-store",
      );
    },
  });
}

export function createHttpServer<Context extends ClosingContext>(
  parts: HttpParts<Context>,
): Server {
  const { apollo, config, log, bodyLimit = 100_000 } = parts;
  const onRefused = parts.onRefused ?? (() => undefined);
  const files = clientFiles(parts.clientFolder);
  const addressOf = callerAddresses(config.trustedProxies);
  const secure = isSecure(config.publicUrl);
  const pace = parts.openPace ?? new Pace();

  function describe(
    request: IncomingMessage,
    response: ServerResponse,
  ): HttpRequest {
    return {
      headers: request.headers,
      cookies: readCookies(request.headers, secure),
      remoteAddress: addressOf(request),
      requestId: findRequestId() ?? requestIdOf(request.headers),
      setCookie(name, value, maxAge = 0) {
        response.appendHeader(
          "set-cookie",
          writeCookie(name, value, { secure, maxAge }),
        );
      },
    };
  }

  /** A bearer token cannot be borrowed by a foreign page, a cookie can; with a token the cookie is not looked at. */
  function isForeign(request: IncomingMessage): boolean {
    return (
      bearerOf(request.headers.authorization) === null &&
      !isOwnOrigin(request.headers, config.publicUrl)
    );
  }

  /** Before anything is read: the process is leaving, or a foreign page asks. */
  function isTurnedAway(
    request: IncomingMessage,
    response: ServerResponse,
  ): boolean {
    response.setHeader("cache-control", "no-store");
    if (parts.isEnding()) {
      onRefused(503, "UNAVAILABLE");
      refuseForNow(request, response);
      return true;
    }
    if (isForeign(request)) {
      onRefused(403, "FORBIDDEN");
      answerPlainly(response, 403, "A foreign page may not ask.");
      return true;
    }
    return false;
  }

  async function lead(
    way: Way,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    response.setHeader("cache-control", "no-store");
    if (parts.isEnding()) return refuseForNow(request, response);
    const address = new URL(request.url ?? "/", config.publicUrl);
    const location = await way(describe(request, response), address);
    response.writeHead(303, { location }).end();
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    protect(request, response, secure);
    const [path = "/"] = (request.url ?? "/").split("?");
    const [, first = "", id = "", ...rest] = path.split("/");
    const room = parts.openRooms?.get(first);
    if (room) {
      if (parts.isEnding()) return refuseForNow(request, response);
      return await answerOpenly({
        room,
        request,
        response,
        pace,
        address: addressOf(request),
        onRefused,
      });
    }
    const fileDoor = parts.fileDoors?.get(first);
    if (fileDoor) {
      if (isTurnedAway(request, response)) return;
      return await answerFile({
        door: fileDoor,
        id: rest.length > 0 ? "" : id,
        request,
        response,
        log,
        onRefused,
        makeContext: () => parts.contextFor(describe(request, response)),
      });
    }
    const way = request.method === "GET" ? parts.ways?.get(path) : undefined;
    if (way) return await lead(way, request, response);
    switch (path) {
      case "/livez":
        return answerPlainly(response, 200, "alive");
      case "/readyz":
        return (await parts.isReady())
          ? answerPlainly(response, 200, "ready")
          : answerPlainly(response, 503, "not ready");
      case "/graphql":
        if (isTurnedAway(request, response)) return;
        return await answerGraphQL({
          apollo,
          request,
          response,
          bodyLimit,
          log,
          onRefused,
          makeContext: () => parts.contextFor(describe(request, response)),
        });
    }
    const notFound = () => answerPlainly(response, 404, "Not found.");
    if (!files || !["GET", "HEAD"].includes(request.method ?? ""))
      return notFound();
    files(request, response, notFound);
  }

  const server = createServer((request, response) => {
    const requestId = requestIdOf(request.headers);
    response.setHeader("x-request-id", requestId);
    void withRequestId(
      () =>
        answer(request, response).catch((failure: unknown) => {
          // who went away while sending needs no answer
          if (request.destroyed && !response.writable) return;
          log.error({ err: failure }, "request failed");
          if (response.headersSent) response.destroy();
          else answerPlainly(response, 500, "Internal error.");
        }),
      requestId,
    );
  });
  // the largest file that a door takes, over a slow line
  server.requestTimeout = 120_000;
  server.headersTimeout = 10_000;
  return server;
}
