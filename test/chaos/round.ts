// One round of chaos: a town at work under faults until enough was done, then quiet, then the books are checked.
import { setTimeout as pause } from "node:timers/promises";

import { encodeCursor } from "../../server/events/cursor.js";
import { transact } from "../../server/events/index.js";
import { readHead } from "../../server/events/log.reads.js";
import { brokenRules } from "../support/books.js";
import { type Chance, oneOf } from "../support/chance.js";
import type { Asking } from "./asking.js";
import { type BooksLeft, readBooks } from "./books-left.js";
import { violations } from "./checker.js";
import {
  disturbances,
  type Fault,
  type Ground,
  inflict,
  kills,
} from "./faults.js";
import type { Fleet } from "./fleet.js";
import { isDueTo } from "./hearing.js";
import { Load } from "./load.js";
import type { Listener, Record } from "./record.js";
import { Subscriber } from "./subscriber.js";
import { type Town, withApi } from "./town.js";

export interface RoundParts {
  fleet: Fleet;
  town: Town;
  record: Record;
  pick: Chance;
  prefix: string;
  walkers: number;
  longestPauseMs: number;
}

export interface Sum {
  sends: number;
  kills: number;
  events: number;
  deliveries: number;
  broken: { [rule: string]: unknown };
}

/** How long after the last fault the fleet may take until nothing is owed any more. */
const settling = 75_000;

export class Round {
  readonly load: Load;
  readonly listeners: readonly Listener[];
  private readonly subscribers: Subscriber[] = [];
  private readonly faults: string[] = [];
  private readonly ground: Ground;
  private epoch = "";
  private isOver = false;

  constructor(private readonly parts: RoundParts) {
    const { fleet, town, pick } = parts;
    this.listeners = listenersIn(town);
    const asking: Asking = {
      urls: urlsOf(fleet),
      pick,
      isOver: () => this.isOver,
      onFault: this.onFault,
    };
    this.load = new Load({ ...parts, asking });
    this.ground = { ...parts, centreId: town.centreId };
  }

  /** From the first event on, so that a round that is taken up again has the same subscribers. */
  async open(): Promise<void> {
    const { fleet, town, record, pick } = this.parts;
    await withApi(fleet.postgres.database, async ({ dataSource }) => {
      const head = await readHead(dataSource, town.centreId);
      this.epoch = head?.epoch ?? "";
    });
    const { centreId, globalId: centre } = town;
    const start = encodeCursor({ centreId, epoch: this.epoch, position: 0 });
    const people = [town.ous, ...town.coordinators, ...town.teams];
    for (const listener of this.listeners) {
      const of = people.find((one) => one.accountId === listener.accountId);
      this.subscribers.push(
        new Subscriber({
          listener,
          token: of?.token ?? "",
          centre,
          start,
          urls: urlsOf(fleet),
          pick,
          record,
          onFault: this.onFault,
        }),
      );
    }
    await this.load.finishOpen();
  }

  /** Everybody works until it is enough; meanwhile `trouble` does what it does. */
  async play(
    isEnough: () => boolean,
    trouble: (round: Round) => Promise<void>,
  ): Promise<void> {
    let isTroubleOver = false;
    const walkers = Array.from({ length: this.parts.walkers }, () =>
      this.load.work(() => this.isOver || (isTroubleOver && isEnough())),
    );
    await trouble(this).finally(() => (isTroubleOver = true));
    await Promise.all(walkers);
  }

  async inflict(fault: Fault): Promise<void> {
    const { record, pick } = this.parts;
    if (this.isOver) throw new Error("the round is over");
    if (pick(2)) oneOf(pick, this.subscribers).cut();
    if (!(await inflict(fault, this.ground))) return;
    if (kills.some((one) => one === fault)) record.killed(fault);
  }

  /** Any fault, most of them deadly. */
  inflictAny(): Promise<void> {
    const { pick } = this.parts;
    return this.inflict(
      pick(5) < 3 ? oneOf(pick, kills) : oneOf(pick, disturbances),
    );
  }

