// Live delivery is shared by those who may see the same, follows every change of rights, and waits for no slow reader.
import { randomUUID } from "node:crypto";
import { once } from "node:events";

import { WebSocket } from "ws";

import { Following } from "../platform/following.js";
import type { World } from "../platform/socket-world.js";
import {
  connectTo,
  type TestDatabase,
  workerDatabase,
} from "../support/database.js";
import { type FollowedLog, openFollowedLog } from "./followed-log.js";
import type { WrittenLog } from "./written-log.js";

let database: TestDatabase;
let followed: FollowedLog;
let log: WrittenLog;
let world: World;

beforeAll(async () => {
  database = await workerDatabase();
  followed = await openFollowedLog(
    database,
    // no promise here leans on the poll or on the repeated CaughtUp
    { pollMs: 60_000, caughtUpMs: 600_000 },
    {
      unsentBytes: 128 * 1024,
      socketsPerAccount: 60,
      verifyMs: 600_000,
    },
  );
  ({ log, world } = followed);
});

afterAll(() => followed.close());

const caughtUp = ({ caughtUp: cursors }: Following) => cursors.length > 0;
const some =
  (count: number) =>
  ({ events }: Following) =>
    events.length >= count;

async function followAs(token: string, variables: Record<string, unknown>) {
  const following = new Following(world.client(token), variables);
  await following.until(caughtUp);
  return following;
}

it("executes an event once for all who may see the same", async () => {
  const centreId = await log.aCentre();
  const head = await log.source.readHead(centreId);
  const account = { accountId: randomUUID(), centreId };
  const followers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      followAs(world.signIn(account), {
        centreId,
        // where each began is no part of what it asks
        after: index % 2 ? undefined : startOf(centreId, head?.epoch ?? ""),
      }),
    ),
  );
  const stranger = await followAs(world.signIn({ partnerId: "kis" }), {
    centreId,
  });
  const other = await followAs(world.signIn(account), { centreId, kind: "x" });
  const before = world.counted.executions;
  await log.write(centreId, [{ number: 1 }, { number: 2 }, { number: 3 }]);
  await Promise.all(
    [...followers, stranger].map((follower) => follower.until(some(3))),
  );
  expect(world.counted.executions - before).toBe(6);
  for (const follower of followers) {
    expect(follower.numbers).toEqual([1, 2, 3]);
    expect(follower.events[0]?.partner).toBe("cis");
  }
  expect(stranger.events[0]?.partner).toBe("kis");
  expect(other.events).toEqual([]);
  expect(world.counted.opened).toBe(world.counted.closed);
});

it("delivers nothing more to a revoked session, and closes it with 4403", async () => {
  const centreId = await log.aCentre();
  const token = world.signIn();
  const revoked = await followAs(token, { centreId });
  const staying = await followAs(world.signIn(), { centreId });
  world.sessions.delete(token);
  await log.write(centreId, [{ number: 1 }]);
  await staying.until(some(1));
  await revoked.until(({ ended }) => ended !== null);
  expect(revoked.ended?.errors).toMatchObject({ code: 4403 });
  expect(revoked.events).toEqual([]);
});

it("hears of changed rights, and closes a revoked socket in which nothing happens", async () => {
  const centreId = await log.aCentre();
  const accountId = randomUUID();
  const token = world.signIn({ accountId });
  const revoked = await followAs(token, { centreId });
  world.sessions.delete(token);
  followed.wake.notifyRights(accountId);
  await revoked.until(({ ended }) => ended !== null);
  expect(revoked.ended?.errors).toMatchObject({ code: 4403 });
  expect(followed.heard).toContain(accountId);
});

it("moves a follower whose role was taken to those who see less", async () => {
  const centreId = await log.aCentre();
  const token = world.signIn({ roles: new Set(["OUS"]) });
  const actor = world.sessions.get(token);
  const moving = await followAs(token, { centreId });
  const ous = await followAs(world.signIn({ roles: new Set(["OUS"]) }), {
    centreId,
  });
  await log.write(centreId, [{ number: 1, needs: "OUS" }, { number: 2 }]);
  await moving.until(some(2));
  if (actor?.kind === "member")
    world.sessions.set(token, { ...actor, roles: new Set() });
  await log.write(centreId, [{ number: 3, needs: "OUS" }, { number: 4 }]);
  await Promise.all([moving.until(some(3)), ous.until(some(4))]);
  expect(moving.numbers).toEqual([1, 2, 4]);
  expect(ous.numbers).toEqual([1, 2, 3, 4]);
});

it("makes up for hints that were lost with its line to PostgreSQL", async () => {
  const centreId = await log.aCentre();
  const following = await followAs(world.signIn(), { centreId });
  log.committed = () => undefined;
  await log.write(centreId, [{ number: 1 }]);
  await log.asAdmin(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()",
    ["wake under test"],
  );
  await following.until(some(1));
  log.committed = followed.wake.notifyAfterCommit;
  await log.write(centreId, [{ number: 2 }]);
  await following.until(some(2));
  expect(following.numbers).toEqual([1, 2]);
});

it("gathers the commits behind a NOTIFY that is under way", async () => {
  const centreId = await log.aCentre();
  const ear = await connectTo(database.applicationUrl);
  const hints: string[] = [];
  const last = new Promise<void>((resolve) => {
    ear.on("notification", ({ payload = "" }) => {
      if (payload.startsWith(centreId)) hints.push(payload);
      if (payload === `${centreId}:500`) resolve();
    });
  });
  await ear.query("listen splot_log");
  for (let position = 1; position <= 500; position++)
    followed.wake.notifyAfterCommit(centreId, position);
  await last;
  expect(hints.length).toBeLessThanOrEqual(2);
  await ear.end();
});

it("closes with 1013 a reader who has too much unsent, and keeps the others", async () => {
  const centreId = await log.aCentre();
  const reading = await followAs(world.signIn(), { centreId });
  const slow = new WebSocket(world.url, "graphql-transport-ws");
  await once(slow, "open");
  const authorization = `Bearer ${world.signIn()}`;
  slow.send(
    JSON.stringify({ type: "connection_init", payload: { authorization } }),
  );
  await once(slow, "message");
  const query = `subscription ($c: ID!) { changed(centreId: $c) { ... on Changed { text } } }`;
  slow.send(
    JSON.stringify({
      id: "1",
      type: "subscribe",
      payload: { query, variables: { c: centreId } },
    }),
  );
  await once(slow, "message");
  slow.pause();
  const closed = once(slow, "close");
  const text = "x".repeat(64 * 1024);
  for (let number = 0; number < 400; number += 20)
    await log.write(
      centreId,
      Array.from({ length: 20 }, (_entry, at) => ({
        number: number + at,
        text,
      })),
    );
  await reading.until(some(400));
  slow.resume();
  expect(await closed).toContain(1013);
  expect(reading.ended).toBeNull();
});

function startOf(centreId: string, epoch: string): string {
  const hex = (centreId + epoch).replaceAll("-", "") + "0".repeat(16);
  return Buffer.from(hex, "hex").toString("base64url");
}
