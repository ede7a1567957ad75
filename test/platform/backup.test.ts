// A backup taken while everybody works, put back elsewhere: nothing is missing, the books balance, and what was under way goes on.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";

import { migrations } from "../../migrations/index.js";
import { transact } from "../../server/events/index.js";
import { localDate } from "../../server/platform/calendar.js";
import {
  type Part,
  readParts,
  writeParts,
} from "../../server/platform/database/backup/lines.js";
import { restoreBackup } from "../../server/platform/database/backup/restore.js";
import {
  fromGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";
import { ANNA, doCase, openFor } from "../cases/keeping.js";
import type { Referring } from "../referrals/referring.js";
import { aReferring, move, runTimer, send } from "../referrals/referring.js";
import type { Travelling } from "../referrals/travel/travelling.js";
import { aTravelling, travel } from "../referrals/travel/travelling.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import {
  adminUrlOf,
  connectTo,
  dropDatabase,
  freshDatabase,
  type TestDatabase,
} from "../support/database.js";
import { openSockets } from "../support/following.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import { settingsFor, startSplot } from "../support/server.js";
import { aKey } from "../support/world.js";

const FOLLOW = `subscription ($centreId: ID!, $after: String) {
  change: referralChanged(centreId: $centreId, after: $after) {
    __typename ... on CaughtUp { cursor } ... on ReferralChanged { cursor }
  }
}`;

const folder = mkdtempSync(join(tmpdir(), "splot-backup-"));
const file = join(folder, "centre.backup");

let source: TestDatabase;
let target: TestDatabase;
let api: Api;
let world: Referring;
/** Its answer was due long ago, and no timer has run yet. */
let overdue: string;
/** A closed case that is erased after the backup. */
let erasedLater: string;
/** Her consent is taken back, and her data restricted, after the backup. */
let travelling: Travelling;
let travelled: string;
/** Ended so long ago that its words are due to be masked. */
let wordy: string;
/** Where a program stood in the log when the backup was taken. */
let cursor: string | null;

beforeAll(async () => {
  source = await freshDatabase();
  target = await freshDatabase();
  api = await openApi(source);
  world = await aReferring(api, { service: { total: 10_000 } });
  await aReferring(api);
  await everyState(world);
  await aDocument(world);
  erasedLater = await aClosedCase(world);
  travelling = await aTravelling(api);
  travelled = await travelling.sendsPerson();
  api.clock.pass({ days: -30 });
  wordy = await world.sent();
  await move(world.kipus, "withdrawReferral", wordy, { reason: "wyjazd" });
  overdue = await world.sent({ priority: "EMERGENCY" });
  api.clock.pass({ days: 30 });
  const sockets = await openSockets(api);
  ({ cursor } = await sockets.follow(world.kipus.token, FOLLOW, {
    centreId: world.centre.globalId,
  }));
  await sockets.close();
}, 60_000);
afterAll(async () => {
  await api.close();
  await dropDatabase(source);
  await dropDatabase(target);
  rmSync(folder, { recursive: true, force: true });
});

async function everyState({ kipus, team, service, sent }: Referring) {
  const moved = async (...verbs: Parameters<typeof move>[1][]) => {
    const id = await sent();
    for (const verb of verbs) {
      const by = verb === "withdrawReferral" ? kipus : team;
      const { __typename, message } = await move(by, verb, id);
      if (__typename !== "Referral")
        throw new Error(`${verb}: ${message ?? ""}`);
    }
  };
  await moved();
  await moved("openReferral");
  await moved("acceptReferral");
  await moved("declineReferral");
  await moved("withdrawReferral");
  await moved("waitlistReferral");
  await moved("acceptReferral", "startReferral");
  await moved("acceptReferral", "startReferral", "completeReferral");
  await moved("acceptReferral", "startReferral", "discontinueReferral");
  const walked = await team.ask<{ recordWalkIn: { __typename: string } }>(
    `mutation ($input: RecordWalkInInput!) { recordWalkIn(input: $input) { __typename } }`,
    {
      input: {
        serviceId: service.globalId,
        requestKey: aKey(),
        change: 2,
      },
    },
  );
  expect(walked.data?.recordWalkIn.__typename).toBe("Service");
}

async function aClosedCase({ kipus }: Referring): Promise<string> {
  const { id = "" } = await openFor(kipus, ANNA);
  await doCase(kipus, "closeCase", { caseId: id, ifVersion: 1 });
  return id;
}

