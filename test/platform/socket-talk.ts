// A socket spoken to by hand, before a log in which nothing happens.
import { randomUUID } from "node:crypto";
import { once } from "node:events";

import { type ClientOptions, WebSocket } from "ws";

import type { Pace } from "../../server/platform/socket-connection.js";
import { openWorld, type World, type WorldParts } from "./socket-world.js";

const epoch = randomUUID();
const worlds: World[] = [];
const talks: Talk[] = [];

/** After each test: nothing stays open. */
export async function hangUp(): Promise<void> {
  for (const { socket } of talks.splice(0)) socket.terminate();
  for (const world of worlds.splice(0)) await world.stop();
}

/** A log in which nothing happens. */
export async function quietWorld(
  pace: Partial<Pace> = {},
  rest: Partial<WorldParts> = {},
): Promise<World> {
  const world = await openWorld({
    log: {
      readEvents: () => Promise.resolve([]),
      readHead: () => Promise.resolve({ position: 0, epoch, oldest: 1 }),
    },
    pace,
    ...rest,
  });
  worlds.push(world);
  return world;
}

export interface Message {
  type: string;
  id?: string;
  payload?: unknown;
}

/** A socket spoken to by hand: what it said is waited for, message by message. */
export class Talk {
  readonly heard: Message[] = [];
  closed: { code: number; reason: string } | null = null;
  private readonly waiting = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on("message", (data: Buffer) => {
      // the server under test says what the protocol lets it say
      // oxlint-disable-next-line typescript/no-unsafe-argument
      this.heard.push(JSON.parse(data.toString()));
      this.stir();
    });
    socket.on("close", (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.stir();
    });
    socket.on("error", () => undefined);
  }

  static async open(
    { url }: Pick<World, "url">,
    headers: Record<string, string> = {},
    options: ClientOptions = {},
  ): Promise<Talk> {
    const socket = new WebSocket(url, "graphql-transport-ws", {
      headers,
      ...options,
    });
    const talk = new Talk(socket);
    await once(socket, "open");
    talks.push(talk);
    return talk;
  }

  static async acknowledged(world: World, token = world.signIn()) {
    const talk = await Talk.open(world);
    talk.say({
      type: "connection_init",
      payload: { authorization: `Bearer ${token}` },
    });
    await talk.until(({ heard, closed }) => closed || heard[0]);
    return talk;
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  ask(id: string, query: string, variables = {}): void {
    this.say({ id, type: "subscribe", payload: { query, variables } });
  }

  follow(id: string): void {
    this.ask(
      id,
      "subscription ($c: ID!) { changed(centreId: $c) { ... on CaughtUp { cursor } } }",
      { c: randomUUID() },
    );
  }

  /** What was said to one operation. */
  to(id: string): Message[] {
    return this.heard.filter((message) => message.id === id);
  }

  async until<Fact>(fact: (talk: this) => Fact): Promise<Fact> {
    for (;;) {
      const found = fact(this);
      if (found) return found;
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  private stir(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
