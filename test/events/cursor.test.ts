// A cursor is honoured to the event or refused with its reason, never skipped over.
import { randomUUID } from "node:crypto";

import { encodeCursor } from "../../server/events/cursor.js";
import type { Following } from "../platform/following.js";
import { type TestDatabase, workerDatabase } from "../support/database.js";
import { type FollowedLog, numbered, openFollowedLog } from "./followed-log.js";
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

describe("a cursor that the log cannot honour ends the stream", () => {
  const epoch = randomUUID();
  const codeOf = async (centreId: string, after: string) => {
    const following = follow(centreId, after);
    await following.until(({ ended }) => ended !== null);
    expect(following.events).toEqual([]);
    return following.ended?.errors;
  };
  const unknown = [
    expect.objectContaining({ extensions: { code: "CURSOR_UNKNOWN" } }),
  ];

  it("malformed", async () => {
    const centreId = await log.aCentre();
    const whole = encodeCursor({ centreId, epoch, position: 0 });
    for (const after of ["", "x", "AAAA", "%%%", `${whole}=`, `${whole} `])
      expect(await codeOf(centreId, after)).toEqual(unknown);
  });

  it("of another centre, of another epoch, beyond the head", async () => {
    const centreId = await log.aCentre();
    await log.write(centreId, numbered(2));
    const head = await log.source.readHead(centreId);
    const right = { centreId, epoch: head?.epoch ?? "", position: 1 };
    for (const wrong of [
      { centreId: await log.aCentre() },
      { epoch },
      { position: 3 },
    ])
      expect(
        await codeOf(centreId, encodeCursor({ ...right, ...wrong })),
      ).toEqual(unknown);
  });

  it("older than what the log keeps", async () => {
    const centreId = await log.aCentre();
    await log.write(centreId, numbered(5));
    await log.asAdmin(
      "delete from event where centre_id = $1 and position <= 3",
      [centreId],
    );
    const head = await log.source.readHead(centreId);
    const at = (position: number) =>
      encodeCursor({ centreId, epoch: head?.epoch ?? "", position });
    expect(await codeOf(centreId, at(2))).toEqual([
      expect.objectContaining({ extensions: { code: "CURSOR_EXPIRED" } }),
    ]);
    const following = follow(centreId, at(3));
    await following.until(({ events }) => events.length === 2);
    expect(following.numbers).toEqual([4, 5]);
  });

  it("of a future that a restored backup has taken back", async () => {
    const centreId = await log.aCentre();
    const following = follow(centreId);
    await following.until(({ caughtUp }) => caughtUp.length > 0);
    await log.asAdmin("update centre_log set epoch = $2 where centre_id = $1", [
      centreId,
      epoch,
    ]);
    await following.until(({ ended }) => ended !== null);
    expect(following.ended?.errors).toEqual(unknown);
  });
});
