// A graph as small as it can be with pages, a circle, a mutation, a fault and a subscription of the log.
import { randomUUID } from "node:crypto";

import {
  buildSchema,
  type GraphQLFieldConfig,
  type GraphQLSchema,
} from "graphql";

import { LogSubscription } from "../../server/events/stream.js";
import type { Actor, Member } from "../../server/platform/permission/actor.js";

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

export interface TestContext {
  actor: Actor;
  close: () => Promise<void>;
  keepRecord(): Promise<void>;
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
    language: "pl",
    mustChangePassword: false,
    mustSetUpSecondFactor: false,
    hasLeft: false,
  };
}

/** @param beforeAnswer what a delivery waits for, as a real one waits for the database */
export function smallSchema(
  counted: { executions: number },
  beforeAnswer: () => Promise<unknown>,
): GraphQLSchema {
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
    async (root: object, _args, context) => {
      counted.executions++;
      await beforeAnswer();
      return { partner: actorOf(context).partnerId, ...root };
    },
    (_root, { centreId, kind, after }: Record<string, string | undefined>) =>
      new LogSubscription({
        centreId: centreId ?? "",
        after,
        concerns: (event) => !kind || event.facts["kind"] === kind,
        visibleTo: (actor, event) =>
          actor.kind === "member" &&
          [undefined, ...actor.roles].some(
            (role) => role === event.facts["needs"],
          ),
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
  // oxlint-disable-next-line typescript/no-explicit-any
  GraphQLFieldConfig<any, TestContext>["resolve"]
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
