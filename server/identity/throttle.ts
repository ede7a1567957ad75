// Slows down who guesses: passwords by address, and by account and address together; codes by account; shared by all processes.
import { createHash } from "node:crypto";

import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { DataSource } from "typeorm";

import { poolOf } from "../platform/database/pool.js";

const WINDOW_SECONDS = 15 * 60;
const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 100;
const RESETS_PER_ACCOUNT = 3;
const RESETS_PER_ADDRESS = 100;

export interface Throttle {
  /** Counts a try; false where there were too many, and then nothing more is written. */
  count(email: string, address: string): Promise<boolean>;
  /** The password was right: this account and address start anew. */
  forgive(email: string, address: string): Promise<void>;
  /** Of a second factor: whoever tries them knows the password, so that the address says nothing. */
  codes: {
    count(accountId: string): Promise<boolean>;
    forgive(accountId: string): Promise<void>;
  };
  /** Counts who asks for a new password: whatever the address, nobody's mailbox is filled. */
  countReset(email: string, address: string): Promise<boolean>;
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
  const codes = limiter("code", TRIES_PER_ACCOUNT);
  const resets = limiter("reset", RESETS_PER_ACCOUNT);
  const resetAddresses = limiter("reset-address", RESETS_PER_ADDRESS);
  async function isUsedUp(limiter: RateLimiterPostgres, key: string) {
    const tries = await limiter.get(key);
    return tries !== null && tries.remainingPoints <= 0;
  }
  /** Of tries at the same moment the last may still be refused here. */
  async function consume(limiter: RateLimiterPostgres, key: string) {
    try {
      await limiter.consume(key);
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }
  return {
    async count(email, address) {
      const account = keyOf(email, address);
      const anyone = keyOf("", address);
      if (await isUsedUp(addresses, anyone)) return false;
      if (await isUsedUp(accounts, account)) return false;
      return (
        (await consume(addresses, anyone)) && (await consume(accounts, account))
      );
    },
    async countReset(email, address) {
      const account = keyOf(email, "");
      const anyone = keyOf("", address);
      if (await isUsedUp(resetAddresses, anyone)) return false;
      if (await isUsedUp(resets, account)) return false;
      return (
        (await consume(resetAddresses, anyone)) &&
        (await consume(resets, account))
      );
    },
    async forgive(email, address) {
      await accounts.delete(keyOf(email, address));
      await addresses.reward(keyOf("", address));
    },
    codes: {
      async count(accountId) {
        const key = keyOf(accountId, "");
        return !(await isUsedUp(codes, key)) && (await consume(codes, key));
      },
      async forgive(accountId) {
        await codes.delete(keyOf(accountId, ""));
      },
    },
  };
}
