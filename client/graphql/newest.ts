// What is read is never older than what the viewer wrote: an answer asked for before that is asked for anew.
import { type ApolloClient, ApolloLink } from "@apollo/client";
import { OperationTypeNode } from "graphql";
import { BehaviorSubject, switchMap, take, tap } from "rxjs";

/** Whatever is being read begins anew; a page has one graph. */
const beginnings = new BehaviorSubject<undefined>(undefined);
const begin = () => beginnings.next(undefined);

/**
 * A reading that is repeated while the same one is under way gets the answer of that one; so the one under way must
 * not be of before the write either. A mutation without an answer may have been done as well.
 */
export function newestAnswers(): ApolloLink {
  return new ApolloLink((operation, forward) =>
    operation.operationType === OperationTypeNode.QUERY
      ? beginnings.pipe(
          switchMap(() => forward(operation)),
          take(1),
        )
      : forward(operation).pipe(tap({ next: begin, error: begin })),
  );
}

/** All that is on the screen is read anew and stays meanwhile, what is being read begins anew, the rest is forgotten. */
export async function readAnew(client: ApolloClient): Promise<void> {
  begin();
  void client.cache.reset();
  // what cannot be read shows it on its own page
  await Promise.allSettled(
    client.refetchQueries({ include: "active" }).results,
  );
}
