// The live delivery of this process: a feed for each centre that somebody follows, woken by hints.
import type { Reading } from "../platform/metrics.js";
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

  /** Who follows here, and how far the furthest centre's log is ahead of what was taken from it. */
  get readings(): Reading[] {
    const feeds = () => [...this.feeds.values()];
    return [
      {
        name: "subscriptions",
        help: "Subscriptions that are followed.",
        read: () => [
          {
            value: feeds().reduce((sum, feed) => sum + feed.followersCount, 0),
          },
        ],
      },
      {
        name: "log_lag_events",
        help: "Events of the log that are not yet delivered, of the centre that is furthest behind.",
        read: async () => {
          const lags = await Promise.all(
            feeds().map(async (feed) => {
              const head = await this.parts.log.readHead(feed.centreId);
              return Math.max(0, (head?.position ?? 0) - feed.claimed);
            }),
          );
          return [{ value: Math.max(0, ...lags) }];
        },
      },
    ];
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
