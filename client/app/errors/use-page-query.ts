// How a page reads: it waits in the boundary's skeleton, fails into the boundary's screen, and stays while it is read anew.
import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient, useSuspenseQuery } from "@apollo/client/react";
import { createContext, startTransition, useCallback, useContext } from "react";

import { type PageTopic, useReadAnew } from "../live/use-read-anew.js";

/** How often the person asked to try again; each time is a new reading. */
export const AttemptContext = createContext(0);

interface Options {
  /** "network" for what the log does not keep true in the cache. */
  from?: "cache" | "network";
  /** Read anew when the log tells of a change of these. */
  of?: readonly PageTopic[];
}

/** What is on the screen, the place of the keyboard and whatever stands open remain until the answer is there. */
function useStaying<Asking extends unknown[], Answer>(
  read: (...asking: Asking) => Promise<Answer>,
) {
  return useCallback(
    (...asking: Asking) =>
      new Promise<Answer>((resolve, reject) => {
        startTransition(() => {
          read(...asking).then(resolve, (failure: unknown) => {
            // whoever has left the page waits for no answer
            if (failure instanceof Error && failure.name === "AbortError")
              return;
            // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- as it came
            reject(failure);
          });
        });
      }),
    [read],
  );
}

const nothing: readonly PageTopic[] = [];

export function usePageQuery<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { from = "cache", of = nothing }: Options = {},
) {
  const attempt = useContext(AttemptContext);
  const client = useApolloClient();
  useReadAnew(of, () =>
    // oxlint-disable-next-line typescript/no-deprecated -- of a generic document the variables cannot be inferred
    client.query<Data>({
      query,
      variables,
      fetchPolicy: "network-only",
      // what is under way may have been answered before the change
      context: { queryDeduplication: false },
    }),
  );
  // oxlint-disable-next-line typescript/no-deprecated -- of a generic document the variables cannot be inferred
  const reading = useSuspenseQuery<Data>(query, {
    variables,
    queryKey: [attempt],
    fetchPolicy: from === "cache" ? "cache-first" : "cache-and-network",
  });
  const refetch = useStaying(reading.refetch);
  const fetchMore = useStaying(reading.fetchMore);
  return { ...reading, refetch, fetchMore };
}
