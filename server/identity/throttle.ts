// Slows down who guesses passwords: per address, and per account and address together; shared by all processes.
import { createHash } from "node:crypto";

import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { DataSource } from "typeorm";

const WINDOW_SECONDS = 15 * 60;
const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 100;

export interface Throttle {
  /** Counts a try; false where there were too many, and then nothing more is written. */
  count(email: string, address: string): Promise<boolean>;
  /** The password was right: this account and address start anew. */
  forgive(email: string, address: string): Promise<void>;
}

/** No e-mail and no address is kept, only a hash of both. */
function keyOf(email: string, address: string): string {
  return createHash("sha256")
    .update(`${email}\n${address}`)
    .digest("base64url");
}

const throttles = new WeakMap<DataSource, Throttle>();

export function throttleOf(dataSource: DataSource): Throttle {
  let throttle = throttles.get(dataSource);
  if (!throttle) {
    throttle = makeThrottle(dataSource);
    throttles.set(dataSource, throttle);
  }
  return throttle;
}

function makeThrottle(dataSource: DataSource): Throttle {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: poolOf(dataSource),
      storeType: "pool",
      tableName: "sign_in_attempt",
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration: WINDOW_SECONDS,
    });
  const accounts = limiter("account", TRIES_PER_ACCOUNT);
  const addresses = limiter("address", TRIES_PER_ADDRESS);
  async function isUsedUp(limiter: RateLimiterPostgres, key: string) {
    const tries = await limiter.get(key);
    return tries !== null && tries.remainingPoints <= 0;
  }
  return {
    async count(email, address) {
      const account = keyOf(email, address);
      const anyone = keyOf("", address);
      if (await isUsedUp(addresses, anyone)) return false;
      if (await isUsedUp(accounts, account)) return false;
      try {
        // of tries at the same moment the last may still be refused here
        await addresses.consume(anyone);
        await accounts.consume(account);
        return true;
      } catch (error) {
        if (error instanceof RateLimiterRes) return false;
        throw error;
      }
    },
    async forgive(email, address) {
      await accounts.delete(keyOf(email, address));
      await addresses.reward(keyOf("", address));
    },
  };
}

/** The pool under TypeORM's PostgreSQL driver; the limiter speaks to it directly. */
function poolOf(dataSource: DataSource): Pool {
  if ("master" in dataSource.driver)
    // TypeORM keeps the pool there and does not type it
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
    return dataSource.driver.master as Pool;
  throw new Error("the data source is not connected to PostgreSQL");
}
