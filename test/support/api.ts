// The app on a real database, asked as a program asks it, by whoever is signed in.
import { randomUUID } from "node:crypto";

import { HeaderMap } from "@apollo/server";
import { type Logger, pino } from "pino";
import type { DataSource } from "typeorm";

import type { App } from "../../server/app.js";
import { createApp } from "../../server/app.js";
import type { Desk } from "../../server/events/transact.js";
import { entities } from "../../server/graph.js";
import { connectApplication } from "../../server/platform/database/connect.js";
import {
  defaultLimits,
  type Limits,
} from "../../server/platform/graphql/limits.js";
import { speaking } from "../../server/platform/graphql/words.js";
import type { Post } from "../../server/platform/mail.js";
import type { TestDatabase } from "./database.js";
import { workerDatabase } from "./database.js";
import { testKeys } from "./server.js";

/** `Data` is what the query selects; a test that only compares leaves it out. */
export interface Answer<Data = Record<string, unknown>> {
  data: Data | null;
  errors?: AnswerError[];
}

export interface AnswerError {
  message: string;
  extensions?: Record<string, unknown>;
}

/** How a member of the graph's payloads is told: the fields that every test may lean on. */
export interface Told {
  __typename: string;
  message?: string;
  fields?: { path: string; message: string }[];
}

/** A clock that stands still until a test moves it. */
export class TestClock {
  private at = new Date("2026-11-24T08:43:00Z");

  now(): Date {
    return this.at;
  }

  pass({ minutes = 0, hours = 0, days = 0 }): void {
    this.at = new Date(
      this.at.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000,
    );
  }

  /** To the real time, where processes with a clock of their own look at the same rows: a session of last week has ended there. */
  catchUp(): void {
    this.at = new Date();
  }
}

type AppSettings = Parameters<typeof createApp>[0]["config"];

export interface Api {
  app: App;
  clock: TestClock;
  dataSource: DataSource;
  database: TestDatabase;
  /** Asks over the same way as HTTP does, with a bearer token or as nobody. */
  ask<Data = Record<string, unknown>>(
    token: string | null,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<Data>>;
  /** What works in the system's name need. */
  desk(centreId: string): Desk;
  close(): Promise<void>;
}

/** Introspection is on, as in the demo, where nothing else is asked for. */
export async function openApi(
  given?: TestDatabase,
  {
    post = null,
    log = pino({ level: process.env["SPLOT_TEST_LOG"] ?? "silent" }),
    connections,
    limits = defaultLimits,
    ...settings
  }: Partial<AppSettings> & {
    post?: Post | null;
    log?: Logger;
    connections?: number;
    limits?: Limits;
  } = {},
): Promise<Api> {
  const database = given ?? (await workerDatabase());
  const isShared = !given && !connections;
  const dataSource = isShared
    ? await connectionsOfWorker(database)
    : await connectApplication(database.applicationUrl, entities, connections);
  const clock = new TestClock();
  const app = await createApp({
    config: {
      publicUrl: "http://localhost:4000",
      introspection: true,
      trustedProxies: [],
      demo: false,
      // nobody answers there
      provider: {
        issuer: "http://127.0.0.1:9",
        clientId: "splot",
        clientSecret: "splot",
        name: "Inne logowanie",
        twoFactors: null,
      },
      ...settings,
    },
    dataSource,
    keys: testKeys,
    post,
    limits,
    log,
    clock,
  });
  return {
    app,
    clock,
    dataSource,
    database,
    ask: (token, query, variables = {}) => ask(app, token, query, variables),
    desk: (centreId) => ({
      dataSource,
      actor: { kind: "system", centreId },
      now: clock.now(),
      say: speaking("pl"),
      keys: testKeys,
      committed: () => undefined,
    }),
    async close() {
      await app.stop();
      if (!isShared) await dataSource.destroy();
    },
  };
}

let ofWorker: Promise<DataSource> | undefined;

/** Enough for races; each learns the catalogue and plans every statement for itself. */
const fewer = 16;

/** The files of a worker share its database, and connections that have learned its catalogue and planned its statements. */
function connectionsOfWorker(database: TestDatabase): Promise<DataSource> {
  ofWorker ??= connectApplication(database.applicationUrl, entities, fewer);
  return ofWorker;
}

async function ask<Data>(
  app: App,
  token: string | null,
  query: string,
  variables: Record<string, unknown>,
): Promise<Answer<Data>> {
  const headers = new HeaderMap();
  headers.set("content-type", "application/json");
  const context = await app.contextFor({
    headers: token ? { authorization: `Bearer ${token}` } : {},
    cookies: new Map(),
    remoteAddress: "127.0.0.1",
    requestId: randomUUID(),
    setCookie: () => undefined,
  });
  try {
    const answer = await app.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: "POST",
        headers,
        search: "",
        body: { query, variables },
      },
      context: () => Promise.resolve(context),
    });
    if (answer.body.kind !== "complete") throw new Error("a partial answer");
    // what comes back is what the query of the test selects
    // oxlint-disable-next-line typescript/consistent-type-assertions
    return JSON.parse(answer.body.string) as Answer<Data>;
  } finally {
    await context.close();
  }
}