/** Every byte there is, and more of them than are read as one piece of text. */
async function aDocument({ centre, partner, kipus }: Referring) {
  const bytes = Buffer.from(
    Array.from({ length: 300_000 }, (_, place) => place % 256),
  );
  const { length } = await centre.asSystem((work) =>
    work.rows(
      `insert into agreement_document (centre_id, id, agreement_id, file_name, mime, size, sha256, content,
         partner_id, uploaded_by, uploaded_at)
       select centre_id, gen_random_uuid(), id, 'umowa.pdf', 'application/pdf', $1, $2, $3, $4, $5, now()
       from agreement where $4 = any(party_ids) limit 1 returning id`,
      [
        bytes.length,
        createHash("sha256").update(bytes).digest("hex"),
        bytes,
        partner.id,
        kipus.accountId,
      ],
    ),
  );
  expect(length).toBe(1);
}

/** As she asked: nothing of her is told to anybody new. */
async function restrict({ centre, kipus, caseId }: Travelling) {
  const officer = await centre.aPerson("IOD");
  const { data } = await kipus.ask<{ node: { pseudonym: string } }>(
    `query ($id: ID!) { node(id: $id) { ... on Case { pseudonym } } }`,
    { id: caseId },
  );
  const say = (verb: string, input: Record<string, unknown>) =>
    officer.ask(
      `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { outcome: ${verb}(input: $input) {
        __typename } }`,
      { input },
    );
  const receivedOn = localDate(api.clock.now());
  await say("fileResidentRequest", {
    requestKey: aKey(),
    pseudonym: data?.node.pseudonym,
    kind: "RESTRICTION",
    receivedOn,
  });
  const answered = await say("answerResidentRequest", {
    requestNumber: 1,
    ifVersion: 1,
    state: "GRANTED",
    answer: "Ograniczone na czas wyjaśnienia.",
  });
  expect(answered.data).toMatchObject({
    outcome: { __typename: "ResidentRequest" },
  });
  // of who has no case these rows are all there is, and a breach is often what a restore comes after
  const filed = [
    await say("fileResidentRequest", {
      ...{ requestKey: aKey(), pseudonym: null, kind: "ACCESS", receivedOn },
    }),
    await say("recordBreach", {
      ...{ requestKey: aKey(), kind: "AVAILABILITY", about: "Dysk padł." },
      foundAt: api.clock.now().toISOString(),
    }),
    await say("noteBreachStep", {
      ...{ breachNumber: 1, what: "Wezwano serwis." },
    }),
  ];
  expect(filed.map(({ data }) => data?.["outcome"])).toMatchObject([
    { __typename: "ResidentRequest" },
    { __typename: "Breach" },
    { __typename: "Breach" },
  ]);
}

interface Ran {
  status: number;
  told: string;
}

async function run(
  program: "backup" | "restore",
  at: TestDatabase,
  ...words: string[]
): Promise<Ran> {
  const child = spawn(
    process.execPath,
    ["server/start.mjs", program, ...words],
    { env: { ...process.env, ...settingsFor(at) } },
  );
  let told = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (told += text));
  await once(child, "close");
  return { status: child.exitCode ?? -1, told };
}

/** Its lines, without what a restore changes on purpose. */
function textOf(path: string): string[] {
  return gunzipSync(readFileSync(path))
    .toString("utf8")
    .split("\n")
    .filter((line) => !/^#(head|end|done) /.test(line))
    .map((line) =>
      line
        .replace(/"epoch": "[^"]*"/, "")
        .replace(/"ended_at": (null|"[^"]*"), /, ""),
    )
    .sort();
}

/** How many were erased again at the last restore. */
let again = 0;
/** How many bases and requests it left as they stood before. */
let held = 0;
const put = (
  into: TestDatabase,
  text: string,
  replaces: string | null = null,
) =>
  restoreBackup(into, readParts(pieces(text)), {
    migrations,
    replaces,
    afterwards: [],
    erased: [],
    onErased: (count) => (again = count),
    onHeld: (count) => (held = count),
    onHead: () => undefined,
    onTable: () => undefined,
  }).then(
    () => "restored",
    (failure: unknown) => String(failure),
  );

async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 65_536)
    yield text.slice(at, at + 65_536);
}

