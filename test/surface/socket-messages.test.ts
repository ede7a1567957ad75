// What is no message of the protocol, and what a close or an error may say of it.
import { randomUUID } from "node:crypto";

import { hangUp, quietWorld, Talk } from "../platform/socket-talk.js";

afterEach(hangUp);

const subscribe = (payload: unknown, id: unknown = "1") => ({
  type: "subscribe",
  id,
  payload,
});

describe("what is no message of the protocol closes with 4400, and says nothing else", () => {
  const query = "{ hello }";
  const wrong: [string, unknown][] = [
    ["no type", { id: "1" }],
    ["a type that is no text", { type: 1 }],
    ["a type that nobody knows", { type: "start", id: "1", payload: {} }],
    ["a type of another protocol", { type: "connection_terminate" }],
    ["a type of every object", { type: "constructor" }],
    ["what only servers say: connection_ack", { type: "connection_ack" }],
    ["what only servers say: next", { type: "next", id: "1", payload: {} }],
    [
      "what only servers say: error",
      { type: "error", id: "1", payload: [{ message: "x" }] },
    ],
    ["an array", []],
    ["null", null],
    ["a number", 1],
    ["a text", "ping"],
    ["an operation without an id", { type: "subscribe", payload: { query } }],
    ["an empty id", subscribe({ query }, "")],
    ["an id that is no text", subscribe({ query }, 1)],
    ["no payload", { type: "subscribe", id: "1" }],
    ["a payload that is a text", subscribe(query)],
    ["no document", subscribe({})],
    ["a document that is no text", subscribe({ query: { text: query } })],
    ["variables as a list", subscribe({ query, variables: [] })],
    ["variables as a text", subscribe({ query, variables: "{}" })],
    ["a name that is no text", subscribe({ query, operationName: 1 })],
    ["extensions as a text", subscribe({ query, extensions: "x" })],
    ["a complete without an id", { type: "complete" }],
    ["a complete with an empty id", { type: "complete", id: "" }],
  ];

  it.each(wrong)("%s", async (_name, message) => {
    const talk = await Talk.acknowledged(await quietWorld());
    talk.socket.send(JSON.stringify(message));
    const closed = await talk.until((one) => one.closed);
    expect(closed).toEqual({ code: 4400, reason: "Invalid message received" });
    expect(talk.heard).toEqual([{ type: "connection_ack" }]);
  });

  it.each(["", "{", "ping", '{"type":"ping"}x', "\0", "[".repeat(90_000)])(
    "text that is no JSON: %#",
    async (text) => {
      const talk = await Talk.acknowledged(await quietWorld());
      talk.socket.send(text);
      expect((await talk.until(({ closed }) => closed))?.code).toBe(4400);
    },
  );

  it("a binary frame, even of the right bytes", async () => {
    const talk = await Talk.acknowledged(await quietWorld());
    talk.socket.send(Buffer.from(JSON.stringify({ type: "ping" })));
    expect((await talk.until(({ closed }) => closed))?.code).toBe(4400);
    expect(talk.heard).toEqual([{ type: "connection_ack" }]);
  });

  it("before the acknowledgement as well", async () => {
    const talk = await Talk.open(await quietWorld());
    talk.socket.send("nonsense");
    expect((await talk.until(({ closed }) => closed))?.code).toBe(4400);
  });
});

it("says nothing in a close that it was told, nor what it is made of", async () => {
  const world = await quietWorld();
  const canary = randomUUID();
  const talks = await Promise.all([
    Talk.acknowledged(world, canary),
    Talk.acknowledged(world),
    Talk.acknowledged(world),
  ]);
  talks[1].socket.send(canary);
  talks[2].ask(canary, `{ ${canary}`);
  await talks[0].until(({ closed }) => closed);
  await talks[1].until(({ closed }) => closed);
  await talks[2].until(() => talks[2].to(canary)[0]);
  for (const { closed } of talks)
    expect(closed?.reason ?? "").not.toMatch(
      new RegExp(`${canary}|Error|JSON|token`),
    );
});
