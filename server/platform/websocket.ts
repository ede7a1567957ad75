// The socket beside HTTP on the same path: graphql-transport-ws, with closes that a well-meaning client survives.
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

import { GraphQLError, type GraphQLSchema } from "graphql";
import { handleProtocols, makeServer } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";

import type { CheckOperation } from "./graphql/limits.js";
import type { Logger } from "./logging.js";
import { isOwnOrigin } from "./origin.js";
import type { Actor } from "./permission/actor.js";
import { Connection, type Pace, usualPace } from "./socket-connection.js";
import {
  type Caller,
  type Operations,
  SocketOperation,
} from "./socket-operation.js";
import { pathOf, refuse } from "./socket-upgrade.js";
import type { Watch } from "./watch.js";

export interface WebSocketParts {
  server: Server;
  path: string;
  schema: GraphQLSchema;
  check: CheckOperation;
  bodyBytes: number;
  /** By `connection_init`, header or cookie; null for credentials that are none. */
  authenticate: (
    connectionParams: Readonly<Record<string, unknown>>,
    request: IncomingMessage,
  ) => Promise<Caller | null>;
  /** Who the sessions are now; null or absent: no longer anybody. */
  recheck: (
    sessionIds: readonly string[],
  ) => Promise<ReadonlyMap<string, Actor | null>>;
  operations: Operations;
  /** The origin whose pages may open a socket, beside the host that they ask. */
  publicUrl: string;
  logger: Pick<Logger, "error" | "warn">;
  /** Hears of sockets that come and go. */
  watch?: Pick<Watch, "socketOpened" | "socketClosed">;
  pace?: Partial<Pace>;
}

export interface Sockets {
  /** Looks at once whether the sessions (of one account) still stand, and closes those that do not. */
  verifySessions: (accountId?: string) => Promise<void>;
  /** Sends everybody to another process. */
  drain: () => Promise<void>;
}

const again = { code: 1013, reason: "Try again later" };
const revoked = { code: 4403, reason: "Forbidden" };

/** The session still stands, for the same organisation and in the same roles. */
function hasSameRights(
  then: Actor | undefined,
  now: Actor | null | undefined,
): boolean {
  return (
    then?.kind === "member" &&
    now?.kind === "member" &&
    then.partnerId === now.partnerId &&
    then.hasLeft === now.hasLeft &&
    then.roles.size === now.roles.size &&
    [...then.roles].every((role) => now.roles.has(role))
  );
}

