// The socket under the protocol: frames as RFC 6455 allows and forbids them, in bytes.
import { randomInt } from "node:crypto";

import { hangUp, quietWorld } from "../platform/socket-talk.js";
import type { World } from "../platform/socket-world.js";
import {
  CLOSE,
  CONTINUATION,
  endAll,
  frame,
  PING,
  PONG,
  rawSocket,
  TEXT,
} from "./raw-socket.js";

let world: World;
beforeEach(async () => {
  world = await quietWorld();
});
afterEach(async () => {
  endAll();
  await hangUp();
});

const ping = JSON.stringify({ type: "ping", payload: { text: "zażółć 🦔" } });
const pong = ping.replace("ping", "pong");
const open = () => rawSocket(world.url);

async function closeAfter(...bytes: Buffer[]): Promise<number | null> {
  const socket = await open();
  socket.write(...bytes);
  const code = await socket.closed();
  // nothing was said of what was wrong with it but its code
  expect(socket.frames.filter(({ opcode }) => opcode === TEXT)).toEqual([]);
  return code;
}

describe("what is allowed", () => {
  it("a message in many frames, with a ping between them", async () => {
    const socket = await open();
    const bytes = Buffer.from(ping);
    // also in the middle of a character
    for (let at = 0; at < bytes.length; at++)
      socket.write(
        frame({
          opcode: at === 0 ? TEXT : CONTINUATION,
          payload: bytes.subarray(at, at + 1),
          fin: at === bytes.length - 1,
        }),
        ...(at === 7 ? [frame({ opcode: PING, payload: "between" })] : []),
      );
    expect(await socket.texts(1)).toEqual([pong]);
    expect(await socket.some(PONG, 1)).toEqual([Buffer.from("between")]);
  });

  it("bytes that come one by one, and many messages in one piece", async () => {
    const socket = await open();
    for (const byte of frame({ opcode: TEXT, payload: ping }))
      socket.write(Buffer.from([byte]));
    socket.write(
      ...Array.from({ length: 50 }, () =>
        frame({ opcode: TEXT, payload: ping }),
      ),
    );
    expect(await socket.texts(51)).toEqual(Array(51).fill(pong));
  });

  it("pings are answered with what they bear, pongs are borne", async () => {
    const socket = await open();
    const payload = Buffer.alloc(125, 7);
    socket.write(
      frame({ opcode: PONG, payload: "unasked" }),
      frame({ opcode: PING }),
      frame({ opcode: PING, payload }),
    );
    expect(await socket.some(PONG, 2)).toEqual([Buffer.alloc(0), payload]);
  });

  it("a close is answered with its own code, and nothing after it is heard", async () => {
    for (const code of [1000, 1001, 3000, 4999]) {
      const socket = await open();
      const payload = Buffer.alloc(2);
      payload.writeUInt16BE(code);
      socket.write(
        frame({ opcode: CLOSE, payload }),
        frame({ opcode: TEXT, payload: ping }),
      );
      expect(await socket.closed()).toBe(code);
      expect(socket.frames.map(({ opcode }) => opcode)).toEqual([CLOSE]);
    }
    expect(await closeAfter(frame({ opcode: CLOSE }))).toBe(1005);
  });
});

const utf8 = (...bytes: number[]) => Buffer.from(bytes);
const closing = (code: number, reason: Buffer = Buffer.alloc(0)) => {
  const payload = Buffer.alloc(2 + reason.length);
  payload.writeUInt16BE(code);
  reason.copy(payload, 2);
  return frame({ opcode: CLOSE, payload });
};
const begun = frame({ opcode: TEXT, payload: "{", fin: false });

