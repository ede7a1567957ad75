// The composition root: what the process is made of, and how its parts reach each other.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";

import { ApolloServer } from "@apollo/server";
import type { TaskList } from "graphile-worker";
import type { DataSource } from "typeorm";

import { agreementTasks, documentDoor, paperDoor } from "./agreements/index.js";
import { letDemoIn, loadDemo } from "./demo/index.js";
import type { Desk } from "./events/index.js";
import { FanOut, recordAccess } from "./events/index.js";
import { readEvents, readHead } from "./events/index.js";
import { startWake } from "./events/index.js";
import { fulfilmentTasks, leavingTasks } from "./fulfilment/index.js";
import { graph, nodes } from "./graph.js";
import {
  authenticate,
  authenticateAgain,
  SESSION_DAYS,
  waysElsewhere,
} from "./identity/index.js";
import { hsdsRoom, openFileRoom, Publication } from "./interop/index.js";
import { letterTasks } from "./letters/index.js";
import { endingTasks, noticeTasks } from "./notices/index.js";
import { offerTasks } from "./offer/index.js";
import { peopleTasks } from "./people/index.js";
import { bearerOf } from "./platform/bearer.js";
import type { Clock } from "./platform/clock.js";
import type { Config } from "./platform/config.js";
import { isSecure, readCookies, sessionCookie } from "./platform/cookies.js";
import { isOutage } from "./platform/database/outage.js";
import type { FileDoor } from "./platform/file-door.js";
import type { SessionDoor } from "./platform/graphql/context.js";
import { Context } from "./platform/graphql/context.js";
import {
  defaultLimits,
  type Limits,
  limitsPlugin,
  operationCheck,
} from "./platform/graphql/limits.js";
import { maskErrors } from "./platform/graphql/mask-errors.js";
import { recordPlugin } from "./platform/graphql/record-plugin.js";
import type { Language } from "./platform/graphql/words.js";
import { preferredLanguage, speaking } from "./platform/graphql/words.js";
import {
  outagesGet503,
  plainJsonGets200,
} from "./platform/graphql-over-http.js";
import type { HttpRequest, Way } from "./platform/http.js";
import { IdentityProvider } from "./platform/identity-provider.js";
import type { Keys } from "./platform/keys.js";
import type { Logger } from "./platform/logging.js";
import type { Post } from "./platform/mail.js";
import { Metrics, type Reading } from "./platform/metrics.js";
import type { OpenRoom } from "./platform/open-room.js";
import type { Actor } from "./platform/permission/actor.js";
import type { TouchDoor } from "./platform/permission/touch.js";
import { callerAddresses } from "./platform/proxies.js";
import { findRequestId } from "./platform/request-id.js";
import type { Caller } from "./platform/socket-operation.js";
import { Operations } from "./platform/socket-operation.js";
import { Watch, watchPlugin } from "./platform/watch.js";
import { attachWebSocket } from "./platform/websocket.js";
import { casePaperDoor, protectionTasks } from "./protection/index.js";
import { referralTasks } from "./referrals/index.js";
import { residentsRoom, robotsRoom, sitemapRoom } from "./residents/index.js";
import { standardTasks } from "./standards/index.js";

export interface App {
  readonly apollo: ApolloServer<Context>;
  readonly tasks: TaskList;
  /** What the delivery tells whoever watches. */
  readonly readings: readonly Reading[];
  contextFor(request: HttpRequest): Promise<Context>;
  /** Addresses that only lead on, by their paths. */
  readonly ways: ReadonlyMap<string, Way>;
  /** Where files are handed in and out, by the first part of their paths. */
  readonly fileDoors: ReadonlyMap<string, FileDoor<Context>>;
  /** Where anybody may read, by the first part of their paths. */
  readonly openRooms: ReadonlyMap<string, OpenRoom>;
  attachTo(server: Server): { drain(): Promise<void> };
  /** Loads the demo where there is none yet, and names its sign-ins. */
  loadDemo(): Promise<string[]>;
  /** Without the demo its sign-ins do not open anything. */
  closeDemo(): Promise<void>;
  stop(): Promise<void>;
}

