// The client as a whole: the graph's client around the pages.
import type { ApolloClient } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import i18next from "i18next";
import { useState } from "react";
import { createBrowserRouter, type RouteObject } from "react-router";
import { RouterProvider } from "react-router/dom";

import { createClient } from "../graphql/client.js";
import { readAnew } from "../graphql/newest.js";
import type { WriterQuestion } from "../graphql/writer.js";
import {
  SensitiveQuestion,
  useWriterQuestion,
} from "./forms/SensitiveQuestion.js";
import { sessionEnded, signInPath } from "./session/way-back.js";

export function App({ routes }: { routes: RouteObject[] }) {
  const { asked, ask } = useWriterQuestion();
  const [{ client, router }] = useState(() => start(routes, ask));
  return (
    <ApolloProvider client={client}>
      <RouterProvider router={router} />
      {asked && <SensitiveQuestion {...asked} />}
    </ApolloProvider>
  );
}

function start(
  routes: RouteObject[],
  ask: (question: WriterQuestion) => Promise<boolean>,
) {
  const router = createBrowserRouter(routes);
  const client: ApolloClient = createClient(() => {
    const { pathname, search } = router.state.location;
    void router.navigate(signInPath(pathname + search), {
      state: sessionEnded,
    });
  }, ask);
  // sentences of the server, in the language that is spoken now
  i18next.on("languageChanged", () => void readAnew(client));
  return { client, router };
}