it("is one moment of a place where everybody works, and comes back whole", async () => {
  let isOver = false;
  const load = Array.from({ length: 4 }, async () => {
    let sends = 0;
    for (; !isOver; sends += 1) await send(world.kipus, world.service);
    return sends;
  });
  const taken = await run("backup", source, "--to", file);
  isOver = true;
  const sends = (await Promise.all(load)).reduce((sum, some) => sum + some);
  expect(taken).toMatchObject({ status: 0 });
  expect(sends).toBeGreaterThan(0);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect((await run("backup", source, "--to", file)).status).toBe(1);

  const restored = await run("restore", target, "--from", file);
  expect(restored).toMatchObject({ status: 0 });
  expect(restored.told).not.toContain("secret key is another");
  const again = join(folder, "again.backup");
  await run("backup", target, "--to", again);
  // but for what was due to be masked
  const unmasked = (rows: string[]) =>
    rows.filter(
      (row) =>
        ![fromGlobalId("Referral", wordy), `"MASK"`, `"subject": "SK/`].some(
          (word) => row.includes(word),
        ),
    );
  expect(unmasked(textOf(again))).toEqual(unmasked(textOf(file)));
});

it("hands large rows on few at a time, so that many files need no more room than one", async () => {
  const large = JSON.stringify({ content: "x".repeat(1_500_000) });
  async function* parts(): AsyncGenerator<Part> {
    yield { kind: "table", name: "agreement_document" };
    for (let row = 0; row < 8; row += 1) yield { kind: "rows", rows: [large] };
  }
  let text = "";
  for await (const piece of writeParts(parts())) text += piece;
  const portions: number[] = [];
  for await (const part of readParts(pieces(text)))
    if (part.kind === "rows") portions.push(part.rows.length);
  expect(portions).toEqual([3, 3, 2]);
});

it("balances, opens to new sessions alone, refuses old cursors, and lets its timers run", async () => {
  const there = await openApi(target);
  const splot = await startSplot(settingsFor(target));
  try {
    const admin = await connectTo(adminUrlOf(target.name));
    const { rows: centres } = await admin.query<{ id: string }>(
      "select id from centre",
    );
    await admin.end();
    expect(centres).toHaveLength(3);
    for (const { id } of centres)
      expect(
        await brokenRules({
          asSystem: (work) => transact(there.desk(id), work),
        }),
      ).toEqual({});

    const { data } = await there.ask(world.kipus.token, "{ viewer { name } }");
    expect(data).toEqual({ viewer: null });
    const reader = await aPerson(there, {
      centreId: world.centre.id,
      partnerId: world.centre.hub.id,
      roles: ["OUS"],
    });
    const sockets = await openSockets(there);
    const follow = (after: string | null) =>
      sockets.follow(reader.token, FOLLOW, {
        centreId: toGlobalId("Centre", world.centre.id),
        after,
      });
    await expect(follow(cursor)).rejects.toMatchObject([
      { extensions: { code: "CURSOR_UNKNOWN" } },
    ]);
    expect((await follow(null)).cursor).not.toBeNull();
    await sockets.close();

    const isExpired = async () =>
      JSON.stringify(
        await reader.ask(
          `query ($id: ID!) { node(id: $id) { ... on Referral { status } } }`,
          { id: overdue },
        ),
      ).includes("EXPIRED");
    while (!(await isExpired())) await pause(50);

    const refused = await run("restore", target, "--from", file);
    expect(refused).toMatchObject({ status: 1 });
    expect(refused.told).toContain("A running Splot works with this database");
  } finally {
    await splot.stop();
    await there.close();
  }
});

