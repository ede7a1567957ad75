// Every rule of the graphql-transport-ws protocol, as a client breaks it or keeps it, one by one.
import { once } from "node:events";

import {
  hangUp,
  type Message,
  quietWorld,
  Talk,
} from "../platform/socket-talk.js";

afterEach(hangUp);

const typesOf = (messages: Message[]) => messages.map(({ type }) => type);

async function closeOf(talk: Talk): Promise<number | undefined> {
  return (await talk.until(({ closed }) => closed))?.code;
}

describe("connection_init", () => {
  it("is awaited, and its lack closes with 4408", async () => {
    const talk = await Talk.open(await quietWorld({ initMs: 30 }));
    expect(await closeOf(talk)).toBe(4408);
  });

  it("is acknowledged once, for a stranger too, and the clock then stops", async () => {
    const world = await quietWorld({ initMs: 100, beatMs: 10, pingMs: 60 });
    const talk = await Talk.open(world);
    talk.say({ type: "connection_init" });
    // longer than the time to say who one is
    for (let ping = 0; ping < 3; ping++) await once(talk.socket, "ping");
    expect(talk.heard).toEqual([{ type: "connection_ack" }]);
    expect(talk.closed).toBeNull();
  });

  it("comes twice: closed with 4429, acknowledged or not", async () => {
    const world = await quietWorld();
    const late = await Talk.acknowledged(world);
    late.say({ type: "connection_init" });
    expect(await closeOf(late)).toBe(4429);
    const early = await Talk.open(world);
    early.say({ type: "connection_init" });
    early.say({ type: "connection_init" });
    expect(await closeOf(early)).toBe(4429);
  });

  it("takes no payload but an object or none", async () => {
    const world = await quietWorld();
    for (const payload of [null, {}, undefined]) {
      const talk = await Talk.open(world);
      talk.say({ type: "connection_init", payload });
      await talk.until(({ heard }) => heard[0]);
      expect(typesOf(talk.heard)).toEqual(["connection_ack"]);
    }
    for (const payload of ["text", 1, true, []]) {
      const talk = await Talk.open(world);
      talk.say({ type: "connection_init", payload });
      expect(await closeOf(talk)).toBe(4400);
    }
  });
});

describe("before the acknowledgement", () => {
  it("a subscribe closes with 4401, and nothing is answered", async () => {
    const talk = await Talk.open(await quietWorld());
    talk.ask("1", "{ hello }");
    expect(await closeOf(talk)).toBe(4401);
    expect(talk.heard).toEqual([]);
  });

  it("a complete of nothing is borne, a ping answered", async () => {
    const talk = await Talk.open(await quietWorld());
    talk.say({ type: "complete", id: "nothing" });
    talk.say({ type: "ping" });
    await talk.until(({ heard }) => heard[0]);
    expect(talk.heard).toEqual([{ type: "pong" }]);
  });
});

describe("ping and pong", () => {
  it("a ping is answered with its payload, at any time", async () => {
    const talk = await Talk.acknowledged(await quietWorld());
    talk.say({ type: "ping", payload: { at: 1 } });
    talk.say({ type: "ping", payload: null });
    talk.say({ type: "ping" });
    await talk.until(({ heard }) => heard[3]);
    expect(talk.heard.slice(1)).toEqual([
      { type: "pong", payload: { at: 1 } },
      { type: "pong" },
      { type: "pong" },
    ]);
  });

  it("a pong that nobody asked for is borne", async () => {
    const talk = await Talk.acknowledged(await quietWorld());
    talk.say({ type: "pong", payload: { at: 1 } });
    talk.ask("1", "{ hello }");
    await talk.until(() => talk.to("1")[1]);
    expect(talk.closed).toBeNull();
  });

  it("takes no payload but an object or none", async () => {
    const world = await quietWorld();
    for (const type of ["ping", "pong"]) {
      const talk = await Talk.acknowledged(world);
      talk.say({ type, payload: "text" });
      expect(await closeOf(talk)).toBe(4400);
    }
  });
});

