// How a request becomes a socket, and how one that must not is turned away.
import { once } from "node:events";

import { WebSocket } from "ws";

import { hangUp, quietWorld } from "../platform/socket-talk.js";
import type { World } from "../platform/socket-world.js";
import { endAll, rawSocket } from "./raw-socket.js";

let world: World;
beforeEach(async () => {
  world = await quietWorld();
});
afterEach(async () => {
  endAll();
  await hangUp();
});

const open = (headers?: Record<string, string | undefined>) =>
  rawSocket(world.url, headers);

describe("the handshake", () => {
  const statusOf = async (
    headers: Record<string, string | undefined>,
    request?: string,
  ) => {
    const { head } = await rawSocket(world.url, headers, request);
    return Number(head.split(" ")[1]);
  };

  it("answers the key of the standard's own example", async () => {
    const { head } = await open();
    expect(head).toMatch(/^HTTP\/1\.1 101 /);
    expect(head).toContain(
      "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
    );
    expect(head).toContain("Sec-WebSocket-Protocol: graphql-transport-ws");
    expect(head).not.toMatch(/extensions|set-cookie|server:/i);
  });

  it.each([
    ["no key", { "Sec-WebSocket-Key": undefined }],
    ["a key that is none", { "Sec-WebSocket-Key": "short" }],
    ["an old version", { "Sec-WebSocket-Version": "7" }],
    ["no version", { "Sec-WebSocket-Version": undefined }],
    ["another upgrade", { Upgrade: "h2c" }],
    ["a protocol that is no word", { "Sec-WebSocket-Protocol": "a,,b" }],
  ])("refuses %s with 400", async (_name, headers) => {
    expect(await statusOf(headers)).toBe(400);
  });

  it("refuses a POST, another path and a foreign page", async () => {
    expect(await statusOf({}, "POST /graphql HTTP/1.1")).toBe(405);
    expect(await statusOf({}, "GET /other HTTP/1.1")).toBe(404);
    expect(await statusOf({ Origin: "https://evil.example" })).toBe(403);
  });

  it("agrees on the subprotocol, also where others are offered", async () => {
    const socket = new WebSocket(world.url, ["x", "graphql-transport-ws"]);
    await once(socket, "open");
    expect(socket.protocol).toBe("graphql-transport-ws");
    socket.terminate();
  });

  it.each([undefined, "graphql-ws", "graphql-transport-ws2, x"])(
    "closes with 4406 where %s is offered",
    async (offered) => {
      const socket = await open({ "Sec-WebSocket-Protocol": offered });
      expect(socket.head).not.toMatch(/Sec-WebSocket-Protocol/i);
      expect(await socket.closed()).toBe(4406);
    },
  );

  it("offers no compression, which could blow up what was small", async () => {
    const { head } = await open({
      "Sec-WebSocket-Extensions": "permessage-deflate",
    });
    expect(head).not.toMatch(/permessage-deflate/);
  });
});
