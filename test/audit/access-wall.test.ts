// Who may write the access log and who may rewrite it: its one function, nobody; and what goes from it in time.
import { connectTo } from "../support/database.js";
import type { Chained } from "./chained.js";
import { aChained, CHAINED_ANEW, LINES } from "./chained.js";

let world: Chained;
beforeAll(async () => {
  world = await aChained();
});
afterAll(() => world.close());

describe("nobody but the function writes, nobody rewrites", () => {
  const asMember = `select set_config('splot.kind', 'member', false), set_config('splot.roles', 'IOD,OUS,SYSADMIN', false),
    set_config('splot.centre', $1, false)`;

  it.each([
    "insert into access_log select * from access_log",
    "update access_log set actor_name = 'x'",
    "delete from access_log",
    "truncate access_log",
    "update access_log_head set position = 0",
    "insert into access_log_head (centre_id) select centre_id from access_log",
    "delete from access_log_head",
    "select keep_access_log(gen_random_uuid(), now())",
    "select kept_access_logs()",
  ])("the application's role: %s", async (sql) => {
    const application = await connectTo(world.database.applicationUrl);
    await application.query(asMember, [world.centre.id]);
    await expect(application.query(sql)).rejects.toThrow("permission denied");
    await application.end();
  });

  it("the owner, without being the function", async () => {
    const owner = await connectTo(world.database.ownerUrl);
    await owner.query(asMember, [world.centre.id]);
    for (const sql of [
      "update access_log set actor_name = 'x'",
      "delete from access_log",
    ])
      expect((await owner.query(sql)).rowCount).toBe(0);
    await owner.end();
    expect(await world.chain()).toMatchObject({
      intactTo: LINES,
      brokenAt: null,
    });
  });

  it("a visitor, or somebody of another centre", async () => {
    const application = await connectTo(world.database.applicationUrl);
    const write = `select write_access($1, now(), null, 'HTTP', '[{"action":"VIEW","noun":"Referral","fields":[]}]')`;
    for (const kind of ["visitor", "log", "setup", "authentication", "chain"]) {
      await application.query(asMember, [world.centre.id]);
      await application.query(`select set_config('splot.kind', $1, false)`, [
        kind,
      ]);
      await expect(application.query(write, [world.centre.id])).rejects.toThrow(
        "access log",
      );
    }
    await application.query(asMember, [world.centre.id]);
    await expect(
      application.query(write, ["00000000-0000-4000-8000-000000000000"]),
    ).rejects.toThrow("access log");
    await application.end();
  });
});

it("is one chain, whoever writes at the same time", async () => {
  const person = await world.centre.aPerson("KIPUS");
  const before = await world.chain();
  await Promise.all(
    Array.from({ length: 24 }, (_, nth) => {
      const unknown = `Referral:00000000-0000-4000-8000-${String(nth).padStart(12, "0")}`;
      return person.ask(
        `mutation ($input: PrintSlipInput!) { printSlip(input: $input) { __typename } }`,
        {
          input: { referralId: Buffer.from(unknown).toString("base64url") },
        },
      );
    }),
  );
  expect(await world.chain()).toMatchObject({
    position: (before?.position ?? 0) + 24,
    intactTo: (before?.position ?? 0) + 24,
    brokenAt: null,
  });
});

it("is followed each night, and lets go what is older than two years without losing its hold", async () => {
  const { position = 0 } = (await world.chain()) ?? {};
  const owner = await connectTo(world.database.ownerUrl);
  const keep = async (at: string) =>
    (
      await owner.query<Record<string, string | null>>(
        `select "position", broken_at, fault from keep_access_log($1, $2)`,
        [world.centre.id, at],
      )
    ).rows;
  const sound = [{ position: String(position), broken_at: null, fault: null }];
  expect(await keep("2026-12-01")).toEqual(sound);
  const count = async () =>
    (await world.admin.query(`select from access_log`)).rowCount;
  expect(await count()).toBe(position);

  const old = `update access_log set at = at - interval '3 years' where position <= 10; ${CHAINED_ANEW}`;
  await world.after(old, async () => {
    expect(await keep("2026-12-02")).toEqual(sound);
    expect(await count()).toBe(position - 10);
    expect(await keep("2026-12-03")).toEqual(sound);
    expect(await world.chain()).toMatchObject({
      intactTo: position,
      brokenAt: null,
    });
    await world.admin.query(`delete from access_log where position = 11`);
    expect(await keep("2026-12-04")).toEqual([
      { position: "10", broken_at: "11", fault: "MISSING" },
    ]);
    expect(await world.chain()).toMatchObject({
      brokenAt: 11,
      fault: "MISSING",
    });
    // what is broken is kept
    expect(await keep("2030-01-01")).toHaveLength(1);
    expect(await count()).toBe(position - 11);
  });
  await owner.end();
});

it("is followed while somebody writes: only what was found waits for her", async () => {
  const { position = 0 } = (await world.chain()) ?? {};
  const owner = await connectTo(world.database.ownerUrl);
  const writer = await connectTo(world.database.applicationUrl);
  const keep = () =>
    owner.query(
      `select "position"::integer, broken_at from keep_access_log($1, now())`,
      [world.centre.id],
    );
  const waiting = () =>
    world.admin.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
  await writer.query("begin");
  await writer.query(
    `select set_config('splot.kind', 'system', true), set_config('splot.centre', $1, true)`,
    [world.centre.id],
  );
  await writer.query(
    `select write_access($1, now(), null, 'JOB', '[{"action":"VIEW","noun":"Referral","fields":[]}]')`,
    [world.centre.id],
  );
  const kept = keep();
  while ((await waiting()).rowCount === 0);
  await writer.query("commit");
  // it had come to the end as it was before her line
  expect((await kept).rows).toEqual([{ position, broken_at: null }]);
  expect(await world.chain()).toMatchObject({
    position: position + 1,
    intactTo: position + 1,
    brokenAt: null,
  });
  expect((await keep()).rows).toEqual([
    { position: position + 1, broken_at: null },
  ]);
  await Promise.all([writer.end(), owner.end()]);
});
