// The composition root: the one visible list of entities, resolvers, reactions, jobs and routes.
import { readFileSync } from "node:fs";
import type { Server } from "node:http";

import { ApolloServer } from "@apollo/server";
import type { TaskList } from "graphile-worker";
import type { DataSource } from "typeorm";

import type { Clock } from "./platform/clock.js";
import type { Config } from "./platform/config.js";
import {
  type ClosingContext,
  plainJsonGets200,
} from "./platform/graphql-over-http.js";
import type { HttpRequest } from "./platform/http.js";
import type { Logger } from "./platform/logging.js";

export const entities = [];

/** The graph as schema/schema.graphql holds it. */
export async function printGraph(): Promise<string> {
  return readFileSync("schema/schema.graphql", "utf8");
}

export interface App {
  readonly apollo: ApolloServer<ClosingContext>;
  readonly tasks: TaskList;
  contextFor(request: HttpRequest): Promise<ClosingContext>;
  attachTo(server: Server): { drain(): Promise<void> };
  /** Loads the demo where there is none yet, and names its sign-ins. */
  loadDemo(): Promise<string[]>;
  stop(): Promise<void>;
}

export async function createApp(parts: {
  config: Config;
  dataSource: DataSource;
  log: Logger;
  clock: Clock;
}): Promise<App> {
  const apollo = new ApolloServer<ClosingContext>({
    typeDefs: "type Query { viewer: String }",
    csrfPrevention: true,
    introspection: parts.config.introspection,
    plugins: [plainJsonGets200],
    // the process itself listens to signals
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  return {
    apollo,
    tasks: {},
    contextFor: async () => ({ close: async () => undefined }),
    attachTo: () => ({ drain: async () => undefined }),
    loadDemo: async () => [],
    stop: () => apollo.stop(),
  };
}
