// The socket keeps its promises: one fault ends one operation, and every close is one that a client survives.
import { randomUUID } from "node:crypto";
import { once } from "node:events";

import { Following } from "./following.js";
import { hangUp, type Message, quietWorld, Talk } from "./socket-talk.js";

afterEach(hangUp);

const typesOf = (messages: Message[]) => messages.map(({ type }) => type);

it("ends one operation for a syntax error, and lets the others live", async () => {
  const talk = await Talk.acknowledged(await quietWorld());
  talk.follow("living");
  await talk.until(() => talk.to("living")[0]);
  for (const [id, text] of Object.entries({
    broken: "{",
    unknown: "{ nothing }",
    empty: "",
    deep: "{ me ".repeat(2_500) + "}".repeat(2_500),
    cycle: "{ me { ...A } } fragment A on Self { self { ...A } }",
  })) {
    talk.ask(id, text);
    await talk.until(() => talk.to(id)[0]);
    expect(typesOf(talk.to(id))).toEqual(["error"]);
  }
  expect(JSON.stringify(talk.heard)).not.toContain("call stack");
  talk.ask("after", "{ hello }");
  await talk.until(() => talk.to("after")[1]);
  expect(typesOf(talk.to("after"))).toEqual(["next", "complete"]);
  expect(typesOf(talk.to("living"))).toEqual(["next"]);
  expect(talk.closed).toBeNull();
});

it("answers queries and mutations, each in a context of its own that is closed", async () => {
  const world = await quietWorld();
  const talk = await Talk.acknowledged(world);
  talk.ask("query", "{ hello }");
  talk.ask("mutation", "mutation { count }");
  talk.ask("broken", "{ broken }");
  await talk.until(
    () => talk.to("query")[1] && talk.to("mutation")[1] && talk.to("broken")[1],
  );
  expect(talk.to("query")[0]?.payload).toEqual({ data: { hello: "cześć" } });
  expect(talk.to("mutation")[0]?.payload).toEqual({ data: { count: 1 } });
  expect(JSON.stringify(talk.to("broken"))).not.toContain("secret");
  expect(world.counted).toMatchObject({ opened: 3, closed: 3 });
});

it("refuses pages of foreign origin at the door, and takes its own", async () => {
  const world = await quietWorld();
  for (const origin of [
    "https://evil.example",
    "null",
    "http://localhost:1",
    // the host that it asked, but not as safely as the public address
    `http://${new URL(world.url).host}`,
  ])
    await expect(Talk.open(world, { origin })).rejects.toThrow("403");
  await Talk.open(world, { origin: "https://splot.example" });
  await Talk.open(world, { origin: `https://${new URL(world.url).host}` });
});

it("closes with 4403 for credentials that are none", async () => {
  const talk = await Talk.acknowledged(await quietWorld(), "nobody");
  expect(await talk.until(({ closed }) => closed)).toMatchObject({
    code: 4403,
  });
});

it("looks at the session again before each operation", async () => {
  const world = await quietWorld();
  const token = world.signIn();
  const talk = await Talk.acknowledged(world, token);
  world.sessions.set(token, null);
  talk.ask("late", "{ hello }");
  expect(await talk.until(({ closed }) => closed)).toMatchObject({
    code: 4403,
  });
  expect(JSON.stringify(talk.heard)).not.toContain("cześć");
});

it("closes idle sockets of a revoked session, at once where it is told, else by itself", async () => {
  const world = await quietWorld({ verifyMs: 30 });
  const token = world.signIn({ accountId: "one" });
  const talk = await Talk.acknowledged(world, token);
  const other = await Talk.acknowledged(world);
  world.sessions.delete(token);
  await talk.until(({ closed }) => closed?.code === 4403);
  const told = world.signIn({ accountId: "two" });
  const third = await Talk.acknowledged(world, told);
  world.sessions.delete(told);
  await world.sockets.verifySessions("two");
  await third.until(({ closed }) => closed?.code === 4403);
  expect(other.closed).toBeNull();
});

