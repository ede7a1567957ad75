// Where replay and live delivery meet: whoever comes while an event is under way gets it once, by the one or the other.
import { encodeCursor } from "../../server/events/cursor.js";
import type { Following } from "../platform/following.js";
import { workerDatabase } from "../support/database.js";
import { type FollowedLog, numbered, openFollowedLog } from "./followed-log.js";

let followed: FollowedLog;

beforeAll(async () => {
  followed = await openFollowedLog(await workerDatabase(), {
    pollMs: 60_000,
    caughtUpMs: 600_000,
  });
});

afterAll(() => followed.close());

/** Holds the next answer back: resolves when it is asked for, with what lets it go. */
function holdNextAnswer(): Promise<() => void> {
  const { next } = followed.answers;
  return new Promise((resolve) => {
    followed.answers.next = () => {
      followed.answers.next = next;
      return new Promise<void>((release) => resolve(release));
    };
  });
}

const seen =
  (...numbers: number[]) =>
  (following: Following) =>
    following.numbers.length >= numbers.length;

it("replays what the live delivery took upon itself before the follower was there", async () => {
  const { log, follow } = followed;
  const centreId = await log.aCentre();
  const before = follow(centreId);
  await before.until(({ caughtUp }) => caughtUp.length > 0);
  const greeting = holdNextAnswer();
  const joining = follow(centreId);
  const greet = await greeting;
  const delivery = holdNextAnswer();
  await log.write(centreId, numbered(1));
  const deliver = await delivery;
  greet();
  await joining.until(seen(1));
  deliver();
  await log.write(centreId, numbered(1, 2));
  for (const following of [before, joining]) {
    await following.until(seen(1, 2));
    expect(following.numbers).toEqual([1, 2]);
  }
});

it("delivers nothing live that the follower's own replay brought before", async () => {
  const { log, follow } = followed;
  const centreId = await log.aCentre();
  const before = follow(centreId);
  await before.until(({ caughtUp }) => caughtUp.length > 0);
  const delivery = holdNextAnswer();
  await log.write(centreId, numbered(1));
  const deliver = await delivery;
  await log.write(centreId, numbered(1, 2));
  const head = await log.source.readHead(centreId);
  const start = { centreId, epoch: head?.epoch ?? "", position: 0 };
  const ahead = follow(centreId, encodeCursor(start));
  await ahead.until(({ caughtUp }) => caughtUp.length > 0);
  deliver();
  await before.until(seen(1, 2));
  await log.write(centreId, numbered(1, 3));
  for (const following of [before, ahead]) {
    await following.until(seen(1, 2, 3));
    expect(following.numbers).toEqual([1, 2, 3]);
  }
});
