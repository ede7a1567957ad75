// A small graph behind the real socket, the real fan-out and a log of one's choice, for tests of delivery.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";

import { GraphQLError, type GraphQLSchema } from "graphql";
import { type Client, createClient } from "graphql-ws";
import { pino } from "pino";
import { WebSocket } from "ws";

import type { FanOutParts } from "../../server/events/centre-feed.js";
import { FanOut } from "../../server/events/fan-out.js";
import type { LogSource } from "../../server/events/log-source.js";
import type { Follower } from "../../server/events/stream.js";
import { operationCheck } from "../../server/platform/graphql/limits.js";
import type { Actor, Member } from "../../server/platform/permission/actor.js";
import type { Pace } from "../../server/platform/socket-connection.js";
import { Operations } from "../../server/platform/socket-operation.js";
import { attachWebSocket } from "../../server/platform/websocket.js";
import { aMember, smallSchema, type TestContext } from "./small-graph.js";

export interface WorldParts {
  log: LogSource;
  pace?: Partial<Pace>;
  fanOut?: Partial<FanOutParts>;
  introspection?: boolean;
  beforeAnswer?: () => Promise<unknown>;
  /** What is awaited before an operation knows for whom it is. */
  beforeRecheck?: () => Promise<unknown>;
}

export interface World {
  url: string;
  schema: GraphQLSchema;
  fanOut: FanOut;
  sockets: ReturnType<typeof attachWebSocket>;
  sessions: Map<string, Actor | null>;
  /** How often a delivery was resolved, and which contexts were opened and closed. */
  counted: { executions: number; opened: number; closed: number };
  faults: unknown[];
  /** In the order in which they began. */
  followers: Follower[];
  signIn: (member?: Partial<Member>) => string;
  client: (token: string) => Client;
  stop: () => Promise<void>;
}

export async function openWorld(parts: WorldParts): Promise<World> {
  const sessions = new Map<string, Actor | null>();
  const counted = { executions: 0, opened: 0, closed: 0 };
  const faults: unknown[] = [];
  const followers: Follower[] = [];
  const schema = smallSchema(
    counted,
    parts.beforeAnswer ?? (() => Promise.resolve()),
  );
  const fanOut = new FanOut({
    log: parts.log,
    recheck: (ids) =>
      Promise.resolve(new Map(ids.map((id) => [id, sessions.get(id) ?? null]))),
    now: () => new Date(),
    onFault: (error) => faults.push(error),
    ...parts.fanOut,
  });
  const server = createServer();
  const operations = new Operations({
    contextFor({ actor }): TestContext {
      counted.opened++;
      return {
        actor,
        keepRecord: () => Promise.resolve(),
        close() {
          counted.closed++;
          return Promise.resolve();
        },
      };
    },
    live: {
      join(operation) {
        const follower = fanOut.join(operation);
        followers.push(follower);
        return follower;
      },
    },
    formatError: (error) =>
      error.originalError && !(error.originalError instanceof GraphQLError)
        ? { message: "masked", extensions: { code: "INTERNAL_SERVER_ERROR" } }
        : error.toJSON(),
  });
  const sockets = attachWebSocket({
    server,
    path: "/graphql",
    schema,
    check: operationCheck({
      schema,
      introspection: parts.introspection ?? false,
    }),
    bodyBytes: 100_000,
    operations,
    authenticate(params, { headers }) {
      const given = params["authorization"] ?? headers.authorization;
      const bearer = typeof given === "string" ? given : "";
      const actor: Actor | null | undefined = given
        ? sessions.get(bearer.replace("Bearer ", ""))
        : { kind: "visitor", centreId: null };
      return Promise.resolve(
        actor
          ? { actor, language: "pl", address: "127.0.0.1", device: "test" }
          : null,
      );
    },
    async recheck(ids) {
      await parts.beforeRecheck?.();
      return new Map(ids.map((id) => [id, sessions.get(id) ?? null]));
    },
    publicUrl: "https://splot.example",
    logger: pino({ level: "silent" }),
    ...(parts.pace && { pace: parts.pace }),
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  const url = `ws://127.0.0.1:${port}/graphql`;
  return {
    url,
    schema,
    fanOut,
    sockets,
    sessions,
    counted,
    faults,
    followers,
    signIn(member) {
      const sessionId = randomUUID();
      sessions.set(sessionId, { ...aMember(), ...member, sessionId });
      return sessionId;
    },
    client: (token) =>
      createClient({
        url,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: { authorization: `Bearer ${token}` },
      }),
    async stop() {
      fanOut.stop();
      await sockets.drain();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
