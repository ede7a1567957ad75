// One subscriber's way through the log of a centre: what it missed, then CaughtUp, then live, without gap or double.
import { setTimeout as pause } from "node:timers/promises";

import { isOutage } from "../platform/database/outage.js";
import type { Actor } from "../platform/permission/actor.js";
import type { Caller, LiveOperation } from "../platform/socket-operation.js";
import { cursorUnknown, encodeCursor, positionIn } from "./cursor.js";
import type { LogEvent } from "./event.js";
import { NotTold } from "./log.reads.js";
import {
  eventsAfter,
  headOf,
  type LogSource,
  patiently,
} from "./log-source.js";
import { groupKey, questionKey } from "./sharing.js";

export interface Deliveries {
  centreId: string;
  /** The cursor of the last delivery that the subscriber had. */
  after?: string | null | undefined;
  /** Whether the arguments ask for this event. */
  concerns: (event: LogEvent) => boolean;
  /** Whether the policy lets the actor know of this event. */
  visibleTo: (actor: Actor, event: LogEvent) => boolean;
  /** What the subscription's field resolves from. */
  deliver: (event: LogEvent, cursor: string) => unknown;
  caughtUp: (cursor: string, at: Date) => unknown;
}

/** What the `subscribe` of a log subscription's resolver answers; the fan-out takes it from there. */
export class LogSubscription implements AsyncIterable<never> {
  constructor(readonly deliveries: Deliveries) {}

  /** GraphQL asks for an iterable; a log is followed through the fan-out only. */
  [Symbol.asyncIterator](): AsyncIterator<never> {
    throw new Error("A log subscription is followed over the socket.");
  }
}

/** The one live reading of a centre's log in this process, as its followers see it. */
export interface Feed {
  readonly centreId: string;
  readonly epoch: string;
  /** The last position that the live delivery has taken upon itself. */
  readonly claimed: number;
  readonly ready: Promise<void>;
  leave(follower: Follower): void;
}

export interface FollowerParts {
  operation: LiveOperation;
  deliveries: Deliveries;
  feed: Feed;
  log: LogSource;
  recheck: Recheck;
  now: () => Date;
  pollMs: number;
}

/** Who the sessions are now; null or absent: no longer anybody. */
export type Recheck = (
  sessionIds: readonly string[],
) => Promise<ReadonlyMap<string, Actor | null>>;

type Ending = IteratorResult<never, undefined>;

export class Follower implements AsyncIterableIterator<never, undefined> {
  caller: Caller;
  /** The last position that its own replay has brought it. */
  position = 0;
  isLive = false;
  isOver = false;
  private readonly question: string;
  private begun = false;
  private readonly ending: Promise<Ending>;
  private settle: (error?: unknown) => void = () => undefined;

  constructor(private readonly parts: FollowerParts) {
    const { operation } = parts;
    this.caller = operation.caller;
    this.question = questionKey({
      ...operation,
      language: operation.caller.language,
    });
    this.ending = new Promise((resolve, reject) => {
      this.settle = (error) => {
        if (error === undefined) resolve({ done: true, value: undefined });
        else reject(asError(error));
      };
    });
  }

  get deliveries(): Deliveries {
    return this.parts.deliveries;
  }

  /** Followers with one key get one execution. */
  get group(): string {
    return groupKey(this.question, this.caller.actor);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Texts go straight to the socket, shared by a group; the iterator itself only ever ends. */
  next(): Promise<Ending> {
    if (!this.begun) {
      this.begun = true;
      this.follow().catch((error: unknown) => this.end(error));
    }
    return this.ending;
  }

  return(): Promise<Ending> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  end(error?: unknown): void {
    if (this.isOver) return;
    this.isOver = true;
    this.parts.feed.leave(this);
    this.settle(error);
  }

  /** The session is nobody's any more: the whole socket goes. */
  revoke(): void {
    this.end();
    this.parts.operation.revoke();
  }

  become(actor: Actor): void {
    this.caller = { ...this.caller, actor };
  }

  push(text: string): Promise<void> {
    return this.isOver ? Promise.resolve() : this.parts.operation.push(text);
  }

  /**
   * Executes as one caller; where the database was away nothing may be told, so it throws.
   * @returns undefined where this is not the caller's
   */
  async render(root: unknown, caller: Caller): Promise<string | undefined> {
    const result = await this.parts.operation.execute(root, caller);
    const outage = result.errors?.find(isOutage);
    if (outage) throw outage;
    if (result.errors?.some((error) => error.originalError instanceof NotTold))
      return undefined;
    return this.parts.operation.text(result);
  }

  private async follow(): Promise<void> {
    const { deliveries, feed, log } = this.parts;
    const head = await this.patiently(() => headOf(log, feed.centreId));
    if (!head) return;
    this.position =
      deliveries.after == null
        ? head.position
        : positionIn(head, feed.centreId, deliveries.after);
    await feed.ready;
    // a backup was restored between the two looks at the log
    if (feed.epoch !== head.epoch) throw cursorUnknown();
    await this.replayTo(head.position);
    await this.sayCaughtUp();
    while (!this.isOver) {
      // nothing awaits between this look and going live: what the feed takes next, it takes for this follower too
      if (this.position >= feed.claimed) {
        this.isLive = true;
        return;
      }
      await this.replayTo(feed.claimed);
    }
  }

  private async replayTo(position: number): Promise<void> {
    while (!this.isOver && this.position < position) {
      const events = await this.patiently(() =>
        eventsAfter(this.parts.log, this.parts.feed.centreId, this.position),
      );
      if (!events) return;
      if (events.length === 0) await pause(this.parts.pollMs);
      else if (await this.isStillAllowed())
        for (const event of events) await this.replay(event);
    }
  }

  private async replay(event: LogEvent): Promise<void> {
    if (this.isOver) return;
    const { concerns, visibleTo, deliver } = this.deliveries;
    if (concerns(event) && visibleTo(this.caller.actor, event)) {
      const root = deliver(event, this.cursorAt(event.position));
      const text = await this.patiently(() => this.render(root, this.caller));
      // waits until it is on the wire, so that a long replay never piles up
      if (text !== undefined) await this.push(text);
    }
    this.position = event.position;
  }

  private async sayCaughtUp(): Promise<void> {
    const root = this.deliveries.caughtUp(
      this.cursorAt(this.position),
      this.parts.now(),
    );
    const text = await this.patiently(() => this.render(root, this.caller));
    if (text !== undefined) await this.push(text);
  }

  private async isStillAllowed(): Promise<boolean> {
    const { actor } = this.caller;
    if (actor.kind !== "member") return true;
    const { sessionId } = actor;
    const sessions = await this.patiently(() =>
      this.parts.recheck([sessionId]),
    );
    const now = sessions?.get(sessionId);
    if (now) this.become(now);
    else if (sessions) this.revoke();
    return Boolean(now);
  }

  private cursorAt(position: number): string {
    const { centreId, epoch } = this.parts.feed;
    return encodeCursor({ centreId, epoch, position });
  }

  private patiently<Result>(
    work: () => Promise<Result>,
  ): Promise<Result | undefined> {
    return patiently(
      { pauseMs: this.parts.pollMs, isOver: () => this.isOver },
      work,
    );
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