  /** Waits for a fact of the record, as long as the fleet has to settle. */
  async until(isTrue: () => boolean): Promise<void> {
    const end = performance.now() + settling;
    while (!isTrue() && !this.isOver && performance.now() < end)
      await pause(20);
  }

  /** Quiet: all is answered, what is due is done, everybody has heard of it. Then the books are read and checked. */
  async close(): Promise<Sum> {
    const { fleet, town, record } = this.parts;
    await fleet.ready();
    await this.until(() => record.open().length === 0);
    const books = await this.quietBooks();
    await this.until(() =>
      this.listeners.every((listener) => this.hasHeardAll(listener, books)),
    );
    await this.leave();
    const { deeds, answers, heard } = record;
    const { listeners } = this;
    const broken: Sum["broken"] = {
      ...violations({ deeds, answers, heard, listeners, books }),
      ...(await this.brokenBooks(town)),
    };
    const said = [...this.faults, ...fleet.faults];
    if (said.length > 0) broken["nothing fails but by an outage"] = said;
    const falls = fleet.falls.filter((words) => !isOutageAtStart(words));
    if (falls.length > 0) broken["no process ends by itself"] = falls;
    return {
      sends: record.sends,
      kills: record.kills.length,
      events: books.events.length,
      deliveries: [...heard.values()].reduce((sum, all) => sum + all.length, 0),
      broken,
    };
  }

  async leave(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.subscribers.map((one) => one.close()));
  }

  private readonly onFault = (what: string): void => {
    if (this.faults.length < 50) this.faults.push(what);
  };

  /** Read again until no job is due and no event comes any more. */
  private async quietBooks(): Promise<BooksLeft> {
    const end = performance.now() + settling;
    const { fleet, town } = this.parts;
    for (let before = -1; ;) {
      const books = await readBooks(fleet.postgres.adminUrl, town.centreId);
      const isQuiet = books.jobsDue === 0 && books.events.length === before;
      if (isQuiet || performance.now() > end) return books;
      before = books.events.length;
      await pause(200);
    }
  }

  private hasHeardAll(listener: Listener, { events }: BooksLeft): boolean {
    const last = events.findLast((event) => isDueTo(listener, event));
    const heard = this.parts.record.heard.get(listener.name) ?? [];
    return !last || (heard.at(-1)?.position ?? 0) >= last.position;
  }

  private brokenBooks(town: Town): Promise<Sum["broken"]> {
    return withApi(this.parts.fleet.postgres.database, (api) =>
      brokenRules({
        asSystem: (work) => transact(api.desk(town.centreId), work),
      }),
    );
  }
}

/** A supervisor starts a process while its database is away: it says so and ends; whoever serves stays. */
function isOutageAtStart(words: string): boolean {
  return (
    !words.includes("Unhandled") &&
    /cannot be used|ECONNREFUSED|ECONNRESET|connection terminated|terminating connection|already released|recovery mode|starting up/i.test(
      words,
    )
  );
}

const urlsOf = (fleet: Fleet) => fleet.processes.map(({ url }) => url);

/** Everybody's eyes: the hub's on all, a partner's and a coordinator's on their own, and both streams. */
function listenersIn(town: Town): Listener[] {
  const [coordinator, other] = town.coordinators;
  const [team] = town.teams;
  return [
    { somebody: town.ous, topic: "CAPACITY" as const },
    { somebody: town.ous, topic: "REFERRAL" as const },
    { somebody: team, topic: "REFERRAL" as const },
    { somebody: coordinator, topic: "REFERRAL" as const },
    { somebody: other, topic: "CAPACITY" as const },
    { somebody: other, topic: "REFERRAL" as const },
  ].flatMap(({ somebody, topic }, order) =>
    somebody
      ? [
          {
            name: `${somebody.role} ${order + 1}`,
            topic,
            accountId: somebody.accountId,
            partnerId: somebody.partnerId,
            role: somebody.role,
            from: 0,
          },
        ]
      : [],
  );
}
