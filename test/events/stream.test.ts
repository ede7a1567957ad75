// A follower of a centre's log misses nothing and sees nothing twice, whatever happens to it.
import { decodeCursor, encodeCursor } from "../../server/events/cursor.js";
import { Following } from "../platform/following.js";
import {
  connectTo,
  type TestDatabase,
  workerDatabase,
} from "../support/database.js";
import {
  type FollowedLog,
  numbered,
  oneTo,
  openFollowedLog,
} from "./followed-log.js";
import type { WrittenLog } from "./written-log.js";

let database: TestDatabase;
let followed: FollowedLog;
let log: WrittenLog;

beforeAll(async () => {
  database = await workerDatabase();
  followed = await openFollowedLog(database, {
    pollMs: 200,
    caughtUpMs: 300,
  });
  log = followed.log;
});

afterAll(() => followed.close());

function follow(centreId: string, after?: string | null): Following {
  return followed.follow(centreId, after);
}

it("starts without a cursor by saying where it stands, then goes on live", async () => {
  const centreId = await log.aCentre();
  await log.write(centreId, numbered(3));
  const following = follow(centreId);
  await following.until(({ caughtUp }) => caughtUp.length === 1);
  expect(decodeCursor(following.caughtUp[0] ?? "")?.position).toBe(3);
  await log.write(centreId, numbered(2, 4));
  await following.until(({ events }) => events.length === 2);
  expect(following.numbers).toEqual([4, 5]);
});

it("replays from a cursor, says CaughtUp once, then goes on live", async () => {
  const centreId = await log.aCentre();
  await log.write(centreId, numbered(450));
  const head = await log.source.readHead(centreId);
  const after = encodeCursor({
    centreId,
    epoch: head?.epoch ?? "",
    position: 20,
  });
  const following = follow(centreId, after);
  await following.until(({ caughtUp }) => caughtUp.length > 0);
  expect(following.events.length).toBe(430);
  expect(following.numbers[0]).toBe(21);
  await log.write(centreId, numbered(1, 451));
  await following.until(({ events }) => events.length === 431);
  expect(following.numbers).toEqual(oneTo(451).slice(20));
});

it("tells silence from loss by CaughtUp, again and again", async () => {
  const centreId = await log.aCentre();
  await log.write(centreId, numbered(1));
  const following = follow(centreId);
  await following.until(({ caughtUp }) => caughtUp.length > 2);
  await log.write(centreId, numbered(1, 2));
  await following.until(({ caughtUp }) =>
    caughtUp.some((cursor) => decodeCursor(cursor)?.position === 2),
  );
  expect(following.numbers).toEqual([2]);
});

it("gives every event once and in order to each who drops twenty times under load", async () => {
  const centreId = await log.aCentre();
  const steady = follow(centreId);
  await steady.until(({ caughtUp }) => caughtUp.length > 0);
  const [start = null] = steady.caughtUp;
  const load = writeUnderLoad(centreId);
  const droppers = await Promise.all(
    Array.from({ length: 3 }, () => dropTwentyTimes(centreId, start)),
  );
  await load.stop();
  const head = await log.source.readHead(centreId);
  const all = oneTo(head?.position ?? 0);
  for (const { seen, after } of droppers) {
    const rest = follow(centreId, after);
    await rest.until(({ events }) => seen.length + events.length >= all.length);
    expect([...seen, ...positionsOf(rest)]).toEqual(all);
  }
  await steady.until(({ events }) => events.length >= all.length);
  expect(positionsOf(steady)).toEqual(all);
  expect(all.length).toBeGreaterThan(100);
});

function positionsOf({ events }: Following): number[] {
  return events.map(({ position }) => position);
}

/** Long transactions beside short ones: begun before them, committed after. */
function writeUnderLoad(centreId: string): { stop: () => Promise<void> } {
  let isEnough = false;
  let committed = 0;
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let turn = 0; !isEnough; turn++) {
      const until = committed + 6;
      const isLong = turn % 6 === writer;
      const others = async () => {
        while (!isEnough && committed < until)
          await new Promise((resolve) => setImmediate(resolve));
      };
      await log.write(
        centreId,
        numbered(1 + (turn % 3)),
        isLong ? others() : undefined,
      );
      committed++;
    }
  });
  return {
    async stop() {
      isEnough = true;
      await Promise.all(writers);
    },
  };
}

