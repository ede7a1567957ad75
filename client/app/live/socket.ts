// The socket to the graph: one subscription opened on it, and what its end means.
import type {
  ApolloCache,
  DocumentNode,
  TypedDocumentNode,
} from "@apollo/client";
import { print, visit } from "graphql";
import { createClient } from "graphql-ws";

import type { Ears, Loss } from "./follow-log.js";

export function createSocket() {
  const scheme = window.location.protocol === "https:" ? "wss" : "ws";
  return createClient({
    connectionParams: () => ({ language: document.documentElement.lang }),
    url: `${scheme}://${window.location.host}/graphql`,
    // repeating is ours: a repeat must start from the newest cursor
    retryAttempts: 0,
    lazyCloseTimeout: 1_000,
  });
}

export type Socket = ReturnType<typeof createSocket>;

export function openStream<Data, Variables extends Record<string, unknown>, D>(
  socket: Socket,
  cache: ApolloCache,
  subscription: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  ears: Ears<D>,
  read: (data: Data) => D,
): () => void {
  return socket.subscribe<Data>(
    { query: toText(cache.transformDocument(subscription)), variables },
    {
      next({ data, errors }) {
        if (errors?.length) ears.lose(lossOf(errors));
        else if (data) ears.hear(read(data));
      },
      error: (error) => ears.lose(lossOf(error)),
      complete: () => ears.lose("connection"),
    },
  );
}

/** The graph does not know of masks: they are the client's own matter. */
function toText(document: DocumentNode): string {
  return print(
    visit(document, {
      Directive: ({ name }) => (name.value === "unmask" ? null : undefined),
    }),
  );
}

const forbidden = 4403;

function lossOf(error: unknown): Loss {
  if (Array.isArray(error)) {
    const codes = error.map((one: unknown) => codeOf(one));
    if (codes.some((code) => code?.startsWith("CURSOR_"))) return "cursor";
    if (codes.includes("UNAUTHENTICATED")) return "rights";
    if (codes.includes("FORBIDDEN")) return "forbidden";
  }
  if (typeof error === "object" && error !== null && "code" in error)
    if (error.code === forbidden) return "rights";
  return "connection";
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if (!("extensions" in error)) return undefined;
  const { extensions } = error;
  if (typeof extensions !== "object" || extensions === null) return undefined;
  return "code" in extensions ? String(extensions.code) : undefined;
}