describe("what is forbidden closes with 1002", () => {
  it.each<[string, Buffer[]]>([
    [
      "a frame without a mask",
      [frame({ opcode: TEXT, payload: ping, isMasked: false })],
    ],
    [
      "the first reserved bit",
      [frame({ opcode: TEXT, payload: ping, reserved: 0x40 })],
    ],
    [
      "the second reserved bit",
      [frame({ opcode: TEXT, payload: ping, reserved: 0x20 })],
    ],
    [
      "the third reserved bit",
      [frame({ opcode: TEXT, payload: ping, reserved: 0x10 })],
    ],
    ["a reserved bit on a ping", [frame({ opcode: PING, reserved: 0x40 })]],
    ...[3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map((opcode): [string, Buffer[]] => [
      `the reserved opcode ${String(opcode)}`,
      [frame({ opcode })],
    ]),
    ["a ping in parts", [frame({ opcode: PING, fin: false })]],
    [
      "a ping of 126 bytes",
      [frame({ opcode: PING, payload: "x".repeat(126) })],
    ],
    [
      "a continuation of nothing",
      [frame({ opcode: CONTINUATION, payload: "x" })],
    ],
    [
      "a message within a message",
      [begun, frame({ opcode: TEXT, payload: ping })],
    ],
    ["a close of one byte", [frame({ opcode: CLOSE, payload: "x" })]],
    ...[0, 999, 1004, 1005, 1006, 1015, 1100, 2000, 2999, 5000, 65_535].map(
      (code): [string, Buffer[]] => [
        `a close with ${String(code)}`,
        [closing(code)],
      ],
    ),
  ])("%s", async (_name, bytes) => {
    expect(await closeAfter(...bytes)).toBe(1002);
  });
});

describe("text that is no UTF-8 closes with 1007", () => {
  it.each<[string, Buffer[]]>([
    [
      "a lonely continuation byte",
      [frame({ opcode: TEXT, payload: utf8(0x80) })],
    ],
    ["a character cut off", [frame({ opcode: TEXT, payload: utf8(0xc5) })]],
    [
      "written longer than needed",
      [frame({ opcode: TEXT, payload: utf8(0xc0, 0xaf) })],
    ],
    [
      "half of a surrogate pair",
      [frame({ opcode: TEXT, payload: utf8(0xed, 0xa0, 0x80) })],
    ],
    [
      "beyond the last character",
      [frame({ opcode: TEXT, payload: utf8(0xf4, 0x90, 0x80, 0x80) })],
    ],
    ["the byte 0xff", [frame({ opcode: TEXT, payload: utf8(0xff) })]],
    [
      "spread over frames",
      [
        frame({ opcode: TEXT, payload: utf8(0xc5), fin: false }),
        frame({ opcode: CONTINUATION, payload: "x" }),
      ],
    ],
    ["in a close's reason", [closing(1000, utf8(0xc5))]],
  ])("%s", async (_name, bytes) => {
    expect(await closeAfter(...bytes)).toBe(1007);
  });
});

describe("what is too large closes with 1009, before it is taken in", () => {
  it.each<[string, Buffer[]]>([
    ["announced one byte over", [frame({ opcode: TEXT, announced: 100_001n })]],
    ["announced as 2^53", [frame({ opcode: TEXT, announced: 2n ** 53n })]],
    [
      "announced as 2^64 - 1",
      [frame({ opcode: TEXT, announced: 2n ** 64n - 1n })],
    ],
    [
      "two halves",
      [
        frame({ opcode: TEXT, payload: "x".repeat(60_000), fin: false }),
        frame({ opcode: CONTINUATION, payload: "x".repeat(60_000) }),
      ],
    ],
  ])("%s", async (_name, bytes) => {
    expect(await closeAfter(...bytes)).toBe(1009);
  });

  it("and a message just as long as may be is heard", async () => {
    const socket = await open();
    const text = JSON.stringify({ type: "ping", payload: { text: "" } });
    const padded = text.replace('""', `"${"x".repeat(100_000 - text.length)}"`);
    expect(Buffer.byteLength(padded)).toBe(100_000);
    socket.write(frame({ opcode: TEXT, payload: padded }));
    expect((await socket.texts(1))[0]).toHaveLength(100_000);
  });
});

it("does not gather pieces without end", async () => {
  const nothing = frame({ opcode: CONTINUATION, fin: false });
  const pieces = Buffer.concat(Array<Buffer>(20_000).fill(nothing));
  const socket = await open();
  socket.write(begun);
  // twice what the library gathers
  for (let written = 0; written < 15; written++) socket.write(pieces);
  expect(await socket.closed()).toBe(1008);
});

it("lives through noise", async () => {
  for (let n = 0; n < 200; n++) {
    const socket = await open();
    const noise = Buffer.from(
      Array.from({ length: 200 }, () => randomInt(256)),
    );
    // mostly with the mask that lets it in further
    if (n % 4 > 0) noise[1] = (noise[1] ?? 0) | 0x80;
    socket.write(noise);
    if (n % 2) socket.end();
  }
  const socket = await open();
  socket.write(frame({ opcode: TEXT, payload: ping }));
  expect(await socket.texts(1)).toEqual([pong]);
});
