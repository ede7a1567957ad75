// The composition root: the one visible list of entities, resolvers, reactions, jobs and doors.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";

import { ApolloServer } from "@apollo/server";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import { GraphQLError } from "graphql";
import type { TaskList } from "graphile-worker";
import { buildSchema } from "type-graphql";
import type { DataSource } from "typeorm";

import {
  Agreement,
  AgreementParty,
  AgreementResolver,
  PartnerAgreementsResolver,
  ServiceScopeResolver,
  agreementById,
  scopeNewService,
} from "./agreements/index.js";
import { ActivityResolver, CentreActivityResolver } from "./audit/index.js";
import {
  Case,
  CentreCasesResolver,
  DisclosureBasis,
  caseById,
} from "./cases/index.js";
import { FanOut } from "./events/fan-out.js";
import { isOutage } from "./events/log-source.js";
import { readEvents, readHead } from "./events/log.reads.js";
import { on } from "./events/reactions.js";
import type { Desk } from "./events/transact.js";
import { startWake } from "./events/wake.js";
import {
  Account,
  Assignment,
  Centre,
  CentreResolver,
  Session,
  SessionResolver,
  ViewerMembershipResolver,
  ViewerResolver,
  authenticate,
  authenticateAgain,
  centreById,
} from "./identity/index.js";
import {
  Capacity,
  CapacityChangedResolver,
  CapacityResolver,
  CentreServicesResolver,
  NoFreePlaceResolver,
  PartnerServicesResolver,
  Service,
  ServiceCapacityResolver,
  ServiceResolver,
  serviceById,
} from "./offer/index.js";
import {
  CentrePartnersResolver,
  ContactPerson,
  ContactPersonResolver,
  Partner,
  PartnerResolver,
  ViewerMembershipPartnerResolver,
  ViewerPartnerResolver,
  contactPersonById,
  partnerById,
} from "./partners/index.js";
import {
  CentreNetworksResolver,
  Network,
  NetworkMembership,
  NetworkResolver,
  PartnerStakeholderResolver,
  networkById,
} from "./partnership/index.js";
import {
  CentreOverviewResolver,
  NetworkNodeResolver,
  NetworkPictureResolver,
} from "./picture/index.js";
import type { Clock } from "./platform/clock.js";
import type { Config } from "./platform/config.js";
import { printedSchema } from "./platform/graphql/printed-schema.js";
import { Context } from "./platform/graphql/context.js";
import type { NodeFinders, SessionDoor } from "./platform/graphql/context.js";
import {
  defaultLimits,
  limitsPlugin,
  operationCheck,
} from "./platform/graphql/limits.js";
import { loader } from "./platform/graphql/loader.js";
import { NodeResolver } from "./platform/graphql/node.resolver.js";
import { Instant } from "./platform/graphql/scalars.js";
import { preferredLanguage, speaking } from "./platform/graphql/words.js";
import type { Language } from "./platform/graphql/words.js";
import { plainJsonGets200 } from "./platform/graphql-over-http.js";
import { readCookies, sessionCookie } from "./platform/cookies.js";
import type { HttpRequest } from "./platform/http.js";
import type { Logger } from "./platform/logging.js";
import type { Actor } from "./platform/permission/actor.js";
import { Operations } from "./platform/socket-operation.js";
import type { Caller } from "./platform/socket-operation.js";
import { attachWebSocket } from "./platform/websocket.js";
import {
  CentreReferralsResolver,
  Referral,
  ReferralChangedResolver,
  ReferralMovesResolver,
  ReferralResolver,
  ReferralSubject,
  ServiceQueueResolver,
  referralById,
  referralTasks,
} from "./referrals/index.js";

export const entities = [
  Account,
  Agreement,
  AgreementParty,
  Assignment,
  Capacity,
  Case,
  Centre,
  ContactPerson,
  DisclosureBasis,
  Network,
  NetworkMembership,
  Partner,
  Referral,
  ReferralSubject,
  Service,
  Session,
];

const resolvers = [
  ActivityResolver,
  AgreementResolver,
  CapacityChangedResolver,
  CapacityResolver,
  CentreActivityResolver,
  CentreCasesResolver,
  CentreNetworksResolver,
  CentreOverviewResolver,
  CentrePartnersResolver,
  CentreReferralsResolver,
  CentreResolver,
  CentreServicesResolver,
  ContactPersonResolver,
  NetworkNodeResolver,
  NetworkPictureResolver,
  NetworkResolver,
  NodeResolver,
  NoFreePlaceResolver,
  PartnerAgreementsResolver,
  PartnerResolver,
  PartnerServicesResolver,
  PartnerStakeholderResolver,
  ReferralChangedResolver,
  ReferralMovesResolver,
  ReferralResolver,
  ServiceCapacityResolver,
  ServiceQueueResolver,
  ServiceResolver,
  ServiceScopeResolver,
  SessionResolver,
  ViewerMembershipPartnerResolver,
  ViewerMembershipResolver,
  ViewerPartnerResolver,
  ViewerResolver,
] as const;

/** A centre by its id is the own one; a visitor enters by `Query.centre`. */
const nodes: NodeFinders = {
  Agreement: agreementById,
  Case: caseById,
  Centre: loader(async (context, ids) =>
    Promise.all(
      ids.map((id) =>
        id === context.actor.centreId ? context.load(centreById, id) : null,
      ),
    ),
  ),
  ContactPerson: contactPersonById,
  Network: networkById,
  Partner: partnerById,
  Referral: referralById,
  Service: serviceById,
};

on("ServicePublished", scopeNewService);

let built: Promise<GraphQLSchema> | null = null;

