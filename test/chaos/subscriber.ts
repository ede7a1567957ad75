// A subscriber that is cut off again and again, and each time goes on from its cursor at any process.
import { setTimeout as pause } from "node:timers/promises";

import { type Client, createClient } from "graphql-ws";
import { WebSocket } from "ws";

import { decodeCursor } from "../../server/events/cursor.js";
import type { Chance } from "../support/chance.js";
import { oneOf } from "../support/chance.js";
import type { Heard, Listener, Numbers, Record } from "./record.js";

/** CaughtUp comes at least every ten seconds; a line that is silent for longer is dead. */
const longestSilence = 15_000;

const documents = {
  CAPACITY: `subscription ($centreId: ID!, $after: String) { change: capacityChanged(centreId: $centreId, after: $after) {
    ... on CapacityChanged { cursor service { id capacity { total occupied reserved version } } }
    ... on CaughtUp { cursor } } }`,
  REFERRAL: `subscription ($centreId: ID!, $after: String) { change: referralChanged(centreId: $centreId, after: $after) {
    ... on ReferralChanged { cursor status referral { id } }
    ... on ReferralGone { cursor referralId }
    ... on CaughtUp { cursor } } }`,
};

interface Next {
  change: {
    cursor: string;
    status?: string;
    referral?: { id: string };
    referralId?: string;
    service?: { id: string; capacity: Numbers };
  };
}

/** One that is cut before it was open complains to nobody but itself. */
class SteadySocket extends WebSocket {
  constructor(url: string, protocol: string) {
    super(url, protocol);
    this.on("error", () => undefined);
  }
}

export class Subscriber {
  private client: Client | null = null;
  private readonly closing = new AbortController();
  private readonly done: Promise<void>;

  constructor(
    private readonly parts: {
      listener: Listener;
      token: string;
      centre: string;
      start: string;
      urls: readonly string[];
      pick: Chance;
      record: Record;
      onFault: (what: string) => void;
    },
  ) {
    this.done = this.keepFollowing();
  }

  /** Its line breaks, without a word. */
  cut(): void {
    this.client?.terminate();
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.cut();
    await this.done;
  }

  private isOver(): boolean {
    return this.closing.signal.aborted;
  }

  private async keepFollowing(): Promise<void> {
    while (!this.isOver()) {
      await this.followOnce();
      if (!this.isOver()) await pause(20 + this.parts.pick(200));
    }
  }

  private async followOnce(): Promise<void> {
    const { listener, token, centre, record, start, urls, pick } = this.parts;
    const url = oneOf(pick, urls).replace("http", "ws");
    const client = createClient({
      url: `${url}/graphql`,
      webSocketImpl: SteadySocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${token}` },
      connectionAckWaitTimeout: longestSilence,
    });
    this.client = client;
    let silence: NodeJS.Timeout | undefined;
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => client.terminate(), longestSilence);
    };
    listen();
    const after = record.cursors.get(listener.name) ?? start;
    try {
      for await (const { data, errors } of client.iterate<Next>({
        query: documents[listener.topic],
        variables: { centreId: centre, after },
      })) {
        listen();
        if (errors || !data) this.tellFault(errors ?? null);
        else
          record.hears(listener.name, heardOf(data.change), data.change.cursor);
        if (this.isOver()) break;
      }
    } catch (failure) {
      // a refused subscription comes as a list of errors, a broken line as an event
      if (Array.isArray(failure)) this.tellFault(failure);
    } finally {
      clearTimeout(silence);
      client.terminate();
    }
  }

  /** Being told to come again is none. */
  private tellFault(errors: unknown): void {
    const text = JSON.stringify(errors);
    if (!text.includes(`"code":"UNAVAILABLE"`)) this.parts.onFault(text);
  }
}

function heardOf(change: Next["change"]): Heard {
  const { cursor, status, referral, referralId, service } = change;
  const position = decodeCursor(cursor)?.position ?? -1;
  if (referralId) return { position, subject: referralId, status: "WITHDRAWN" };
  if (referral && status) return { position, subject: referral.id, status };
  if (service)
    return { position, subject: service.id, numbers: service.capacity };
  return { position };
}
