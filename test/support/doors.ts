// Both doors of the real app on one port: HTTP as a stranger meets it, and the socket beside it.
import { once } from "node:events";

import { pino } from "pino";

import { createHttpServer } from "../../server/platform/http.js";
import { Pace } from "../../server/platform/open-room.js";
import type { Api } from "./api.js";
import { freePort } from "./server.js";

export interface Doors {
  /** `http://…`, without a path. */
  url: string;
  socketUrl: string;
  /** The raw answer; a token is sent as a program sends it. */
  post(
    body: unknown,
    headers?: Record<string, string>,
    token?: string,
  ): Promise<Response>;
  close(): Promise<void>;
}

export async function openDoors(
  api: Api,
  {
    publicUrl = "http://localhost:4000",
    clientFolder = "test/support",
    openPace = new Pace(),
  } = {},
): Promise<Doors> {
  const server = createHttpServer({
    apollo: api.app.apollo,
    contextFor: (request) => api.app.contextFor(request),
    ways: api.app.ways,
    fileDoors: api.app.fileDoors,
    openRooms: api.app.openRooms,
    openPace,
    isReady: () => Promise.resolve(true),
    isEnding: () => false,
    clientFolder,
    config: { publicUrl, trustedProxies: [] },
    log: pino({ level: "silent" }),
  });
  const sockets = api.app.attachTo(server);
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    socketUrl: `ws://127.0.0.1:${port}/graphql`,
    post: (body, headers, token) =>
      fetch(`${url}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    async close() {
      await sockets.drain();
      server.closeAllConnections();
      server.close();
    },
  };
}
