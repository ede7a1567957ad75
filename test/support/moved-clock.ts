// The clock of a whole product, which a test moves: of the server, of the queue in the database, and of every browser (decision 0098).
import type { BrowserContext } from "playwright-core";

import type { Clock } from "../../server/platform/clock.js";
import { adminUrlOf, connectTo, type TestDatabase } from "./database.js";

export class MovedClock implements Clock {
  private ahead = 0;
  private readonly browsers: BrowserContext[] = [];

  private constructor(private readonly database: TestDatabase) {}

  /** Before anybody connects: what the database is asked as `now()` is found here first. */
  static async of(database: TestDatabase): Promise<MovedClock> {
    const clock = new MovedClock(database);
    await clock.tellDatabase(`
      create schema moved;
      grant usage on schema moved to public;
      alter database "${database.name}" set search_path = "$user", public, moved, pg_catalog;
      ${clock.asked()}`);
    return clock;
  }

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  /** A browser that tells the time as the server does, from its first page on. */
  async keep(browser: BrowserContext): Promise<void> {
    await browser.clock.install({ time: this.now() });
    this.browsers.push(browser);
  }

  /** Time only goes on. What was due meanwhile rings, as after a night. */
  async passUntil(moment: Date): Promise<void> {
    const step = moment.getTime() - this.now().getTime();
    if (step < 0) throw new Error(`${moment.toISOString()} is over.`);
    this.ahead += step;
    await this.tellDatabase(this.asked());
    for (const browser of this.browsers) await browser.clock.fastForward(step);
  }

  private asked(): string {
    return `create or replace function moved.now() returns timestamptz language sql stable
      as $$ select pg_catalog.now() + interval '${String(this.ahead)} ms' $$;`;
  }

  private async tellDatabase(words: string): Promise<void> {
    const admin = await connectTo(adminUrlOf(this.database.name));
    await admin.query(words);
    await admin.end();
  }
}
