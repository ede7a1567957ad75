// The band is one rule told twice, in the code and in the database: generated numbers find no difference.
import fc from "fast-check";
import type pg from "pg";

import { Capacity } from "../../server/offer/index.js";
import { connectTo, workerDatabase } from "../support/database.js";

const NOW = new Date("2026-11-24T08:43:00Z");
const DAY = 86_400_000;

let application: pg.Client;
beforeAll(async () => {
  application = await connectTo((await workerDatabase()).applicationUrl);
});
afterAll(() => application.end());

const numbers = fc
  .record({
    total: fc.nat(60),
    taken: fc.nat(60),
    held: fc.nat(60),
    waitingReferred: fc.nat(5),
    waitingOutside: fc.nat(5),
    kept: fc.oneof(fc.constant(0), fc.nat(30)),
    ran: fc.nat(60),
    suspended: fc.boolean(),
    confirmEveryDays: fc.option(fc.constantFrom(7, 14, 30, 60)),
    // at the very edges too
    age: fc.option(
      fc.oneof(
        fc.nat(70 * DAY),
        fc
          .tuple(fc.constantFrom(7, 14, 30, 60), fc.constantFrom(-1, 0, 1))
          .map(([days, more]) => days * DAY + more),
      ),
    ),
  })
  .map(({ taken, held, ran, age, ...rest }) => {
    const occupied = Math.min(taken, rest.total);
    return Object.assign(new Capacity(), {
      ...rest,
      unit: "PLACES",
      occupied,
      running: Math.min(ran, occupied),
      reserved: Math.min(held, rest.total - occupied),
      confirmedAt: age === null ? null : new Date(NOW.getTime() - age),
    });
  });

it("finds one band for the same numbers", async () => {
  const generated = fc.sample(numbers, { numRuns: 5000, seed: 7 });
  const { rows } = await application.query<{ band: string }>(
    `select capacity_status(total, free, waiting, owed, suspended, every, confirmed, $1) as band
     from jsonb_to_recordset($2) as x(total int, free int, waiting int, owed int, suspended bool,
       every int, confirmed timestamptz, place int) order by place`,
    [
      NOW,
      JSON.stringify(
        generated.map((one, place) => ({
          total: one.total,
          free: one.available,
          waiting: one.waiting,
          owed: one.owedToQueue,
          suspended: one.suspended,
          every: one.confirmEveryDays,
          confirmed: one.confirmedAt,
          place,
        })),
      ),
    ],
  );
  const told = rows.map(({ band }) => band);
  expect(told).toEqual(generated.map((one) => one.bandAt(NOW)));
  // every band was met, so that the comparison means something
  expect(new Set(told).size).toBe(6);
});