export function attachWebSocket(parts: WebSocketParts): Sockets {
  const { server, schema, operations, logger } = parts;
  const pace: Pace = { ...usualPace, ...parts.pace };
  const connections = new Set<Connection<Caller>>();
  let isDraining = false;

  const listener = new WebSocketServer({
    noServer: true,
    maxPayload: parts.bodyBytes,
    handleProtocols,
    clientTracking: false,
    // one message a turn: nobody's flood goes before others, and what was completed has ended before its id comes again
    allowSynchronousEvents: false,
  });

  const protocol = makeServer<
    Record<string, unknown>,
    { connection: Connection<Caller>; request: IncomingMessage }
  >({
    connectionInitWaitTimeout: pace.initMs,
    async onConnect({ connectionParams, extra: { connection, request } }) {
      const caller = await orTryAgain(connection, () =>
        parts.authenticate(connectionParams ?? {}, request),
      );
      // null: refused, and closed with 4403; undefined: closed already
      if (!caller) return caller === undefined;
      connection.caller = caller;
      if (socketsOf(caller.actor) > pace.socketsPerAccount)
        connection.close(again.code, "Too many sockets of one account");
      return true;
    },
    async onSubscribe({ extra: { connection } }, id, payload) {
      const refusal = connection.admit(id);
      if (refusal) return [refusal];
      const caller = await orTryAgain(connection, () => verified(connection));
      if (!caller) return [new GraphQLError("The socket is closed.")];
      const variables = payload.variables ?? {};
      const checked = parts.check({
        text: payload.query,
        operationName: payload.operationName,
        variables,
      });
      if ("errors" in checked) return checked.errors;
      return {
        schema,
        document: checked.document,
        operationName: payload.operationName ?? null,
        variableValues: variables,
        contextValue: new SocketOperation(
          id,
          {
            send: (text) => connection.send(text),
            revoke: () => connection.close(revoked.code, revoked.reason),
          },
          caller,
          checked.operation,
        ),
      };
    },
    execute: (args) => operations.answer(args),
    subscribe: (args) => operations.begin(args),
    onNext: (_context, _id, _payload, _args, result) =>
      operations.formatted(result),
    onError: (_context, _id, _payload, errors) =>
      operations.formattedErrors(errors),
  });

  server.on("upgrade", upgrade);
  const beat = setInterval(() => {
    for (const connection of connections) connection.beat();
  }, pace.beatMs);
  const verification = setInterval(() => void verifySessions(), pace.verifyMs);
  beat.unref();
  verification.unref();

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer) {
    stream.on("error", () => stream.destroy());
    if (pathOf(request) !== parts.path) refuse(stream, "404 Not Found");
    else if (isDraining) refuse(stream, "503 Service Unavailable");
    // browsers send cookies with a socket whatever page opens it
    else if (!isOwnOrigin(request.headers, parts.publicUrl))
      refuse(stream, "403 Forbidden");
    else
      listener.handleUpgrade(request, stream, head, (socket) => {
        open(socket, request);
      });
  }

  function open(socket: WebSocket, request: IncomingMessage): void {
    const connection = new Connection<Caller>(socket, pace);
    connections.add(connection);
    parts.watch?.socketOpened();
    const left = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => connection.send(text),
        close: (code, reason) => connection.close(code ?? 1000, reason ?? ""),
        onMessage: (take) => {
          connection.onText = async (text) => take(text);
        },
      },
      { connection, request },
    );
    connection.onFault = (error) => {
      logger.error({ err: error }, "a socket's message failed");
      connection.close(again.code, again.reason);
    };
    connection.onClosing = (code, reason) => {
      parts.watch?.socketClosed(code);
      left(code, reason).catch((error: unknown) => {
        logger.error({ err: error }, "a socket was not left in order");
      });
    };
    connection.onGone = () => connections.delete(connection);
  }

  /** Who the socket speaks for now; a session that is no more closes it. */
  async function verified(
    connection: Connection<Caller>,
  ): Promise<Caller | undefined> {
    const { caller } = connection;
    if (caller?.actor.kind !== "member") return caller;
    const { sessionId } = caller.actor;
    const actor = (await parts.recheck([sessionId])).get(sessionId);
    if (actor) return (connection.caller = { ...caller, actor });
    connection.close(revoked.code, revoked.reason);
    return undefined;
  }

  async function verifySessions(accountId?: string): Promise<void> {
    const sessions = new Map<string, Connection<Caller>[]>();
    for (const connection of connections) {
      const actor = connection.caller?.actor;
      if (actor?.kind !== "member") continue;
      if (accountId && actor.accountId !== accountId) continue;
      const of = sessions.get(actor.sessionId);
      if (of) of.push(connection);
      else sessions.set(actor.sessionId, [connection]);
    }
    if (sessions.size === 0) return;
    try {
      const actors = await parts.recheck([...sessions.keys()]);
      for (const [sessionId, of] of sessions)
        for (const connection of of)
          // she comes back with the rights that she has now
          if (!hasSameRights(connection.caller?.actor, actors.get(sessionId)))
            connection.close(revoked.code, revoked.reason);
    } catch (error) {
      // nothing is delivered unverified meanwhile: each delivery asks by itself
      logger.warn({ err: error }, "sessions not verified");
    }
  }

  async function orTryAgain<Result>(
    connection: Connection<Caller>,
    work: () => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      logger.warn({ err: error }, "a socket's caller is not known");
      connection.close(again.code, again.reason);
      return undefined;
    }
  }

  function socketsOf(actor: Actor): number {
    if (actor.kind !== "member") return 0;
    let sockets = 0;
    for (const { caller } of connections)
      if (
        caller?.actor.kind === "member" &&
        caller.actor.accountId === actor.accountId
      )
        sockets++;
    return sockets;
  }

  return {
    verifySessions,
    async drain() {
      isDraining = true;
      clearInterval(beat);
      clearInterval(verification);
      server.off("upgrade", upgrade);
      server.on("upgrade", (_request, stream: Duplex) => {
        refuse(stream, "503 Service Unavailable");
      });
      await Promise.all(
        [...connections].map((connection) => connection.leave(pace.drainMs)),
      );
    },
  };
}
