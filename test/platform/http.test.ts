// The graph over HTTP as a caller meets it: refusals, and who may ask from where.

import { ApolloServer } from "@apollo/server";

import type { ClosingContext } from "../../server/platform/graphql-over-http.js";
import { plainJsonGets200 } from "../../server/platform/graphql-over-http.js";
import { createHttpServer } from "../../server/platform/http.js";
import { createLog } from "../../server/platform/logging.js";

describe("the graph over HTTP", () => {
  let isReady = true;
  let isAway = false;
  let isEnding = false;
  let closed = 0;
  let seen = "";
  let effects = 0;
  const apollo = new ApolloServer<ClosingContext>({
    typeDefs: `
      type Query { hello(name: String!): String }
      type Mutation { change: Int! }
    `,
    resolvers: {
      Query: { hello: (_: unknown, { name }: { name: string }) => name },
      Mutation: { change: () => ++effects },
    },
    introspection: true,
    csrfPrevention: true,
    plugins: [plainJsonGets200],
  });
  const server = createHttpServer({
    apollo,
    contextFor: async ({ remoteAddress }) => {
      seen = remoteAddress;
      if (isAway) throw new Error("the database is away");
      return {
        close: async () => {
          closed += 1;
        },
      };
    },
    isReady: async () => isReady,
    isEnding: () => isEnding,
    clientFolder: "test/support",
    config: {
      publicUrl: "https://splot.example",
      trustedProxies: ["127.0.0.1", "10.0.0.0/8"],
    },
    log: createLog("silent"),
  });
  let url = "";

  beforeAll(async () => {
    await apollo.start();
    await new Promise<void>((resolve) =>
      server.listen(0, "127.0.0.1", resolve),
    );
    const address = server.address();
    if (typeof address !== "object" || !address) throw new Error("no port");
    url = `http://127.0.0.1:${address.port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await apollo.stop();
  });

  const post = (
    body: string,
    headers: Record<string, string> = { "content-type": "application/json" },
  ) => fetch(`${url}/graphql`, { method: "POST", headers, body });
  const change = JSON.stringify({ query: "mutation { change }" });

  it("changes nothing by a GET or a form post", async () => {
    const before = effects;
    const get = await fetch(
      `${url}/graphql?query=${encodeURIComponent("mutation { change }")}`,
    );
    expect([get.status, get.headers.get("allow")]).toEqual([405, "POST"]);
    for (const type of [
      "application/x-www-form-urlencoded",
      "text/plain",
      "multipart/form-data; boundary=x",
    ])
      expect((await post(change, { "content-type": type })).status).toBe(415);
    expect(effects).toBe(before);
  });

  it("refuses a foreign page, and lets its own and programs in", async () => {
    const from = (origin: string, extra: Record<string, string> = {}) =>
      post(change, { "content-type": "application/json", origin, ...extra });
    expect((await from("https://evil.example")).status).toBe(403);
    expect((await from("null")).status).toBe(403);
    expect((await from("https://splot.example")).status).toBe(200);
    // the host that it asked, but not as safely as the public address
    expect((await from(url)).status).toBe(403);
    expect((await from(url.replace("http:", "https:"))).status).toBe(200);
    const sent = async (authorization: string) =>
      (await from("https://other.example", { authorization })).status;
    expect(await sent("Bearer x")).toBe(200);
    for (const none of ["Basic eDp5", "Bearer", "Bearer x y", ""])
      expect(await sent(none)).toBe(403);
  });

  it("takes a caller's address from trusted proxies and from nobody else", async () => {
    const address = async (forwarded?: string) => {
      const headers = forwarded ? { "x-forwarded-for": forwarded } : undefined;
      await post(change, { "content-type": "application/json", ...headers });
      return seen;
    };
    expect(await address()).toBe("127.0.0.1");
    expect(await address("203.0.113.7")).toBe("203.0.113.7");
    expect(await address("6.6.6.6, 203.0.113.7, 10.1.2.3")).toBe("203.0.113.7");
    expect(await address("203.0.113.7:5123")).toBe("203.0.113.7");
    expect(await address("[2001:db8::7]:5123")).toBe("2001:db8::7");
    expect(await address("203.0.113.7, unknown, 10.1.2.3")).toBe("10.1.2.3");
    expect(await address("10.9.9.9, 10.1.2.3")).toBe("10.9.9.9");
  });

  it("limits the body, announced or not", async () => {
    const long = JSON.stringify({
      query: `{ hello(name: "${"x".repeat(100_000)}") }`,
    });
    expect((await post(long)).status).toBe(413);
    const unannounced = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: new Blob([long]).stream(),
      duplex: "half",
    }).then(
      (response) => response.status,
      // the rest of the body is cut off, which a client may meet first
      () => 413,
    );
    expect(unannounced).toBe(413);
  });

  it("says come again while no context can be had", async () => {
    isAway = true;
    const answer = await post(change).finally(() => (isAway = false));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([
      503,
      "2",
    ]);
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: "UNAVAILABLE" } }],
    });
  });

  it("sends callers elsewhere while it is ending, in the type that they read", async () => {
    isEnding = true;
    const before = effects;
    const type = "application/graphql-response+json";
    const answers = await Promise.all([
      post(change),
      post(change, { "content-type": "application/json", accept: type }),
    ]).finally(() => (isEnding = false));
    for (const { status, headers } of answers)
      expect([status, headers.get("retry-after")]).toEqual([503, "2"]);
    expect(answers.map(({ headers }) => headers.get("connection"))).toEqual([
      "close",
      "close",
    ]);
    expect(answers[0].headers.get("content-type")).toBe("application/json");
    expect(answers[1].headers.get("content-type")).toContain(type);
    expect(effects).toBe(before);
  });

  it("closes the context of every operation", async () => {
    const before = closed;
    await post(change);
    await post(JSON.stringify({ query: "{ nothing }" }));
    expect(closed).toBe(before + 2);
  });

  it("lives, and is ready only while it can serve", async () => {
    const ask = async (path: string) => (await fetch(url + path)).status;
    expect([await ask("/livez"), await ask("/readyz")]).toEqual([200, 200]);
    isReady = false;
    expect([await ask("/livez"), await ask("/readyz")]).toEqual([200, 503]);
    isReady = true;
  });

  it("sends every answer with the headers that keep it safe", async () => {
    const { headers } = await fetch(`${url}/livez`);
    expect(headers.get("content-security-policy")).toContain(
      "default-src 'self'",
    );
    expect(headers.get("content-security-policy")).toContain(
      "frame-ancestors 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });
});
