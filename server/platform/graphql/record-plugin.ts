// Over HTTP: what an answer tells of people is on record before it leaves, or the answer stays here.
import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLError, GraphQLFormattedError } from "graphql";

import { turnAway } from "../graphql-over-http.js";
import type { Context } from "./context.js";
import { withheld } from "./disclosures.js";

export function recordPlugin(
  formatError: (error: GraphQLError) => GraphQLFormattedError,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ contextValue, response }) {
        try {
          await contextValue.keepRecord();
        } catch (failure) {
          response.body = {
            kind: "single",
            singleResult: { errors: [formatError(withheld(failure))] },
          };
          turnAway(response);
        }
      },
    }),
  };
}
