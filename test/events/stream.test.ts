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

it("gives every event once and in order to one who drops twenty times under load", async () => {
  const centreId = await log.aCentre();
  const seen: number[] = [];
  const steady = follow(centreId);
  await steady.until(({ caughtUp }) => caughtUp.length > 0);
  let release: () => void = () => undefined;
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let turn = 0; turn < 40; turn++) {
      // a long transaction beside the short ones: begun before them, committed after
      const held = new Promise<void>((resolve) => {
        if (turn % 8 !== writer) resolve();
        else {
          release();
          release = resolve;
        }
      });
      await log.write(centreId, numbered(1 + (turn % 3)), held);
    }
  });
  const allWritten = Promise.all(writers);
  const freeing = setInterval(() => release(), 50);
  let after = steady.caughtUp[0] ?? null;
  for (let drop = 0; drop < 20; drop++) {
    const client = followed.world.client(followed.world.signIn());
    const following = new Following(client, { centreId, after });
    const wanted = Math.floor(Math.random() * 25);
    await following.until(
      ({ events, caughtUp }) =>
        events.length >= wanted || (wanted < 5 && caughtUp.length > 0),
    );
    client.terminate();
    seen.push(...following.events.map(({ position }) => position));
    after = following.cursor ?? after;
  }
  await allWritten;
  clearInterval(freeing);
  const head = await log.source.readHead(centreId);
  const last = head?.position ?? 0;
  const rest = follow(centreId, after);
  await rest.until(() => seen.length + rest.events.length >= last);
  seen.push(...rest.events.map(({ position }) => position));
  expect(seen).toEqual(oneTo(last));
  await steady.until(({ events }) => events.length >= last);
  expect(steady.events.map(({ position }) => position)).toEqual(oneTo(last));
});

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
  followed.disturb(centreId, (...asked) =>
    failures++ < 3
      ? Promise.reject(new Error("Connection terminated unexpectedly"))
      : log.source.readEvents(...asked),
  );
  await log.write(centreId, numbered(2));
  await following.until(({ events }) => events.length >= 2);
  expect(following.numbers).toEqual([1, 2]);
  expect(failures).toBeGreaterThan(3);
  expect(followed.world.faults).toEqual([]);
});
