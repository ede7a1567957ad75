// One centre's log, read once for all who follow it live in this process, each event executed once for each group.
import { isOutage } from "../platform/database/outage.js";
import { cursorUnknown, encodeCursor } from "./cursor.js";
import type { LogEvent } from "./event.js";
import { inTurns } from "./in-turns.js";
import {
  eventsAfter,
  headOf,
  type LogSource,
  patiently,
} from "./log-source.js";
import type { Feed, Follower, Recheck } from "./stream.js";

export interface FanOutParts {
  log: LogSource;
  recheck: Recheck;
  now: () => Date;
  /** Hears of what must not happen: a fault that is no outage. */
  onFault: (error: unknown) => void;
  /** The net below lost wake-ups. */
  pollMs?: number;
  /** How often silence is told from loss; with a poll it stays below the promised ten seconds. */
  caughtUpMs?: number;
}

export class CentreFeed implements Feed {
  epoch = "";
  claimed = 0;
  readonly ready: Promise<void>;
  private readonly followers = new Set<Follower>();
  private readonly pollMs: number;
  private readonly caughtUpMs: number;
  private isWoken = false;
  private stir: () => void = () => undefined;
  private toldAt = performance.now();

  constructor(
    readonly centreId: string,
    private readonly parts: FanOutParts,
    private readonly onEmpty: () => void,
  ) {
    this.pollMs = parts.pollMs ?? 2_000;
    this.caughtUpMs = parts.caughtUpMs ?? 7_000;
    this.ready = this.start();
    this.ready.then(
      () => this.run(),
      (error: unknown) => this.endAll(error),
    );
  }

  enter(follower: Follower): void {
    this.followers.add(follower);
  }

  leave(follower: Follower): void {
    this.followers.delete(follower);
    if (this.followers.size > 0) return;
    this.onEmpty();
    this.wake();
  }

  endAll(error?: unknown): void {
    for (const follower of [...this.followers]) follower.end(error);
  }

  wake(): void {
    this.isWoken = true;
    this.stir();
  }

  get followersCount(): number {
    return this.followers.size;
  }

  private get isOver(): boolean {
    return this.followers.size === 0;
  }

  private async start(): Promise<void> {
    const head = await patiently(
      // the follower that the feed is made for enters right after
      { pauseMs: this.pollMs, isOver: () => false },
      () => headOf(this.parts.log, this.centreId),
    );
    if (!head) return;
    this.epoch = head.epoch;
    this.claimed = head.position;
  }

  private async run(): Promise<void> {
    while (!this.isOver) {
      try {
        await this.readOn();
      } catch (error) {
        if (!isOutage(error)) {
          // each comes back with its cursor, to this process or to another
          this.parts.onFault(error);
          this.endAll(error);
        }
      }
      await this.nextTurn();
    }
  }

  private async readOn(): Promise<void> {
    while (!this.isOver) {
      const events = await eventsAfter(
        this.parts.log,
        this.centreId,
        this.claimed,
      );
      const last = events.at(-1);
      if (!last) break;
      await this.recheck();
      // one breath: who is live now gets these events from here, who comes later replays them
      const groups = this.grouped();
      this.claimed = last.position;
      await this.eachGroup(groups, (group) => this.deliver(group, events));
    }
    if (performance.now() - this.toldAt >= this.caughtUpMs)
      await this.sayCaughtUp();
  }

  private async deliver(
    group: readonly Follower[],
    events: readonly LogEvent[],
  ): Promise<void> {
    const caller = group[0]?.caller;
    if (!caller) return;
    for (const event of events) {
      const due = group.filter(
        (follower) => !follower.isOver && follower.position < event.position,
      );
      const [first] = due;
      if (!first) continue;
      const { concerns, visibleTo, deliver } = first.deliveries;
      if (!concerns(event) || !visibleTo(caller.actor, event)) continue;
      const root = deliver(event, this.cursorAt(event.position));
      await this.tell(due, () => first.render(root, caller));
    }
  }

  /** Names the position up to which nothing is owed to those who are live. */
  private async sayCaughtUp(): Promise<void> {
    const head = await headOf(this.parts.log, this.centreId);
    // a backup was restored under us: what was delivered may never have happened
    if (head.epoch !== this.epoch || head.position < this.claimed) {
      this.endAll(cursorUnknown());
      return;
    }
    await this.recheck();
    const at = this.parts.now();
    const cursor = this.cursorAt(this.claimed);
    const groups = this.grouped();
    await this.eachGroup(groups, async (group) => {
      const due = group.filter((follower) => follower.position <= this.claimed);
      const [first] = due;
      if (!first) return;
      const root = first.deliveries.caughtUp(cursor, at);
      const { caller } = first;
      await this.tell(due, () => first.render(root, caller));
    });
    this.toldAt = performance.now();
  }

  /** A fault in one group ends that group, and lets the others go on. */
  private eachGroup(
    groups: readonly Follower[][],
    work: (group: readonly Follower[]) => Promise<void>,
  ): Promise<void> {
    return inTurns(groups, async (group) => {
      try {
        await work(group);
      } catch (error) {
        this.parts.onFault(error);
        for (const follower of group) follower.end(error);
      }
    });
  }

  private async tell(
    followers: readonly Follower[],
    render: () => Promise<string | undefined>,
  ): Promise<void> {
    const text = await patiently(
      {
        pauseMs: this.pollMs,
        isOver: () => followers.every(({ isOver }) => isOver),
      },
      render,
    );
    // nobody waits for a slow socket: it closes by itself where too much is unsent
    if (text !== undefined)
      for (const follower of followers) void follower.push(text);
  }

  /** Before anything is delivered: who they are now. */
  private async recheck(): Promise<void> {
    const sessions = new Map<string, Follower[]>();
    for (const follower of this.followers) {
      const { actor } = follower.caller;
      if (!follower.isLive || actor.kind !== "member") continue;
      const of = sessions.get(actor.sessionId);
      if (of) of.push(follower);
      else sessions.set(actor.sessionId, [follower]);
    }
    if (sessions.size === 0) return;
    const actors = await this.parts.recheck([...sessions.keys()]);
    for (const [sessionId, followers] of sessions) {
      const actor = actors.get(sessionId);
      for (const follower of followers)
        if (actor) follower.become(actor);
        else follower.revoke();
    }
  }

  private grouped(): Follower[][] {
    const groups = new Map<string, Follower[]>();
    for (const follower of this.followers) {
      if (!follower.isLive) continue;
      const group = groups.get(follower.group);
      if (group) group.push(follower);
      else groups.set(follower.group, [follower]);
    }
    return [...groups.values()];
  }

  private cursorAt(position: number): string {
    const { centreId, epoch } = this;
    return encodeCursor({ centreId, epoch, position });
  }

  private async nextTurn(): Promise<void> {
    if (!this.isWoken)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.pollMs);
        this.stir = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.isWoken = false;
  }
}