export async function createApp(parts: {
  config: Pick<
    Config,
    "publicUrl" | "introspection" | "trustedProxies" | "demo" | "provider"
  >;
  dataSource: DataSource;
  keys: Keys;
  /** Null where no mail server is set. */
  post: Post | null;
  log: Logger;
  watch?: Watch;
  clock: Clock;
  limits?: Limits;
}): Promise<App> {
  const { config, dataSource, keys, post, log, clock } = parts;
  const { publicUrl } = config;
  const provider =
    config.provider && new IdentityProvider(config.provider, publicUrl);
  const watch = parts.watch ?? new Watch(log, new Metrics());
  const now = () => clock.now();
  const publication = new Publication(dataSource, now);
  const addressOf = callerAddresses(config.trustedProxies);
  const schema = await graph();
  const check = operationCheck({
    schema,
    limits: parts.limits ?? defaultLimits,
    introspection: config.introspection,
  });
  const recheck = (sessionIds: readonly string[]) =>
    authenticateAgain(dataSource, sessionIds, now());

  const fanOut = new FanOut({
    log: {
      readEvents: (centreId, after, limit) =>
        readEvents(dataSource, centreId, after, limit),
      readHead: (centreId) => readHead(dataSource, centreId),
    },
    recheck,
    now,
    onFault: (err) => log.error({ err }, "delivery failed"),
  });
  let verifySessions = (_accountId?: string): Promise<void> =>
    Promise.resolve();
  const wake = await startWake({
    connection: { connectionString: urlOf(dataSource) },
    onLogGrown: (centreId) => fanOut.wake(centreId),
    onRightsChanged: (accountId) => void verifySessions(accountId),
    onReconnected: () => {
      fanOut.wakeAll();
      void verifySessions();
    },
    logger: log,
  });

  const contextOf = (
    actor: Actor,
    language: Language,
    session: SessionDoor,
    door: TouchDoor,
    requestId: string = findRequestId() ?? randomUUID(),
  ) =>
    new Context({
      dataSource,
      actor,
      language,
      now,
      requestId,
      door,
      session,
      keys,
      showsMail: config.demo && !post,
      providerName: provider?.name ?? null,
      keep: recordAccess,
      committed: wake.notifyAfterCommit,
      rightsChanged: wake.notifyRights,
      outcome: (field, outcome) => watch.mutation(field, outcome),
      nodes,
    });
  const deskOf = (centreId: string): Desk => ({
    dataSource,
    actor: { kind: "system", centreId },
    now: now(),
    say: speaking("pl"),
    keys,
    door: "JOB",
    committed: wake.notifyAfterCommit,
  });
  const actorBehind = async (token: string | null): Promise<Actor | null> =>
    token ? authenticate(dataSource, token, now()) : null;
  const mask = maskErrors(log, isOutage);

  const apollo = new ApolloServer<Context>({
    schema,
    csrfPrevention: true,
    introspection: config.introspection,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    allowBatchedHttpRequests: false,
    // whoever asks keeps its texts; what is kept of them here is bounded in one place
    persistedQueries: false,
    documentStore: null,
    formatError: (formatted, error) => mask(formatted, error),
    plugins: [
      plainJsonGets200,
      watchPlugin(watch),
      recordPlugin((error) => mask(error.toJSON(), error)),
      outagesGet503,
      limitsPlugin(check),
    ],
    // the process itself listens to signals
    stopOnTerminationSignals: false,
  });
  await apollo.start();

  const contextFor = async ({
    headers,
    cookies,
    remoteAddress,
    requestId,
    setCookie,
  }: HttpRequest) => {
    const token =
      bearerOf(headers.authorization) ?? cookies.get(sessionCookie) ?? null;
    const actor = await actorBehind(token);
    return contextOf(
      actor ?? { kind: "visitor", centreId: null },
      preferredLanguage(headers["accept-language"]),
      {
        device: headers["user-agent"] ?? "?",
        address: remoteAddress,
        keep: (kept) => setCookie(sessionCookie, kept, SESSION_SECONDS),
      },
      "HTTP",
      requestId,
    );
  };

  return {
    apollo,
    readings: fanOut.readings,
    tasks: {
      ...offerTasks(dataSource, deskOf),
      ...agreementTasks(dataSource, deskOf),
      ...referralTasks(dataSource, deskOf, (err) =>
        log.warn({ err }, "several timers were not done together"),
      ),
      ...letterTasks(deskOf, { post, publicUrl }),
      ...standardTasks(dataSource, deskOf),
      ...fulfilmentTasks(dataSource, deskOf),
      ...leavingTasks(dataSource, deskOf),
      ...noticeTasks(dataSource, deskOf),
      ...endingTasks(dataSource, deskOf),
      ...peopleTasks(dataSource, deskOf),
      ...protectionTasks(dataSource, deskOf),
    },
    contextFor,
    fileDoors: new Map([
      ["agreement-documents", documentDoor],
      ["agreement-papers", paperDoor],
      ["case-papers", casePaperDoor],
    ]),
    openRooms: new Map([
      ["hsds", hsdsRoom(publication, publicUrl)],
      ["otwarte-dane", openFileRoom(publication, publicUrl)],
      ["uslugi", residentsRoom({ publication, publicUrl, now }, "pl")],
      ["services", residentsRoom({ publication, publicUrl, now }, "en")],
      ["robots.txt", robotsRoom(publicUrl)],
      ["sitemap.xml", sitemapRoom(publication, publicUrl)],
    ]),
    ways: waysElsewhere({
      provider,
      keys,
      publicUrl,
      contextFor,
      onFault: (reason) =>
        log.warn({ reason }, "nobody was identified at the other provider"),
    }),
    attachTo(server) {
      const sockets = attachWebSocket({
        server,
        path: "/graphql",
        schema,
        check,
        bodyBytes: defaultLimits.bodyBytes,
        authenticate: (params, request) =>
          callerOf(params, request, {
            address: addressOf(request),
            secure: isSecure(config.publicUrl),
            actorBehind,
          }),
        recheck,
        operations: new Operations({
          contextFor: ({ actor, language, address, device }, door) =>
            contextOf(
              actor,
              language,
              {
                device,
                address,
                // only HTTP can set a cookie; a program keeps the token by itself
                keep: () => undefined,
              },
              door,
            ),
          live: fanOut,
          watch,
          formatError: (error) => mask(error.toJSON(), error),
        }),
        publicUrl: config.publicUrl,
        watch,
        logger: log,
      });
      verifySessions = sockets.verifySessions;
      return sockets;
    },
    loadDemo: () => loadDemo(dataSource, keys, clock.now()),
    closeDemo: () => letDemoIn(dataSource, false, clock.now()),
    async stop() {
      fanOut.stop();
      await wake.stop();
      await apollo.stop();
    },
  };
}

/** The cookie outlives idle nights; the session itself ends by its own clock. */
const SESSION_SECONDS = SESSION_DAYS * 24 * 3600;

async function callerOf(
  params: Readonly<Record<string, unknown>>,
  request: IncomingMessage,
  {
    address,
    secure,
    actorBehind,
  }: {
    address: string;
    secure: boolean;
    actorBehind: (token: string | null) => Promise<Actor | null>;
  },
): Promise<Caller | null> {
  const given =
    bearerOf(params["authorization"]) ??
    bearerOf(request.headers.authorization);
  const cookie = readCookies(request.headers, secure).get(sessionCookie);
  const actor = await actorBehind(given ?? cookie ?? null);
  const { language } = params;
  // credentials that are none are refused; none at all may still read what is public
  if (!actor && given) return null;
  return {
    actor: actor ?? { kind: "visitor", centreId: null },
    address,
    device: request.headers["user-agent"] ?? "?",
    language: preferredLanguage(
      typeof language === "string"
        ? language
        : request.headers["accept-language"],
    ),
  };
}

function urlOf({ options }: DataSource): string {
  if (options.type === "postgres" && options.url) return options.url;
  throw new Error("the data source has no address");
}
