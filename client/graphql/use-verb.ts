// One mutation as a verb of a page: it answers what came of it, and never throws at a form.
import {
  CombinedGraphQLErrors,
  type MaybeMasked,
  type OperationVariables,
  type TypedDocumentNode,
} from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useState } from "react";

import { graphql } from "./generated/gql.js";

/** What every answer tells of what went wrong; one fragment for all documents. */
graphql(`
  fragment Told on Problem {
    message
    ... on InvalidInput {
      fields {
        path
        message
      }
    }
    ... on SensitiveWords {
      fields {
        path
        message
      }
    }
  }
`);

/** "refused": certainly no effect; "unknown": perhaps done, so repeat with the same key or version. */
export type Failure = "refused" | "unknown";

export type Outcome<Data> =
  | { data: Data; failure?: never }
  | { data?: never; failure: Failure };

const certainlyWithoutEffect = new Set([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "BAD_USER_INPUT",
  "TOO_COSTLY",
  "RATE_LIMITED",
]);

/** @param isKept false: the answer stays out of the cache, and goes with whoever asked */
export function useVerb<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  isKept = true,
) {
  const client = useApolloClient();
  const [isPending, setPending] = useState(false);
  const run = useCallback(
    async (variables: Variables): Promise<Outcome<MaybeMasked<Data>>> => {
      setPending(true);
      const outcome = await client
        // oxlint-disable-next-line typescript/no-deprecated -- of a generic document the variables cannot be inferred
        .mutate<Data>({
          mutation,
          variables,
          ...(isKept ? {} : { fetchPolicy: "no-cache" }),
        })
        .then(
          ({ data }) => (data ? { data } : { failure: "unknown" as const }),
          (error: unknown) => ({ failure: failureOf(error) }),
        );
      setPending(false);
      return outcome;
    },
    [client, mutation, isKept],
  );
  return [run, isPending] as const;
}

function failureOf(error: unknown): Failure {
  const isRefused =
    CombinedGraphQLErrors.is(error) &&
    error.errors.every(({ extensions }) =>
      certainlyWithoutEffect.has(String(extensions?.["code"])),
    );
  return isRefused ? "refused" : "unknown";
}
