// Doors of the graph to the access log.
import {
  Arg,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { Centre } from "../identity/index.js";
import { Partner } from "../partners/index.js";
import {
  connectionOf,
  DEFAULT_PAGE,
  page,
} from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { accessLogChain } from "./access-chain.reads.js";
import { AccessCount, AccessLogChain, AccessLogEntry } from "./access-entry.js";
import {
  aboutWhom,
  accessCounts,
  accessLogVisibleTo,
  organisationOf,
  pseudonymById,
} from "./access-log.reads.js";
import { AccessLogFilter } from "./access-log-filter.js";
import {
  exportAccessLog,
  ExportAccessLogInput,
  ExportAccessLogPayload,
} from "./export-access-log.js";

const AccessLogConnection = connectionOf("AccessLog", () => AccessLogEntry);

@Resolver(() => Centre)
export class CentreAccessLogResolver {
  @FieldResolver(() => AccessLogConnection, {
    description:
      "Who saw or changed what about whom, the latest first, as far as the viewer may see.",
  })
  @Cost(4)
  accessLog(
    @Root() _centre: Centre,
    @Ctx() context: Context,
    @Arg("filter", () => AccessLogFilter, { nullable: true })
    filter: AccessLogFilter | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: DEFAULT_PAGE })
    first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return accessLogVisibleTo(
      context,
      filter,
      page(first, after, ["position"]),
    );
  }

  @FieldResolver(() => AccessLogChain, {
    nullable: true,
    description:
      "Whether the access log is as it was written; null where it is not the viewer's, or empty.",
  })
  @Cost(50)
  accessLogChain(@Root() _centre: Centre, @Ctx() context: Context) {
    return accessLogChain(context);
  }

  @FieldResolver(() => [AccessCount], {
    description: "The access log of twelve months in numbers.",
  })
  @Cost(50)
  accessCounts(@Root() _centre: Centre, @Ctx() context: Context) {
    return accessCounts(context);
  }
}

@Resolver(() => AccessLogEntry)
export class AccessLogEntryResolver {
  @FieldResolver(() => Partner, {
    nullable: true,
    description: "The organisation that she acted for.",
  })
  partner(@Root() entry: AccessLogEntry, @Ctx() context: Context) {
    return organisationOf(context, entry);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The person or organisation that it is about, where the viewer may read who that is.",
  })
  about(@Root() entry: AccessLogEntry, @Ctx() context: Context) {
    return aboutWhom(context, entry);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Whom it is about; for the data protection officer and who keeps the case.",
  })
  pseudonym(@Root() entry: AccessLogEntry, @Ctx() context: Context) {
    return entry.caseId ? context.load(pseudonymById, entry.caseId) : null;
  }

  @Mutation(() => ExportAccessLogPayload, {
    description: "Takes a page of the access log along; that goes on record.",
  })
  exportAccessLog(
    @Arg("input", () => ExportAccessLogInput) input: ExportAccessLogInput,
    @Ctx() context: Context,
  ): Promise<typeof ExportAccessLogPayload> {
    return transact(context, (work) => exportAccessLog(work, input));
  }
}
