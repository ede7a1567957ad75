// Slows down who guesses or has mails sent: by network, by account, and by both together; shared by all processes.
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { DataSource } from "typeorm";

import { poolOf } from "../platform/database/pool.js";
import type { Words } from "../platform/graphql/words.js";
import type { Keys } from "../platform/keys.js";
import { networkOf } from "../platform/proxies.js";

const QUARTER = 15 * 60;
const HOUR = 60 * 60;
const DAY = 24 * HOUR;

const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_NETWORK = 100;
/** From wherever: many networks guess no faster than a few. */
const TRIES_FROM_ANYWHERE = 50;
/** Where she signed in before she is not slowed down by what others try elsewhere. */
const FAMILIAR = 30 * DAY;
const RESETS_PER_ACCOUNT = 3;
const RESETS_PER_DAY = 6;
/** Beyond those of a day one comes in so long: nobody keeps her from a new password by asking in her name. */
const RESET_PAUSE = 2 * HOUR;
const RESETS_PER_NETWORK = 100;
/** However slowly: a million codes are not gone through by so many a day. */
const CODES_PER_DAY = 30;

/** True of each limit: after a new password what was tried before does not count any more. */
export const TOO_MANY_TRIES: Words = {
  pl: "Za dużo prób. Spróbuj później albo ustaw nowe hasło przez link z e-maila.",
  en: "Too many tries. Try later, or set a new password by the link of an e-mail.",
};

export interface Throttle {
  /** Counts a try; false where there were too many, and then nothing more is written. */
  count(email: string, address: string): Promise<boolean>;
  /** It was she: this account and network start anew, and are known from now on. */
  forgive(email: string, address: string): Promise<void>;
  /** Whether it was not told yet, in this quarter of an hour, that somebody is slowed down. */
  isNews(who: string): Promise<boolean>;
  /** Of a second factor: whoever tries them knows the password, so that the address says nothing. */
  codes: {
    count(accountId: string): Promise<boolean>;
    /** It was a right one: the quarter of an hour starts anew, and of the day its own try comes back. */
    forgive(accountId: string): Promise<void>;
    /** The password is another one: who tried before knows it no more. */
    startAnew(accountId: string): Promise<void>;
    /** Whether the owner was not told yet, this day, that somebody tries codes. */
    isNewsToOwner(accountId: string): Promise<boolean>;
  };
  /** Counts who asks for a new password: nobody's mailbox is filled, and where she is known others take nothing from her. */
  countReset(email: string, address: string): Promise<boolean>;
}

const throttles = new WeakMap<DataSource, Throttle>();

export function throttleOf(of: {
  dataSource: DataSource;
  keys: Keys;
}): Throttle {
  let throttle = throttles.get(of.dataSource);
  if (!throttle) {
    throttle = makeThrottle(of.dataSource, of.keys);
    throttles.set(of.dataSource, throttle);
  }
  return throttle;
}

type Counted = [limiter: RateLimiterPostgres, key: string];

function makeThrottle(dataSource: DataSource, keys: Keys): Throttle {
  const limiter = (keyPrefix: string, points: number, duration = QUARTER) =>
    new RateLimiterPostgres({
      storeClient: poolOf(dataSource),
      storeType: "pool",
      tableName: "sign_in_attempt",
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration,
    });
  const accounts = limiter("account", TRIES_PER_ACCOUNT);
  const networks = limiter("address", TRIES_PER_NETWORK);
  const anywhere = limiter("anywhere", TRIES_FROM_ANYWHERE, HOUR);
  const familiar = limiter("familiar", 1, FAMILIAR);
  const news = limiter("news", 1);
  const codes = limiter("code", TRIES_PER_ACCOUNT);
  const codeDays = limiter("code-day", CODES_PER_DAY, DAY);
  const codeNews = limiter("code-news", 1, DAY);
  const resets = limiter("reset", RESETS_PER_ACCOUNT);
  const resetDays = limiter("reset-day", RESETS_PER_DAY, DAY);
  const resetsBeyond = limiter("reset-beyond", 1, RESET_PAUSE);
  const resetNetworks = limiter("reset-address", RESETS_PER_NETWORK);

  /** No e-mail and no address is kept, and nothing by which they could be tried out. */
  const keyOf = (email: string, address: string) =>
    keys
      .fingerprint("sign-in-attempt", email, address && networkOf(address))
      .toString("base64url");

  async function isUsedUp([limiter, key]: Counted) {
    const tries = await limiter.get(key);
    return tries !== null && tries.remainingPoints <= 0;
  }
  /** Of tries at the same moment the last may still be refused here. */
  async function consume([limiter, key]: Counted) {
    try {
      await limiter.consume(key);
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }
  /** Where there were too many of one, none is counted. */
  async function countAll(...all: Counted[]) {
    for (const one of all) if (await isUsedUp(one)) return false;
    for (const one of all) if (!(await consume(one))) return false;
    return true;
  }

  return {
    async count(email, address) {
      const here = keyOf(email, address);
      const elsewhere: Counted = [anywhere, keyOf(email, "")];
      const isFamiliar = (await familiar.get(here)) !== null;
      return countAll(
        [networks, keyOf("", address)],
        [accounts, here],
        ...(isFamiliar ? [] : [elsewhere]),
      );
    },
    async forgive(email, address) {
      const here = keyOf(email, address);
      await accounts.delete(here);
      await networks.reward(keyOf("", address));
      await familiar.set(here, 1, FAMILIAR);
    },
    isNews: (who) => consume([news, keyOf(who, "")]),
    async countReset(email, address) {
      const [account, here] = [keyOf(email, ""), keyOf(email, address)];
      const network: Counted = [resetNetworks, keyOf("", address)];
      if (await familiar.get(here)) return countAll(network, [resets, here]);
      const ofDay: Counted = [resetDays, account];
      return countAll(
        network,
        [resets, account],
        (await isUsedUp(ofDay)) ? [resetsBeyond, account] : ofDay,
      );
    },
    codes: {
      count(accountId) {
        const key = keyOf(accountId, "");
        return countAll([codes, key], [codeDays, key]);
      },
      async forgive(accountId) {
        const key = keyOf(accountId, "");
        await codes.delete(key);
        await codeDays.reward(key);
      },
      async startAnew(accountId) {
        const key = keyOf(accountId, "");
        await codes.delete(key);
        await codeDays.delete(key);
      },
      isNewsToOwner: (accountId) => consume([codeNews, keyOf(accountId, "")]),
    },
  };
}