async function dropTwentyTimes(centreId: string, start: string | null) {
  const seen: number[] = [];
  let after = start;
  for (let drop = 0; drop < 20; drop++) {
    const client = followed.world.client(followed.world.signIn());
    const following = new Following(client, { centreId, after });
    const wanted = 1 + Math.floor(Math.random() * 12);
    await following.until(({ events }) => events.length >= wanted);
    client.terminate();
    seen.push(...positionsOf(following));
    after = following.cursor;
  }
  return { seen, after };
}

it("delivers by the slow poll when every wake-up is lost", async () => {
  const centreId = await log.aCentre();
  log.committed = () => undefined;
  const following = follow(centreId);
  await following.until(({ caughtUp }) => caughtUp.length > 0);
  await log.write(centreId, numbered(2));
  log.committed = followed.wake.notifyAfterCommit;
  await following.until(({ events }) => events.length === 2);
  expect(following.numbers).toEqual([1, 2]);
});

it("believes no wake-up: doubled, forged and senseless ones change nothing", async () => {
  const centreId = await log.aCentre();
  const following = follow(centreId);
  await following.until(({ caughtUp }) => caughtUp.length > 0);
  const forger = await connectTo(database.applicationUrl);
  const hints = [`${centreId}:999`, `${centreId}:1`, centreId, "x", "", "%:%"];
  for (const hint of [...hints, ...hints])
    await forger.query("select pg_notify('splot_log', $1)", [hint]);
  await log.write(centreId, numbered(3));
  for (const hint of hints)
    await forger.query("select pg_notify('splot_log', $1)", [hint]);
  await forger.end();
  await log.write(centreId, numbered(1, 4));
  await following.until(({ events }) => events.length >= 4);
  expect(following.numbers).toEqual([1, 2, 3, 4]);
});

it("does not pass a hole in the log until it is filled", async () => {
  const centreId = await log.aCentre();
  const following = follow(centreId);
  await following.until(({ caughtUp }) => caughtUp.length > 0);
  let hidden = 0;
  followed.disturb(centreId, async (...asked) => {
    const events = await log.source.readEvents(...asked);
    return events.filter(({ position }) => position !== 2 || ++hidden > 2);
  });
  await log.write(centreId, numbered(4));
  await following.until(({ events }) => events.length >= 4);
  expect(following.numbers).toEqual([1, 2, 3, 4]);
});

it("waits out a database that is away, and loses nothing by it", async () => {
  const centreId = await log.aCentre();
  const following = follow(centreId);
  await following.until(({ caughtUp }) => caughtUp.length > 0);
  let failures = 0;
  let isBack = false;
  await new Promise<void>((resolve) => {
    followed.disturb(centreId, (...asked) => {
      if (isBack) return log.source.readEvents(...asked);
      if (++failures > 2) resolve();
      return Promise.reject(new Error("Connection terminated unexpectedly"));
    });
    void log.write(centreId, numbered(2));
  });
  isBack = true;
  await following.until(({ events }) => events.length >= 2);
  expect(following.numbers).toEqual([1, 2]);
  expect(followed.world.faults).toEqual([]);
});

it("waits out a database that goes away between the event and its answer", async () => {
  const centreId = await log.aCentre();
  const live = follow(centreId);
  await live.until(({ caughtUp }) => caughtUp.length > 0);
  const replaying = new Promise<Following>((resolve) => {
    let failures = 0;
    const { next } = followed.answers;
    followed.answers.next = () => {
      if (++failures > 6) followed.answers.next = next;
      else if (failures === 3) resolve(follow(centreId, live.caughtUp[0]));
      const away = new Error("connect ECONNREFUSED");
      return Promise.reject(Object.assign(away, { code: "ECONNREFUSED" }));
    };
  });
  await log.write(centreId, numbered(3));
  for (const following of [live, await replaying]) {
    await following.until(({ events }) => events.length >= 3);
    expect(following.numbers).toEqual([1, 2, 3]);
  }
});
