// How a page reads: it waits in the boundary's skeleton, and fails into the boundary's screen.
import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useSuspenseQuery } from "@apollo/client/react";
import { createContext, useContext } from "react";

/** How often the person asked to try again; each time is a new reading. */
export const AttemptContext = createContext(0);

interface Options {
  /** "network" for what the log does not keep true in the cache. */
  from?: "cache" | "network";
}

export function usePageQuery<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { from = "cache" }: Options = {},
) {
  const attempt = useContext(AttemptContext);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- of a generic document the variables cannot be inferred
  return useSuspenseQuery<Data>(query, {
    variables,
    queryKey: [attempt],
    fetchPolicy: from === "cache" ? "cache-first" : "cache-and-network",
  });
}
