// The code by which an error of an operation is told: its own, or what an unexpected one comes to.
import { GraphQLError } from "graphql";

import { isOutage } from "../database/outage.js";

export function codeOf(error: unknown): string {
  if (error instanceof GraphQLError) {
    const { code } = error.extensions;
    if (typeof code === "string" && code !== "INTERNAL_SERVER_ERROR")
      return code;
    if (error.originalError) return codeOf(error.originalError);
    if (code === undefined && error.source) return "GRAPHQL_VALIDATION_FAILED";
  }
  return isOutage(error) ? "UNAVAILABLE" : "INTERNAL_SERVER_ERROR";
}