it("carries a bounded number of operations, and refuses one more without closing", async () => {
  const talk = await Talk.acknowledged(await quietWorld({ operations: 3 }));
  for (const id of ["1", "2", "3"]) talk.follow(id);
  await talk.until(() => talk.to("3")[0]);
  talk.follow("4");
  await talk.until(() => talk.to("4")[0]);
  expect(talk.to("4")[0]).toMatchObject({
    type: "error",
    payload: [{ extensions: { code: "TOO_COSTLY", asked: 4, allowed: 3 } }],
  });
  talk.say({ id: "1", type: "complete" });
  talk.follow("5");
  await talk.until(() => talk.to("5")[0]);
  expect(typesOf(talk.to("5"))).toEqual(["next"]);
  expect(talk.closed).toBeNull();
});

it("lets an account hold a bounded number of sockets", async () => {
  const world = await quietWorld({ socketsPerAccount: 2 });
  const token = world.signIn();
  await Talk.acknowledged(world, token);
  await Talk.acknowledged(world, token);
  const third = await Talk.acknowledged(world, token);
  expect((await third.until(({ closed }) => closed))?.code).toBe(1013);
});

it("drains with 1012 and takes nobody new", async () => {
  const world = await quietWorld();
  const talks = await Promise.all([
    Talk.acknowledged(world),
    Talk.acknowledged(world),
  ]);
  talks[0].follow("1");
  await world.sockets.drain();
  for (const talk of talks)
    expect((await talk.until(({ closed }) => closed))?.code).toBe(1012);
  await expect(Talk.open(world)).rejects.toThrow("503");
});

it("closes with 1013 who sends pings and never reads the answers", async () => {
  const world = await quietWorld({ unsentBytes: 64 * 1024 });
  const talk = await Talk.acknowledged(world);
  talk.socket.pause();
  const payload = { text: "x".repeat(16 * 1024) };
  // more than the kernel takes for both ends
  for (let sent = 0; sent < 1_500; sent++) talk.say({ type: "ping", payload });
  await new Promise<void>((resolve) => {
    talk.socket.send("{}", () => resolve());
  });
  talk.socket.resume();
  expect((await talk.until(({ closed }) => closed))?.code).toBe(1013);
});

it("closes with 1013 who stands still with something unsent", async () => {
  const world = await quietWorld({
    unsentBytes: 1024 ** 3,
    stalledMs: 100,
    beatMs: 20,
  });
  const talk = await Talk.acknowledged(world);
  talk.follow("1");
  await talk.until(() => talk.to("1")[0]);
  talk.socket.pause();
  const payload = { text: "x".repeat(16 * 1024) };
  for (let sent = 0; sent < 1_500; sent++) talk.say({ type: "ping", payload });
  const [follower] = world.followers;
  await follower?.next();
  talk.socket.resume();
  expect((await talk.until(({ closed }) => closed))?.code).toBe(1013);
});

it("closes with 1013 who does not answer its pings", async () => {
  const world = await quietWorld({ beatMs: 10, pingMs: 40 });
  const talk = await Talk.open(world, {}, { autoPong: false });
  expect((await talk.until(({ closed }) => closed))?.code).toBe(1013);
  const alive = await Talk.acknowledged(world);
  for (let ping = 0; ping < 4; ping++) await once(alive.socket, "ping");
  expect(alive.closed).toBeNull();
});

it("says nothing of a follower's end but the end", async () => {
  const world = await quietWorld();
  const client = world.client(world.signIn());
  const following = new Following(client, { centreId: randomUUID() });
  await following.until(({ caughtUp }) => caughtUp.length === 1);
  world.fanOut.stop();
  await following.until(({ ended }) => ended !== null);
  expect(following.ended).toEqual({ completed: true });
});

it("does not take its own blocked moments for the other side's silence", async () => {
  const world = await quietWorld({ pingMs: 200, beatMs: 20, stalledMs: 200 });
  const talk = await Talk.acknowledged(world);
  await once(talk.socket, "ping");
  // the answer to the ping waits on the wire meanwhile
  const end = performance.now() + 600;
  while (performance.now() < end);
  await once(talk.socket, "ping");
  expect(talk.closed).toBeNull();
});