describe("an operation", () => {
  it("that answers once: next, complete, and the id is free again", async () => {
    const talk = await Talk.acknowledged(await quietWorld());
    for (const answers of [2, 4]) {
      talk.ask("same", "{ hello }");
      await talk.until(() => talk.to("same")[answers - 1]);
    }
    expect(typesOf(talk.to("same"))).toEqual([
      "next",
      "complete",
      "next",
      "complete",
    ]);
  });

  it("that is refused: error alone, and the id is free again", async () => {
    const talk = await Talk.acknowledged(await quietWorld());
    for (const answers of [1, 2]) {
      talk.ask("same", "{");
      await talk.until(() => talk.to("same")[answers - 1]);
    }
    expect(typesOf(talk.to("same"))).toEqual(["error", "error"]);
    const [first] = talk.to("same");
    expect(first?.payload).toMatchObject([
      { extensions: { code: "GRAPHQL_PARSE_FAILED" } },
    ]);
    expect(talk.closed).toBeNull();
  });

  it("under an id that is at work closes with 4409, however long the id", async () => {
    const world = await quietWorld();
    for (const id of ["short", "ł".repeat(1_000), "__proto__", "constructor"]) {
      const talk = await Talk.acknowledged(world);
      talk.follow(id);
      await talk.until(() => talk.to(id)[0]);
      talk.follow(id);
      expect(await closeOf(talk)).toBe(4409);
    }
  });

  it("that the client completes is told nothing more, and its id is free", async () => {
    const world = await quietWorld();
    const talk = await Talk.acknowledged(world);
    talk.follow("1");
    await talk.until(() => talk.to("1")[0]);
    talk.say({ id: "1", type: "complete" });
    talk.say({ id: "1", type: "complete" });
    talk.say({ id: "never begun", type: "complete" });
    talk.follow("1");
    await talk.until(() => talk.to("1")[1]);
    expect(typesOf(talk.to("1"))).toEqual(["next", "next"]);
    expect(world.followers[0]?.isOver).toBe(true);
    expect(talk.closed).toBeNull();
  });

  it("that the client completes before it has begun never answers, and counts until it has ended", async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const world = await quietWorld(
      { operations: 2 },
      { beforeRecheck: () => gate },
    );
    const talk = await Talk.acknowledged(world);
    talk.follow("1");
    talk.say({ id: "1", type: "complete" });
    // what has not ended keeps its id and its place
    talk.follow("1");
    talk.ask("2", "{ hello }");
    talk.say({ id: "2", type: "complete" });
    talk.ask("3", "{ hello }");
    await talk.until(() => talk.to("3")[0]);
    expect(talk.to("1")).toMatchObject([
      { type: "error", payload: [{ extensions: { code: "BAD_USER_INPUT" } }] },
    ]);
    expect(talk.to("3")).toMatchObject([
      { type: "error", payload: [{ extensions: { code: "TOO_COSTLY" } }] },
    ]);
    open();
    while (!world.followers[0]?.isOver)
      await new Promise((resolve) => setImmediate(resolve));
    talk.follow("1");
    talk.ask("2", "{ hello }");
    await talk.until(() => talk.to("1")[1] && talk.to("2")[1]);
    expect(typesOf(talk.to("1"))).toEqual(["error", "next"]);
    expect(typesOf(talk.to("2"))).toEqual(["next", "complete"]);
    expect(talk.closed).toBeNull();
  });

  it("that the server completes is told so once, last", async () => {
    const world = await quietWorld();
    const talk = await Talk.acknowledged(world);
    talk.follow("1");
    await talk.until(() => talk.to("1")[0]);
    world.fanOut.stop();
    await talk.until(() => talk.to("1")[1]);
    expect(typesOf(talk.to("1"))).toEqual(["next", "complete"]);
  });

  it("ends with its socket", async () => {
    const world = await quietWorld();
    const talk = await Talk.acknowledged(world);
    talk.follow("1");
    await talk.until(() => talk.to("1")[0]);
    const [follower] = world.followers;
    talk.socket.terminate();
    await follower?.next();
    expect(follower?.isOver).toBe(true);
  });

  it("is found by its name among several, and refused where it is none of them", async () => {
    const talk = await Talk.acknowledged(await quietWorld());
    const query = "query A { hello } query B { me { roles } }";
    const ask = (id: string, operationName: string | null) =>
      talk.say({ id, type: "subscribe", payload: { query, operationName } });
    ask("a", "A");
    ask("none", null);
    ask("other", "C");
    await talk.until(
      () => talk.to("a")[1] && talk.to("none")[0] && talk.to("other")[0],
    );
    expect(typesOf(talk.to("a"))).toEqual(["next", "complete"]);
    expect(typesOf(talk.to("none"))).toEqual(["error"]);
    expect(typesOf(talk.to("other"))).toEqual(["error"]);
  });
});
