// A small graph behind the real socket, the real fan-out and a log of one's choice, for tests of delivery.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";

import {
  buildSchema,
  GraphQLError,
  type GraphQLFieldConfig,
  type GraphQLSchema,
} from "graphql";
import { type Client, createClient } from "graphql-ws";
import { pino } from "pino";
import { WebSocket } from "ws";

import type { FanOutParts } from "../../server/events/centre-feed.js";
import { FanOut } from "../../server/events/fan-out.js";
import type { LogSource } from "../../server/events/log-source.js";
import { LogSubscription } from "../../server/events/stream.js";
import { operationCheck } from "../../server/platform/graphql/limits.js";
import type { Actor, Member } from "../../server/platform/permission/actor.js";
import type { Pace } from "../../server/platform/socket-connection.js";
import { Operations } from "../../server/platform/socket-operation.js";
import { attachWebSocket } from "../../server/platform/websocket.js";

const sdl = `
  type Query { hello: String!  me: Self!  partners(first: Int = 20): PartnerConnection!  broken: String }
  type Mutation { count: Int! }
  type Self { partner: String!  roles: String!  self: Self! }
  type PartnerConnection { nodes: [Partner!]! }
  type Partner { name: String!  partners(first: Int = 20): PartnerConnection! }
  type Subscription { changed(centreId: ID!, kind: String, after: String): Delivery! }
  union Delivery = Changed | CaughtUp
  type Changed { cursor: String!  position: Int!  number: Int!  text: String  partner: String! }
  type CaughtUp { cursor: String! }`;

export interface Changed {
  cursor: string;
  position: number;
  number: number;
  partner: string;
}

export interface Delivery extends Partial<Changed> {
  __typename: "Changed" | "CaughtUp";
  cursor: string;
}

interface TestContext {
  actor: Actor;
  close: () => Promise<void>;
}

export interface WorldParts {
  log: LogSource;
  pace?: Partial<Pace>;
  fanOut?: Partial<FanOutParts>;
  introspection?: boolean;
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
  signIn: (member?: Partial<Member>) => string;
  client: (token: string) => Client;
  stop: () => Promise<void>;
}

export const changedDocument = `
  subscription ($centreId: ID!, $kind: String, $after: String) {
    changed(centreId: $centreId, kind: $kind, after: $after) {
      __typename
      ... on Changed { cursor position number partner }
      ... on CaughtUp { cursor }
    }
  }`;

export async function openWorld(parts: WorldParts): Promise<World> {
  const sessions = new Map<string, Actor | null>();
  const counted = { executions: 0, opened: 0, closed: 0 };
  const faults: unknown[] = [];
  const schema = smallSchema(counted);
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
        close() {
          counted.closed++;
          return Promise.resolve();
        },
      };
    },
    live: fanOut,
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
      const actor = sessions.get(String(given).replace("Bearer ", ""));
      return Promise.resolve(actor ? { actor, language: "pl" } : null);
    },
    recheck: (ids) =>
      Promise.resolve(new Map(ids.map((id) => [id, sessions.get(id) ?? null]))),
    origins: ["https://splot.example"],
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

export function aMember(): Member {
  return {
    kind: "member",
    accountId: randomUUID(),
    sessionId: randomUUID(),
    assignmentId: randomUUID(),
    centreId: randomUUID(),
    partnerId: "cis",
    roles: new Set(["PARTNER_VIEWER"]),
    name: "CIS",
    mustChangePassword: false,
  };
}

function smallSchema(counted: { executions: number }): GraphQLSchema {
  const schema = buildSchema(sdl);
  const actorOf = ({ actor }: TestContext) =>
    actor.kind === "member" ? actor : aMember();
  set(schema.getQueryType(), "hello", () => "cześć");
  set(schema.getQueryType(), "me", (_root, _args, context) => ({
    partner: actorOf(context).partnerId,
    roles: [...actorOf(context).roles].join(),
  }));
  set(schema.getQueryType(), "broken", () => {
    throw new Error("a secret of the database");
  });
  set(schema.getMutationType(), "count", () => 1);
  set(
    schema.getSubscriptionType(),
    "changed",
    (root: object, _args, context) => {
      counted.executions++;
      return { partner: actorOf(context).partnerId, ...root };
    },
    (_root, { centreId, kind, after }: Record<string, string | undefined>) =>
      new LogSubscription({
        centreId: centreId ?? "",
        after,
        concerns: (event) => !kind || event.facts["kind"] === kind,
        visibleTo: (actor, event) =>
          actor.kind === "member" &&
          (!event.facts["needs"] ||
            actor.roles.has(String(event.facts["needs"]))),
        deliver: (event, cursor) => ({
          __typename: "Changed",
          cursor,
          position: event.position,
          ...event.facts,
        }),
        caughtUp: (cursor) => ({ __typename: "CaughtUp", cursor }),
      }),
  );
  return schema;
}

type Resolver = NonNullable<
  // a resolver of a test takes what the test's own fields give it
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  GraphQLFieldConfig<any, TestContext, any>["resolve"]
>;

function set(
  type: ReturnType<GraphQLSchema["getQueryType"]>,
  name: string,
  resolve: Resolver,
  subscribe?: Resolver,
): void {
  const field = type?.getFields()[name];
  if (!field) throw new Error(`no field ${name}`);
  field.resolve = resolve;
  if (subscribe) field.subscribe = subscribe;
}

/** A queue of what one subscription brought, to be waited for fact by fact. */
export class Following {
  readonly events: Changed[] = [];
  readonly caughtUp: string[] = [];
  ended: { errors?: unknown; completed?: true } | null = null;
  cursor: string | null = null;
  private readonly waiting = new Set<() => void>();
  readonly leave: () => void;

  constructor(client: Client, variables: Record<string, unknown>) {
    this.leave = client.subscribe<{ changed: Delivery }>(
      { query: changedDocument, variables },
      {
        next: ({ data, errors }) => {
          if (errors) this.ended = { errors };
          if (data) this.take(data.changed);
          this.stir();
        },
        error: (errors) => {
          this.ended = { errors };
          this.stir();
        },
        complete: () => {
          this.ended ??= { completed: true };
          this.stir();
        },
      },
    );
  }

  get numbers(): number[] {
    return this.events.map(({ number }) => number);
  }

  /** Resolves as soon as the claim holds. */
  async until(claim: (following: this) => boolean): Promise<void> {
    while (!claim(this))
      await new Promise<void>((resolve) => {
        this.waiting.add(resolve);
      });
  }

  private take(delivery: Delivery): void {
    this.cursor = delivery.cursor;
    if (delivery.__typename === "CaughtUp") this.caughtUp.push(delivery.cursor);
    else {
      const { cursor, position = 0, number = 0, partner = "" } = delivery;
      this.events.push({ cursor, position, number, partner });
    }
  }

  private stir(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
