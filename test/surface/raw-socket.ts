// A socket spoken to in bytes: a handshake of one's own, frames as RFC 6455 forbids them, and what comes back.
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

export const TEXT = 1;
export const CLOSE = 8;
export const PING = 9;
export const PONG = 10;
export const CONTINUATION = 0;

interface FrameGiven {
  opcode: number;
  payload?: Buffer | string;
  /** Whether it is the last of its message. */
  fin?: boolean;
  /** The three reserved bits, as in the first byte. */
  reserved?: number;
  isMasked?: boolean;
  /** Announced in place of the payload's own length, in eight bytes. */
  announced?: bigint;
}

/** One frame, as right or wrong as it is asked for. */
export function frame({
  opcode,
  payload = "",
  fin = true,
  reserved = 0,
  isMasked = true,
  announced,
}: FrameGiven): Buffer {
  const body = Buffer.from(payload);
  const mask = isMasked ? 0x80 : 0;
  const first = (fin ? 0x80 : 0) | reserved | opcode;
  let head: Buffer;
  if (announced !== undefined) {
    head = Buffer.alloc(10);
    head[1] = mask | 127;
    head.writeBigUInt64BE(announced, 2);
  } else if (body.length > 65_535) {
    head = Buffer.alloc(10);
    head[1] = mask | 127;
    head.writeBigUInt64BE(BigInt(body.length), 2);
  } else if (body.length > 125) {
    head = Buffer.alloc(4);
    head[1] = mask | 126;
    head.writeUInt16BE(body.length, 2);
  } else head = Buffer.from([0, mask | body.length]);
  head[0] = first;
  if (!isMasked) return Buffer.concat([head, body]);
  const key = randomBytes(4);
  const masked = body.map((byte, at) => byte ^ (key[at % 4] ?? 0));
  return Buffer.concat([head, key, masked]);
}

interface Heard {
  opcode: number;
  payload: Buffer;
}

export interface RawSocket {
  /** The lines before the frames. */
  readonly head: string;
  readonly frames: Heard[];
  write(...bytes: Buffer[]): void;
  /** Stops and goes on taking what comes. */
  pause(): void;
  resume(): void;
  /** The code of the server's close, 1005 where it gave none; null where the line was cut without one. */
  closed(): Promise<number | null>;
  /** The texts that came, at least so many. */
  texts(count: number): Promise<string[]>;
  /** The frames of one kind, at least so many. */
  some(opcode: number, count: number): Promise<Buffer[]>;
  end(): void;
}

const sockets: RawSocket[] = [];

export function endAll(): void {
  for (const socket of sockets.splice(0)) socket.end();
}

const usual = {
  Connection: "Upgrade",
  Upgrade: "websocket",
  "Sec-WebSocket-Version": "13",
  "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
  "Sec-WebSocket-Protocol": "graphql-transport-ws",
};

export async function rawSocket(
  url: string,
  headers: Record<string, string | undefined> = {},
  request = "GET /graphql HTTP/1.1",
): Promise<RawSocket> {
  const { port } = new URL(url);
  const line = connect(Number(port), "127.0.0.1");
  const all: Record<string, string | undefined> = {
    Host: `127.0.0.1:${port}`,
    ...usual,
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${value}`,
  );
  line.write(`${[request, ...lines].join("\r\n")}\r\n\r\n`);
  const socket = await listen(line);
  sockets.push(socket);
  return socket;
}

async function listen(line: Socket): Promise<RawSocket> {
  let rest: Buffer = Buffer.alloc(0);
  const head: string[] = [];
  let isOver = false;
  const frames: Heard[] = [];
  let stir: () => void = () => undefined;
  line.on("data", (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const end = head.length === 0 ? rest.indexOf("\r\n\r\n") : -1;
    if (end >= 0) {
      head.push(rest.toString("latin1", 0, end));
      rest = rest.subarray(end + 4);
    }
    if (head.length > 0) rest = takeFrames(rest, frames);
    stir();
  });
  line.on("error", () => undefined);
  line.on("close", () => {
    isOver = true;
    stir();
  });
  async function until<Fact>(fact: () => Fact | undefined): Promise<Fact> {
    for (;;) {
      const found = fact();
      if (found !== undefined) return found;
      if (isOver) throw new Error("The line was cut.");
      await new Promise<void>((resolve) => (stir = resolve));
    }
  }
  const of = (opcode: number) =>
    frames.filter((one) => one.opcode === opcode).map(({ payload }) => payload);
  const some = (opcode: number, count: number) =>
    until(() => (of(opcode).length >= count ? of(opcode) : undefined));
  return {
    head: await until(() => head[0]),
    frames,
    write: (...bytes) => {
      line.write(Buffer.concat(bytes));
    },
    pause: () => line.pause(),
    resume: () => line.resume(),
    closed: () =>
      until(() => {
        const [close] = of(CLOSE);
        if (!close) return isOver ? null : undefined;
        return close.length >= 2 ? close.readUInt16BE(0) : 1005;
      }),
    some,
    texts: async (count) =>
      (await some(TEXT, count)).map((payload) => payload.toString()),
    end: () => line.destroy(),
  };
}

/** Takes the whole frames off the front, and gives back what is left. */
function takeFrames(bytes: Buffer, into: Heard[]): Buffer {
  let rest = bytes;
  for (;;) {
    const [first, second] = rest;
    if (first === undefined || second === undefined) return rest;
    let at = 2;
    let length = second & 0x7f;
    if (length === 126) {
      if (rest.length < 4) return rest;
      length = rest.readUInt16BE(2);
      at = 4;
    } else if (length === 127) {
      if (rest.length < 10) return rest;
      length = Number(rest.readBigUInt64BE(2));
      at = 10;
    }
    if (rest.length < at + length) return rest;
    into.push({
      opcode: first & 0x0f,
      payload: rest.subarray(at, at + length),
    });
    rest = rest.subarray(at + length);
  }
}