export function graph(): Promise<GraphQLSchema> {
  built ??= buildSchema({
    resolvers,
    scalarsMap: [{ type: Date, scalar: Instant }],
    validate: false,
    // subscriptions follow the log, never a channel in memory
    pubSub: {
      publish: () => {
        throw new Error("events are recorded by a unit of work");
      },
      subscribe: () => {
        throw new Error("a subscription follows the log");
      },
    },
  });
  return built;
}

/** The graph as schema/schema.graphql holds it. */
export async function printGraph(): Promise<string> {
  return printedSchema(await graph());
}

export interface App {
  readonly apollo: ApolloServer<Context>;
  readonly tasks: TaskList;
  contextFor(request: HttpRequest): Promise<Context>;
  attachTo(server: Server): { drain(): Promise<void> };
  /** Loads the demo where there is none yet, and names its sign-ins. */
  loadDemo(): Promise<string[]>;
  stop(): Promise<void>;
}

export async function createApp(parts: {
  config: Pick<Config, "publicUrl" | "introspection">;
  dataSource: DataSource;
  log: Logger;
  clock: Clock;
}): Promise<App> {
  const { config, dataSource, log, clock } = parts;
  const now = () => clock.now();
  const schema = await graph();
  const check = operationCheck({ schema, introspection: config.introspection });
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
    requestId: string = randomUUID(),
  ) =>
    new Context({
      dataSource,
      actor,
      language,
      now,
      requestId,
      session,
      committed: wake.notifyAfterCommit,
      rightsChanged: wake.notifyRights,
      nodes,
    });
  const deskOf = (centreId: string): Desk => ({
    dataSource,
    actor: { kind: "system", centreId },
    now: now(),
    say: speaking("pl"),
    committed: wake.notifyAfterCommit,
  });
  const actorBehind = async (token: string | null): Promise<Actor | null> =>
    token ? authenticate(dataSource, token, now()) : null;
  const mask = maskErrors(log);

  const apollo = new ApolloServer<Context>({
    schema,
    csrfPrevention: true,
    introspection: config.introspection,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    allowBatchedHttpRequests: false,
    formatError: (formatted, error) => mask(formatted, error),
    plugins: [plainJsonGets200, limitsPlugin(check)],
    // the process itself listens to signals
    stopOnTerminationSignals: false,
  });
  await apollo.start();

  return {
    apollo,
    tasks: referralTasks(deskOf),
    async contextFor({
      headers,
      cookies,
      remoteAddress,
      requestId,
      setCookie,
    }) {
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
        requestId,
      );
    },
    attachTo(server) {
      const sockets = attachWebSocket({
        server,
        path: "/graphql",
        schema,
        check,
        bodyBytes: defaultLimits.bodyBytes,
        authenticate: (params, request) =>
          callerOf(params, request, actorBehind),
        recheck,
        operations: new Operations({
          contextFor: ({ actor, language }) =>
            contextOf(actor, language, {
              device: "socket",
              address: "socket",
              keep: () => undefined,
            }),
          live: fanOut,
          formatError: (error) => mask(error.toJSON(), error),
        }),
        publicUrl: config.publicUrl,
        logger: log,
      });
      verifySessions = sockets.verifySessions;
      return sockets;
    },
    loadDemo: () => Promise.resolve([]),
    async stop() {
      fanOut.stop();
      await wake.stop();
      await apollo.stop();
    },
  };
}

/** The cookie outlives idle nights; the session itself ends by its own clock. */
const SESSION_SECONDS = 30 * 24 * 3600;

function bearerOf(header: unknown): string | null {
  if (typeof header !== "string") return null;
  return /^Bearer\s+(\S+)$/i.exec(header)?.[1] ?? null;
}

async function callerOf(
  params: Readonly<Record<string, unknown>>,
  request: IncomingMessage,
  actorBehind: (token: string | null) => Promise<Actor | null>,
): Promise<Caller | null> {
  const given =
    bearerOf(params["authorization"]) ??
    bearerOf(request.headers.authorization);
  const cookie = readCookies(request.headers).get(sessionCookie);
  const actor = await actorBehind(given ?? cookie ?? null);
  const language =
    params["language"] ?? request.headers["accept-language"] ?? "pl";
  // credentials that are none are refused; none at all may still read what is public
  if (!actor && given) return null;
  return {
    actor: actor ?? { kind: "visitor", centreId: null },
    language: preferredLanguage(String(language)),
  };
}

/** Faults are told by an id only; what they are stands in the log. */
function maskErrors(log: Logger) {
  return (
    formatted: GraphQLFormattedError,
    error: unknown,
  ): GraphQLFormattedError => {
    const original =
      error instanceof GraphQLError ? error.originalError : error;
    const isOurs = !original || original instanceof GraphQLError;
    const code = formatted.extensions?.["code"];
    if (isOurs && code !== "INTERNAL_SERVER_ERROR") return formatted;
    const { path, locations } = formatted;
    const where = { ...(path && { path }), ...(locations && { locations }) };
    if (isOutage(original))
      return {
        ...where,
        message: "The service is not available now. Try again.",
        extensions: { code: "UNAVAILABLE" },
      };
    const id = randomUUID();
    log.error({ err: original ?? error, faultId: id }, "operation failed");
    return {
      ...where,
      message: `Something went wrong here. Nothing is lost. Code: ${id.slice(0, 8)}`,
      extensions: { code: "INTERNAL_SERVER_ERROR", faultId: id },
    };
  };
}

function urlOf({ options }: DataSource): string {
  if (options.type === "postgres" && options.url) return options.url;
  throw new Error("the data source has no address");
}
