// What leaves the house when something fails: refusals as they are, faults as an id, outages as a request to come again.
import { randomUUID } from "node:crypto";

import { GraphQLError, type GraphQLFormattedError } from "graphql";

import type { Logger } from "../logging.js";
import { findRequestId } from "../request-id.js";

/** Faults are told by the id of the request only; what they are stands in the log. */
export function maskErrors(log: Logger, isOutage: (error: unknown) => boolean) {
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
    if (isOutage(original)) {
      log.warn({ err: original }, "the database was away");
      return {
        ...where,
        message: "The service is not available now. Try again.",
        extensions: { code: "UNAVAILABLE" },
      };
    }
    const requestId = findRequestId() ?? randomUUID();
    log.error({ err: original ?? error, requestId }, "operation failed");
    return {
      ...where,
      message: `Something went wrong here. Nothing is lost. Code: ${requestId.slice(0, 8)}`,
      extensions: { code: "INTERNAL_SERVER_ERROR", requestId },
    };
  };
}
