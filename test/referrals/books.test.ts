// The watch over the books itself: faults that are planted are faults that it names.
import { transact } from "../../server/events/index.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import {
  adminUrlOf,
  connectTo,
  dropDatabase,
  freshDatabase,
} from "../support/database.js";
import { aReferring, move } from "./referring.js";

let api: Api;
beforeAll(async () => {
  api = await openApi(await freshDatabase());
});
afterAll(async () => {
  await api.close();
  await dropDatabase(api.database);
});

it.each([
  [
    "a counter not restored on withdrawal",
    "update capacity set reserved = reserved + 1",
    "what referrals take is what is taken for them",
  ],
  [
    "a number without its line",
    "update capacity set total = total + 1",
    "capacity equals the sum of its ledger",
  ],
  [
    "a line lost",
    "delete from capacity_event where version = 2",
    "the ledger has every version once",
  ],
  [
    "a line with other numbers than its event",
    "update capacity_event set reserved_change = 2 where version = 2",
    "each version of a capacity has its event with its numbers",
  ],
  [
    "an event that tells of more taken than there is",
    `update event set facts = facts || '{"reserved": 99}' where type = 'CapacityChanged'`,
    "no event is overbooked",
  ],
  [
    "an event lost",
    "delete from event where position = 3",
    "positions of the log are dense",
  ],
  [
    "a position given twice over",
    "update centre_log set position = position + 1",
    "positions of the log are dense",
  ],
  [
    "a move without its event",
    "update referral set version = version + 1",
    "each version of a referral has one event",
  ],
  [
    "one in the queue whom nobody counts",
    "update referral set status = 'WAITLISTED', takes = 'NOTHING'",
    "what referrals take is what is taken for them",
  ],
])("names %s", async (_, fault, rule) => {
  const world = await aReferring(api);
  const id = await world.sent();
  await move(world.team, "acceptReferral", id);
  expect(await brokenRules(world.centre)).toEqual({});
  const admin = await connectTo(adminUrlOf(api.database.name));
  await admin.query("set session_replication_role = replica");
  await admin.query(fault);
  await admin.end();
  expect(Object.keys(await brokenRules(world.centre))).toContain(rule);
});

it("rolls state, ledger and event back together", async () => {
  const world = await aReferring(api);
  const id = await world.sent();
  const uuid = Buffer.from(id, "base64url").toString().split(":")[1];
  const failing = transact(api.desk(world.centre.id), async (work) => {
    await work.rows(
      `update referral set status = 'EXPIRED', takes = 'NOTHING', version = version + 1 where id = $1`,
      [uuid],
    );
    work.record({
      type: "ReferralExpired",
      topic: "REFERRAL",
      subjectId: uuid ?? "",
      facts: {},
    });
    throw new Error("the power goes off");
  });
  await expect(failing).rejects.toThrow("the power goes off");
  expect(await brokenRules(world.centre)).toEqual({});
});