it("goes nowhere where rows stand, unless they are given up by the database's name", async () => {
  const before = await send(world.kipus, world.service);
  expect(before.__typename).toBe("Referral");
  await doCase(world.kipus, "eraseIdentity", {
    caseId: erasedLater,
    ifVersion: 2,
  });
  await restrict(travelling);
  expect(
    await travel(travelling.kipus, "withdrawBasis", {
      basisId: travelling.basisId,
    }),
  ).toMatchObject({ isWorking: false });
  await api.close();
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  expect(await put(source, text)).toContain("holds data");
  expect(await put(source, text, "another")).toContain("holds data");
  expect(await put(source, text, source.name)).toBe("restored");
  api = await openApi(source);
  const { data } = await api.ask<{ node: unknown }>(
    world.kipus.token,
    `query ($id: ID!) { node(id: $id) { id } }`,
    { id: before.id },
  );
  expect(data?.node).toBeNull();
  // who was erased since the backup does not come back with it, and that is proved anew
  expect(again).toBe(1);
  const admin = await connectTo(adminUrlOf(source.name));
  const { rows: runs } = await admin.query(
    `select r.rule, m.before, m.after, k.wrapped_key is null as is_destroyed,
       exists (select from case_identity i where i.case_id = m.case_id) as is_kept
     from protection_run r join protection_mark m on m.run_id = r.id join case_key k on k.case_id = m.case_id`,
  );
  const { team } = travelling;
  const theirs: Person = {
    ...team,
    ask: (query, variables) => api.ask(team.token, query, variables),
  };
  // a consent that was taken back shows nobody, what was restricted is, and old words are masked before anybody reads
  expect(held).toBe(4);
  const { rows: desk } = await admin.query(
    `select (select count(*)::integer from resident_request where case_id is null) as asking,
       (select count(*)::integer from breach) as breaches, (select what from breach_step) as what`,
  );
  expect(desk).toEqual([{ asking: 1, breaches: 1, what: "Wezwano serwis." }]);
  const { rows: left } = await admin.query(
    `select b.revoked_at is not null as is_ended, b.ended_by, q.state,
       (select r.masked_at is not null and r.withdraw_reason is null from referral r where r.id = $2) as is_masked
     from disclosure_basis b join resident_request q on q.case_id = b.case_id where b.id = $1`,
    [
      fromGlobalId("DisclosureBasis", travelling.basisId),
      fromGlobalId("Referral", wordy),
    ],
  );
  await admin.end();
  expect(left).toEqual([
    {
      is_ended: true,
      ended_by: "WITHDRAWN",
      state: "GRANTED",
      is_masked: true,
    },
  ]);
  expect(
    await travel(theirs, "showPerson", {
      referralId: travelled,
      purpose: "CONTACT",
    }),
  ).toMatchObject({ __typename: "SightEnded" });
  await runTimer(api, "withdraw-resting", travelling.centre.id, travelled);
  const ended = await api.ask<{ node: { status: string } }>(
    travelling.kipus.token,
    `query ($id: ID!) { node(id: $id) { ... on Referral { status } } }`,
    { id: travelled },
  );
  expect(ended.data?.node.status).toBe("WITHDRAWN");
  expect(runs).toEqual([
    {
      rule: "RESTORE",
      before: 3,
      after: 0,
      is_destroyed: true,
      is_kept: false,
    },
  ]);
});

it("is refused when it was changed, cut off, or is another's, and then nothing has happened", async () => {
  const empty = await freshDatabase();
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  const lines = text.split("\n");
  const row = lines.findIndex((line) => line.includes("Osoba "));
  const without = (index: number) => lines.toSpliced(index, 1).join("\n");
  const faults: [string, string][] = [
    [text.replace("Osoba ", "Osobę "), "rows of a table are missing or others"],
    [without(row), "rows of a table are missing or others"],
    [text.slice(0, text.length / 2), "is damaged"],
    [without(lines.length - 2), "its end is missing"],
    [text.replace(/"madeAt":"2/, '"madeAt":"1'), "its sum is another"],
    [text.replace('"name":"', '"name":"Later'), "made by a newer Splot"],
    [text.replace(/"checksum":"./, '"checksum":"-'), "by another Splot"],
    ["hello\n", "a row belongs to no table"],
  ];
  for (const [changed, sentence] of faults) {
    expect(changed === text).toBe(false);
    expect(await put(empty, changed)).toContain(sentence);
  }
  const packed = join(folder, "packed.backup");
  const bytes = gzipSync(text);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(packed, bytes);
  expect((await run("restore", empty, "--from", packed)).status).toBe(1);

  const admin = await connectTo(adminUrlOf(empty.name));
  const { rows } = await admin.query("select from centre");
  expect(rows).toEqual([]);
  await admin.end();
  expect(await put(empty, text)).toBe("restored");
  await dropDatabase(empty);
});

it("finds every table open to its door, and the door open to the owner alone", async () => {
  const owner = await connectTo(source.ownerUrl);
  const application = await connectTo(source.applicationUrl);
  const { rows: tables } = await owner.query<{ name: string; door: string }>(
    `select relname as name, (select format('%s %s %s %s', polcmd, polroles::regrole[], pg_get_expr(polqual, polrelid),
         pg_get_expr(polwithcheck, polrelid)) from pg_policy where polrelid = c.oid and polname = 'back_up') as door
     from pg_class c where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  );
  expect(new Set(tables.map(({ door }) => door))).toEqual(
    new Set(["r {splot_owner} (actor_kind() = 'backup'::text) "]),
  );
  const count = async (client: typeof owner, name: string) =>
    (await client.query(`select from "${name}"`)).rowCount ?? 0;
  let seen = 0;
  for (const { name } of tables) {
    await owner.query("set splot.kind = ''");
    expect([name, await count(owner, name)]).toEqual([name, 0]);
    await owner.query("set splot.kind = 'backup'");
    await application.query("set splot.kind = 'backup'");
    seen += await count(owner, name);
    const isHidden = await count(application, name).catch(() => 0);
    expect([name, isHidden]).toEqual([name, 0]);
  }
  expect(seen).toBeGreaterThan(100);
  await owner.end();
  await application.end();
});
