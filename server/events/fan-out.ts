// The live delivery of this process: a feed for each centre that somebody follows, woken by hints.
import type { Live, LiveOperation } from "../platform/socket-operation.js";
import { CentreFeed, type FanOutParts } from "./centre-feed.js";
import { Follower, LogSubscription } from "./stream.js";

export class FanOut implements Live {
  private readonly feeds = new Map<string, CentreFeed>();

  constructor(private readonly parts: FanOutParts) {}

  join(operation: LiveOperation): Follower {
    const { source } = operation;
    if (!(source instanceof LogSubscription))
      throw new Error("Subscriptions follow the log.");
    const { deliveries } = source;
    const { log, recheck, now, pollMs = 2_000 } = this.parts;
    const feed = this.feedOf(deliveries.centreId);
    const follower = new Follower({
      operation,
      deliveries,
      feed,
      log,
      recheck,
      now,
      pollMs,
    });
    feed.enter(follower);
    return follower;
  }

  /** A hint that the centre's log has grown. */
  wake(centreId: string): void {
    this.feeds.get(centreId)?.wake();
  }

  /** Hints may have been lost. */
  wakeAll(): void {
    for (const feed of this.feeds.values()) feed.wake();
  }

  stop(): void {
    for (const feed of this.feeds.values()) feed.endAll();
  }

  private feedOf(centreId: string): CentreFeed {
    const known = this.feeds.get(centreId);
    if (known) return known;
    const feed = new CentreFeed(centreId, this.parts, () => {
      if (this.feeds.get(centreId) === feed) this.feeds.delete(centreId);
    });
    this.feeds.set(centreId, feed);
    return feed;
  }
}
