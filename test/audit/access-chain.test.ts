// The chain of the access log: what somebody with all rights changes in it is found, and the place is named.
import { operatorAt } from "../support/commands.js";
import type { Chained } from "./chained.js";
import { aChained, CHAINED_ANEW, LINES } from "./chained.js";

let world: Chained;
beforeAll(async () => {
  world = await aChained();
});
afterAll(() => world.close());

it("holds as far as it was written", async () => {
  const found = await world.chain();
  expect(found).toMatchObject({
    position: LINES,
    intactTo: LINES,
    brokenAt: null,
    fault: null,
  });
  expect(found?.anchor).toMatch(/^40:[0-9a-f]{64}$/);
});

const columns = [
  "at = at + interval '1 second'",
  "actor_account_id = gen_random_uuid()",
  "actor_name = 'Kto inny'",
  "roles = '{OUS}'",
  "partner_id = gen_random_uuid()",
  "action = 'VIEW'",
  "noun = 'Case'",
  "subject_id = gen_random_uuid()",
  "subject_number = 'SK/2026/99999'",
  "case_id = gen_random_uuid()",
  "coordinator_account_id = gen_random_uuid()",
  "fields = '{ownReference}'",
  "change = 'ReferralAccepted'",
  "purpose = 'ANSWER'",
  "outcome = 'REFUSED'",
  "request_id = 'x'",
  "door = 'SOCKET'",
  "session_id = gen_random_uuid()",
  "session_id = null",
  "hash = sha256('x')",
  "prev = sha256('x')",
];

it.each(columns)("finds a line where %s", async (set) => {
  const place = 1 + Math.floor(Math.random() * LINES);
  const found = await world.after(
    `update access_log set ${set} where position = ${String(place)}`,
    world.chain,
  );
  expect({ place, ...found }).toMatchObject({
    brokenAt: place,
    intactTo: place - 1,
    fault: "ALTERED",
  });
});

it("finds each line that is gone, the last one too", async () => {
  for (let place = 1; place <= LINES; place += 1) {
    const found = await world.after(
      `delete from access_log where position = ${String(place)}`,
      world.chain,
    );
    expect(found).toMatchObject({ brokenAt: place, fault: "MISSING" });
  }
});

it("finds a line that was slipped in, two that changed places, and one that closes up a gap", async () => {
  const copied = (position: number) => `insert into access_log
    select (jsonb_populate_record(l, jsonb_build_object('position', ${String(position)}))).* from access_log l where position = 3`;
  expect(await world.after(copied(LINES + 1), world.chain)).toMatchObject({
    brokenAt: LINES + 1,
    fault: "INSERTED",
  });
  expect(
    await world.after(
      `update access_log set position = 1000 where position = 5; update access_log set position = 5 where position = 7;
       update access_log set position = 7 where position = 1000`,
      world.chain,
    ),
  ).toMatchObject({ brokenAt: 5, fault: "ALTERED" });
  expect(
    await world.after(
      `delete from access_log where position = 5; ${copied(5)}`,
      world.chain,
    ),
  ).toMatchObject({ brokenAt: 5, fault: "ALTERED" });
});

it("holds lines that were written before a session stood in the chain, and goes on from them", async () => {
  const before = CHAINED_ANEW.replace(
    "access_hash(l, before)",
    "access_hash_without_session(l, before)",
  );
  expect(before).not.toBe(CHAINED_ANEW);
  expect(
    await world.after(before, async () => {
      await world.writes();
      return world.chain();
    }),
  ).toMatchObject({
    position: LINES + 1,
    intactTo: LINES + 1,
    brokenAt: null,
  });
});

it("finds by a kept anchor that the whole chain was written anew, with the operator's command", async () => {
  const { rows } = await world.admin.query<{ slug: string }>(
    `select slug from centre where id = $1`,
    [world.centre.id],
  );
  const command = operatorAt(world.api).centre;
  const kept = (await world.chain())?.anchor ?? "";
  const check = (...words: string[]) =>
    command("check-access-log", "--centre", rows[0]?.slug ?? "", ...words);
  expect(
    await world.after("select 1", () => check("--anchor", kept)),
  ).toMatchObject({
    status: 0,
    printed: [
      `40 lines fit, from 1 to 40; keep this anchor: ${kept}`,
      "the kept anchor fits",
    ],
  });
  const anew = `update access_log set actor_name = 'Kto inny' where position = 9; ${CHAINED_ANEW}`;
  expect(await world.after(anew, () => check())).toMatchObject({ status: 0 });
  expect(await world.after(anew, () => check("--anchor", kept))).toMatchObject({
    status: 1,
    complained: ["Line 40 is not the one of the kept anchor."],
  });
  expect(
    await world.after(`delete from access_log where position = 9`, () =>
      check(),
    ),
  ).toMatchObject({
    status: 1,
    complained: ["The log is broken at line 9: MISSING. Up to line 8 it fits."],
  });
});
