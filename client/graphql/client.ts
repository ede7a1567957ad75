// The client of the graph over HTTP, with the session's cookie; what is live comes by app/live.
import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  HttpLink,
} from "@apollo/client";
import { SetContextLink } from "@apollo/client/link/context";
import type { GraphQLCodegenDataMasking } from "@apollo/client/masking";
import { tap } from "rxjs";

import { createCache } from "./cache.js";
import { newestAnswers } from "./newest.js";
import { asksWriter, type WriterQuestion } from "./writer.js";

declare module "@apollo/client" {
  // oxlint-disable-next-line typescript/no-empty-object-type -- how Apollo takes the masked types of the code generator
  interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}

export function codesOf(error: unknown): string[] {
  if (!CombinedGraphQLErrors.is(error)) return [];
  return error.errors.map(({ extensions }) => String(extensions?.["code"]));
}

export function createClient(
  onSignedOut: () => void,
  askWriter: (question: WriterQuestion) => Promise<boolean>,
): ApolloClient {
  const watchSession = new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap(({ errors }) => {
        const isOut = errors?.some(
          ({ extensions }) => extensions?.["code"] === "UNAUTHENTICATED",
        );
        if (isOut) onSignedOut();
      }),
    ),
  );
  // the graph answers in the language of the page, not of the browser
  const inLanguage = new SetContextLink(() => ({
    headers: { "accept-language": document.documentElement.lang },
  }));
  return new ApolloClient({
    link: ApolloLink.from([
      asksWriter(askWriter),
      newestAnswers(),
      watchSession,
      inLanguage,
      new HttpLink({ uri: "/graphql", credentials: "same-origin" }),
    ]),
    cache: createCache(),
    dataMasking: true,
  });
}
