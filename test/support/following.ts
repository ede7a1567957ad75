// Following a subscription of the real app over a real socket, until nothing is owed any more.
import { once } from "node:events";
import { createServer } from "node:http";

import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

import type { AnswerError, Api } from "./api.js";
import { freePort } from "./server.js";

export interface Followed {
  /** What came up to the first CaughtUp, that one left out; what was refused stands as its code. */
  deliveries: Record<string, unknown>[];
  /** The cursor of that CaughtUp. */
  cursor: string | null;
}

export interface Sockets {
  url: string;
  follow(
    token: string | null,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<Followed>;
  /** A socket that is open and does nothing; `closed` tells the code of its end. */
  idle(token: string): Promise<{ closed: Promise<number> }>;
  close(): Promise<void>;
}

/** The field of a subscription's answer, named `change` by the query. */
interface Next {
  change: { __typename: string; cursor: string };
}

export async function openSockets(api: Api): Promise<Sockets> {
  const port = await freePort();
  const server = createServer();
  const sockets = api.app.attachTo(server);
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const url = `ws://127.0.0.1:${port}/graphql`;
  return {
    url,
    async follow(token, query, variables) {
      const client = createClient({
        url,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        ...(token
          ? { connectionParams: { authorization: `Bearer ${token}` } }
          : {}),
      });
      try {
        return await untilCaughtUp(client.iterate<Next>({ query, variables }));
      } finally {
        await client.dispose();
      }
    },
    async idle(token) {
      const socket = new WebSocket(url, "graphql-transport-ws");
      const closed = new Promise<number>((resolve) =>
        socket.once("close", resolve),
      );
      await once(socket, "open");
      const acknowledged = once(socket, "message");
      socket.send(
        JSON.stringify({
          type: "connection_init",
          payload: { authorization: `Bearer ${token}` },
        }),
      );
      await acknowledged;
      return { closed };
    },
    async close() {
      await sockets.drain();
      server.close();
    },
  };
}

async function untilCaughtUp(
  answers: AsyncIterable<{
    data?: Next | null | undefined;
    errors?: readonly AnswerError[] | undefined;
  }>,
): Promise<Followed> {
  const followed: Followed = { deliveries: [], cursor: null };
  for await (const { data, errors } of answers) {
    const change = data?.change;
    if (change?.__typename === "CaughtUp")
      return { ...followed, cursor: change.cursor };
    followed.deliveries.push(
      change ? { ...change } : { refused: codeOf(errors?.[0]) },
    );
  }
  return followed;
}

function codeOf(error: AnswerError | undefined): string {
  const code = error?.extensions?.["code"];
  return typeof code === "string" ? code : "unknown";
}
