// What is told of a person goes in its time, by whom it may, once, and each run proves it: nothing of her is left in a dump (story I2).
import { takeBackup } from "../../server/platform/database/backup/take.js";
import { inTransaction } from "../../server/platform/database/session.js";
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { leaveItToTheDatabase } from "../../server/platform/permission/allows.js";
import { keepToRules } from "../../server/protection/index.js";
import { linesOf } from "../audit/recorded.js";
import { ANNA, doCase, openFor, readCase, show } from "../cases/keeping.js";
import { attempt, memberOf } from "../permission/second-wall.js";
import { inHours } from "../referrals/appointments/arranging.js";
import type { Outcome, Verb } from "../referrals/referring.js";
import {
  aReferring,
  move,
  outcomeOf,
  runTask,
  send,
} from "../referrals/referring.js";
import { aTravelling } from "../referrals/travel/travelling.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Person } from "../support/people.js";
import { insertSuggestion } from "../support/settling.js";
import type { TestCentre } from "../support/world.js";
import { aKey } from "../support/world.js";
import { holds, nameOf, placesHolding, plantEverywhere } from "./places.js";

interface Run {
  rule: string;
  by: string | null;
  done: number;
  marks: { subject: string; before: number; after: number }[];
}
interface Desk {
  protectionRules: { maskAfterDays: number; version: number } | null;
  dueErasures: { pseudonym: string; kept: number; keptFor: string | null }[];
  protectionRuns: { nodes: Run[] };
}

const DESK = `query ($id: ID!, $onlyDone: Boolean!) { centre(id: $id) {
  protectionRules { maskAfterDays eraseAfterMonths erasesByItself version changedBy }
  dueErasures { pseudonym closedOn dueOn kept keptFor }
  protectionRuns(onlyDone: $onlyDone, first: 50) { nodes { rule at by done marks { subject before after } } } } }`;
const SET = `mutation ($input: SetProtectionRulesInput!) { outcome: setProtectionRules(input: $input) { __typename
  ... on ProtectionRules { version } ... on InvalidInput { fields { path message } } ... on Problem { message } } }`;
const CONFIRM = `mutation ($input: ConfirmErasuresInput!) { outcome: confirmErasures(input: $input) { __typename
  ... on CasesErased { pseudonyms } ... on Problem { message } } }`;
const NOW = `mutation ($input: KeepToRulesNowInput!) { outcome: keepToRulesNow(input: $input) { __typename
  ... on KeepingTimes { lastAt nextAt isRunning } } }`;
const TIMES = `query ($id: ID!) { centre(id: $id) { keepingTimes { lastAt nextAt isRunning } } }`;
const EXPORT = `mutation { outcome: exportProofs(input: {}) { ... on ProofsExport { csv endCursor } } }`;
const TEXTS = `query ($id: ID!) { node(id: $id) { ... on Referral { number withdrawReason maskedAt } } }`;

let canaries = 0;
/** Cases whose sealed words were overwritten: no key opens them, and other files of this worker rotate all keys. */
const planted: string[] = [];

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(async () => {
  const admin = await connectTo(adminUrlOf(api.database.name));
  await admin.query("set session_replication_role = replica");
  await admin.query(
    "update case_key set wrapped_key = null, destroyed_at = now() where case_id = any($1)",
    [planted],
  );
  await admin.end();
  await api.close();
});

async function desk(person: Person, centre: TestCentre, onlyDone = true) {
  const { data } = await person.ask<{ centre: Desk }>(DESK, {
    id: centre.globalId,
    onlyDone,
  });
  if (!data) throw new Error("no desk");
  return data.centre;
}

/** By a clock so many days on; no session lasts that long. */
const night = (centre: TestCentre, days = 0) => {
  const now = new Date(api.clock.now().getTime() + days * 86_400_000);
  return keepToRules({ ...api.desk(centre.id), now });
};

const set = async (person: Person, rules: Record<string, unknown>) =>
  outcomeOf(
    await person.ask<{ outcome: Outcome }>(SET, {
      input: {
        ifVersion: 0,
        maskAfterDays: 30,
        eraseAfterMonths: 6,
        erasesByItself: false,
        ...rules,
      },
    }),
  );

type Closed = Awaited<ReturnType<typeof aClosedCase>>;

/** A closed case with something of her in some places, as people write it. */
async function aClosedCase() {
  const canary = `kanarek 0815/${String((canaries += 1))}`;
  const referring = await aReferring(api);
  const { kipus, service } = referring;
  const opened = await openFor(kipus, ANNA, { ownReference: canary });
  const { id: caseId = "", pseudonym = "" } = opened;
  await show(kipus, caseId, { note: `patrzę, ${canary}` });
  const { id: referralId = "", number = "" } = await send(kipus, service, {
    caseId,
    ownReference: canary,
  });
  // opened: it does not vanish
  await move(referring.team, "openReferral", referralId);
  await move(kipus, "withdrawReferral", referralId, { reason: canary });
  const { id: paused = "" } = await send(kipus, service, { caseId });
  const { team } = referring;
  const steps: [Person, Verb, Record<string, unknown>?][] = [
    [team, "askAboutReferral", { topics: ["OTHER"], text: canary }],
    [kipus, "answerQuestion", { text: canary }],
    [team, "acceptReferral"],
    [team, "startReferral"],
    [
      team,
      "suspendReferral",
      { reason: "OTHER", note: canary, resumesOn: "2027-01-04" },
    ],
    [team, "discontinueReferral"],
  ];
  for (const [person, verb, further] of steps) {
    const { __typename, message } = await move(
      person,
      verb,
      paused,
      further && { requestKey: aKey(), ...further },
    );
    if (__typename !== "Referral") throw new Error(`${verb}: ${message ?? ""}`);
  }
  await doCase(kipus, "closeCase", { caseId, ifVersion: 1 });
  const officer = await referring.centre.aPerson("IOD");
  return {
    ...referring,
    officer,
    caseId,
    pseudonym,
    referralId,
    number,
    canary,
  };
}

/** A closed case whose way has left a row in each table, with a word in each place of each. */
async function aCaseOfEverything() {
  const word = `kanarek 0871/${String((canaries += 1))}`;
  const world = await aTravelling(api);
  const { centre, kipus, team, caseId } = world;
  const officer = await centre.aPerson("IOD");
  await show(kipus, caseId, { note: "patrzę" });
  const id = await world.sendsPerson({ ownReference: "12/2026" });
  await move(team, "askAboutReferral", id);
  await move(kipus, "answerQuestion", id);
  await move(team, "acceptReferral", id, {
    appointment: { at: inHours(api, 48), place: "Lipowa 3" },
  });
  await centre.asSystem((work) =>
    insertSuggestion(
      work,
      fromGlobalId("Referral", id),
      world.service.id,
      true,
    ),
  );
  await move(kipus, "withdrawReferral", id, { reason: "dość" });
  const pseudonym = (await readCase(kipus, caseId))?.pseudonym ?? "";
  const request = (verb: string, input: object) =>
    officer.ask(
      `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { outcome: ${verb}(input: $input) { __typename } }`,
      { input },
    );
  await request("fileResidentRequest", {
    requestKey: aKey(),
    pseudonym,
    kind: "ACCESS",
    receivedOn: "2026-11-20",
  });
  await request("answerResidentRequest", {
    requestNumber: 1,
    ifVersion: 1,
    state: "GRANTED",
    answer: "Wydano.",
  });
  await doCase(kipus, "closeCase", { caseId, ifVersion: 1 });
  planted.push(fromGlobalId("Case", caseId));
  const admin = await connectTo(adminUrlOf(api.database.name));
  const places = await plantEverywhere(
    admin,
    fromGlobalId("Case", caseId),
    word,
  );
  await admin.end();
  return { ...world, officer, pseudonym, id, word, places };
}

type Everything = Awaited<ReturnType<typeof aCaseOfEverything>>;

/** In which of the places she finds the word, past the graph: by the rows that she is given. */
function foundBy(
  world: Everything,
  door: ReturnType<typeof memberOf>,
): Promise<string[]> {
  return inTransaction(api.dataSource, door, (manager) =>
    placesHolding(world.places, world.word, (sql) => manager.query(sql)),
  );
}

/** In which of the places it stands at all. */
async function standingIn(world: Everything): Promise<string[]> {
  const admin = await connectTo(adminUrlOf(api.database.name));
  const found = await placesHolding(
    world.places,
    world.word,
    async (sql) => (await admin.query<{ told: string | null }>(sql)).rows,
  );
  await admin.end();
  return found;
}

/** Half a year, which no session lasts. */
const closedLongAgo = ({ centre, caseId }: Closed) =>
  centre.asSystem((work) =>
    work.rows(
      `update case_ref set closed_on = (closed_on - interval '6 months')::date where id = $1`,
      [fromGlobalId("Case", caseId)],
    ),
  );

async function dump(): Promise<string> {
  let text = "";
  for await (const part of takeBackup(api.database.ownerUrl, {
    key: "",
    now: api.clock.now(),
    onTable: () => undefined,
  }))
    text += JSON.stringify(part);
  return text;
}

it("masks a finished referral for all but its sender in its time, once over many processes, and proves it", async () => {
  const { centre, kipus, team, officer, referralId, number, canary } =
    await aClosedCase();
  const ous = await centre.aPerson("OUS");
  const read = async (person: Person) =>
    (await person.ask<{ node: object }>(TEXTS, { id: referralId })).data?.node;
  await night(centre, 29);
  for (const [person, withdrawReason] of [
    [team, canary],
    [ous, null],
  ] as const)
    expect(await read(person)).toMatchObject({
      ...{ withdrawReason, maskedAt: null },
    });
  await Promise.all([1, 2, 3].map(() => night(centre, 30)));
  const at = api.clock.now().getTime() + 30 * 86_400_000;
  for (const other of [team, ous])
    expect(await read(other)).toEqual({
      number,
      withdrawReason: null,
      maskedAt: new Date(at).toISOString(),
    });
  expect(await read(kipus)).toMatchObject({ withdrawReason: canary });
  await night(centre, 31);
  const { protectionRuns } = await desk(officer, centre);
  expect(protectionRuns.nodes).toEqual([
    {
      rule: "MASK",
      by: null,
      at: new Date(at).toISOString(),
      done: 2,
      marks: [
        { subject: number, before: 1, after: 0 },
        // question and answer
        { subject: "SK/2026/00002", before: 2, after: 0 },
      ],
    },
  ]);
  // a night that finds nothing says so
  const nights = (await desk(officer, centre, false)).protectionRuns.nodes;
  expect(nights.filter(({ rule }) => rule === "MASK").length).toBeGreaterThan(
    1,
  );
  const masked = (await linesOf(officer, centre.globalId)).filter(
    ({ change }) => change === "ReferralMasked",
  );
  expect(masked[0]).toMatchObject({ number, purpose: "RULE", door: "JOB" });
  expect(masked).toHaveLength(2);
});

it("proposes a closed case after its months, erases it as the officer says, and nothing of her is left in a dump", async () => {
  const closed = await aClosedCase();
  const { centre, kipus, officer, caseId, pseudonym, number } = closed;
  expect((await desk(officer, centre)).dueErasures).toEqual([]);
  await closedLongAgo(closed);
  await night(centre);
  const { dueErasures, protectionRuns } = await desk(officer, centre);
  expect(dueErasures).toMatchObject([{ pseudonym, kept: 9, keptFor: null }]);
  expect(protectionRuns.nodes).toContainEqual(
    expect.objectContaining({ rule: "PROPOSE", done: 1, by: null }),
  );
  const director = await centre.aPerson("DIRECTOR");
  expect((await desk(director, centre)).dueErasures).toHaveLength(1);
  // by the database alone as well, whoever does not sit at the desk is told of none
  leaveItToTheDatabase(true);
  expect((await desk(kipus, centre, false)).dueErasures).toEqual([]);
  leaveItToTheDatabase(false);
  api.clock.pass({ minutes: 1 });
  const confirm = async (person: Person, ...others: string[]) =>
    outcomeOf(
      await person.ask<{ outcome: Outcome }>(CONFIRM, {
        input: { pseudonyms: [pseudonym, ...others] },
      }),
    );
  for (const other of [director, kipus])
    expect((await confirm(other)).__typename).toBe("FORBIDDEN");
  expect((await confirm(officer, "JAR-2026-0000")).message).toContain(
    "JAR-2026-0000",
  );
  const erased = { __typename: "CasesErased", pseudonyms: [pseudonym] };
  expect(await confirm(officer)).toEqual(erased);
  // asked again after an answer that never came
  expect(await confirm(officer)).toEqual(erased);
  expect(await readCase(kipus, caseId)).toMatchObject({
    identityVersion: null,
    identityErasedAt: api.clock.now().toISOString(),
    ownReference: null,
    version: 3,
  });

  const text = (await dump()).toLowerCase();
  const left = [...Object.values(ANNA), closed.canary]
    .filter((word) => word !== "PHONE")
    .flatMap((word) => [word, Buffer.from(word).toString("hex")])
    .filter((word) => text.includes(word.toLowerCase()));
  expect(left).toEqual([]);
  // what stays: the number, the pseudonym, and the proof
  const gone = [number, pseudonym].filter(
    (word) => !text.includes(word.toLowerCase()),
  );
  expect(gone).toEqual([]);
  expect((await desk(officer, centre)).protectionRuns.nodes[0]).toMatchObject({
    rule: "ERASE",
    by: officer.name,
    done: 1,
    marks: [{ subject: pseudonym, before: 9, after: 0 }],
  });
  const { data } = await officer.ask<{ outcome: { csv: string } }>(EXPORT);
  expect(data?.outcome.csv).toMatch(
    new RegExp(`ERASE,${officer.name},1,${pseudonym},9,0,${centre.id},`),
  );
  const lines = await linesOf(officer, centre.globalId, { pseudonym });
  expect(lines.at(-1)).toMatchObject({
    change: "IdentityErased",
    by: officer.name,
    outcome: "DONE",
  });
});

it("leaves nothing to those whom a masked referral was told, in whatever place the schema has", async () => {
  const world = await aCaseOfEverything();
  const { centre, kipus, team, partner } = world;
  const ous = await centre.aPerson("OUS");
  const partners = memberOf(team, centre.id, partner.id, "PARTNER_REFERRALS");
  const organisers = memberOf(ous, centre.id, centre.hub.id, "OUS");
  const sender = memberOf(kipus, centre.id, centre.hub.id, "KIPUS");
  // of one that is withdrawn the partner reads no words but why, and its own
  expect(await foundBy(world, partners)).toEqual(
    expect.arrayContaining(["referral.result", "referral.withdraw_reason"]),
  );
  const toldTo = [
    "appointment.ask_for",
    "appointment.place",
    "appointment.wish_reason",
    "referral_message.text",
  ];
  expect(await foundBy(world, sender)).toEqual(expect.arrayContaining(toldTo));
  expect(await foundBy(world, organisers)).toContain("referral.suspend_note");
  await night(centre, 31);
  expect(await foundBy(world, partners)).toEqual([]);
  expect(await foundBy(world, organisers)).toEqual([]);
  const kept = await foundBy(world, sender);
  expect(kept.filter((place) => toldTo.includes(place))).toEqual([]);
  expect(kept).toEqual(
    expect.arrayContaining([
      "referral_subject.result",
      "referral_subject.suspend_note",
      "referral_subject.withdraw_reason",
    ]),
  );
  const { protectionRuns } = await desk(world.officer, centre);
  expect(protectionRuns.nodes).toMatchObject([
    // four words, a place, what to bring, whom to ask for, why another date, two messages, a suggestion
    { rule: "MASK", marks: [{ before: 11, after: 0 }] },
  ]);
  const result = async (person: Person) =>
    (
      await person.ask<{ node: { result: string | null } }>(
        `query ($id: ID!) { node(id: $id) { ... on Referral { result } } }`,
        { id: world.id },
      )
    ).data?.node.result;
  expect(await result(team)).toBeNull();
  expect(await result(kipus)).toBe(world.word);
});

it("leaves nothing in a dump of a case that its coordinator erases before anything was masked, in whatever place the schema has", async () => {
  const world = await aCaseOfEverything();
  const { centre, kipus, officer, caseId, pseudonym, word, places } = world;
  expect(await standingIn(world)).toEqual(places.map(nameOf));
  expect(places.map(nameOf)).toEqual(
    expect.arrayContaining(["referral_scope.reasons", "disclosure_basis.note"]),
  );
  await doCase(kipus, "eraseIdentity", { caseId, ifVersion: 2 });
  expect(await standingIn(world)).toEqual([]);
  expect(holds(await dump(), word)).toBe(false);
  const [run] = (await desk(officer, centre)).protectionRuns.nodes;
  expect(run).toMatchObject({
    rule: "ERASE_BY_COORDINATOR",
    marks: [{ subject: pseudonym, after: 0 }],
  });
  // a word or a row each, but for the number of a paper that nobody planted twice
  expect(run?.marks[0]?.before).toBeGreaterThanOrEqual(20);
});

it("erases by itself where the centre says so, in its own time, and lets a coordinator erase sooner with the same proof", async () => {
  const closed = await aClosedCase();
  const { centre, kipus, officer, caseId, pseudonym } = closed;
  const director = await centre.aPerson("DIRECTOR");
  expect(await set(director, { maskAfterDays: 91 })).toMatchObject({
    fields: [{ path: "maskAfterDays" }],
  });
  expect(await set(director, { eraseAfterMonths: 5 })).toMatchObject({
    fields: [{ path: "eraseAfterMonths" }],
  });
  expect(await set(director, { erasesByItself: true })).toMatchObject({
    version: 1,
  });
  expect((await set(officer, {})).__typename).toBe("ProtectionRulesMoved");
  await closedLongAgo(closed);
  await Promise.all([night(centre), night(centre)]);
  const erased = (await desk(officer, centre)).protectionRuns.nodes.filter(
    ({ rule }) => rule === "ERASE",
  );
  expect(erased).toMatchObject([
    { by: null, done: 1, marks: [{ subject: pseudonym, after: 0 }] },
  ]);
  expect(
    (await doCase(kipus, "eraseIdentity", { caseId, ifVersion: 3 })).message,
  ).toContain("nie ma danych");

  const another = await openFor(kipus, ANNA);
  await doCase(kipus, "closeCase", { caseId: another.id, ifVersion: 1 });
  api.clock.pass({ minutes: 1 });
  await doCase(kipus, "eraseIdentity", { caseId: another.id, ifVersion: 2 });
  expect((await desk(officer, centre)).protectionRuns.nodes[0]).toMatchObject({
    rule: "ERASE_BY_COORDINATOR",
    by: kipus.name,
    marks: [{ subject: another.pseudonym, after: 0 }],
  });
});

it("is nobody's to see, to write or to change but by these ways", async () => {
  const { centre, kipus, officer } = await aClosedCase();
  await night(centre, 40);
  for (const role of ["KIPUS", "OUS", "OSL", "SYSADMIN"] as const) {
    const other = role === "KIPUS" ? kipus : await centre.aPerson(role);
    expect(await desk(other, centre)).toEqual({
      protectionRules: null,
      dueErasures: [],
      protectionRuns: { nodes: [] },
    });
  }
  for (const tried of [
    "delete from protection_run",
    "update protection_run set done = 0",
    "delete from protection_mark",
    "insert into protection_run (centre_id, rule, at, done) values (actor_centre(), 'MASK', now(), 5)",
    "select mask_referrals(now(), 5)",
    "select note_run('MASK', now(), 5)",
    "select erase_case(actor_centre(), gen_random_uuid(), now())",
  ])
    expect([
      tried,
      await attempt(api, memberOf(officer, centre.id, centre.hub.id, "IOD"), [
        tried,
      ]),
    ]).toEqual([tried, "refused"]);
});

it("is done at once when the officer asks, once for many taps, and says when it was done and is done next", async () => {
  const { centre, kipus, team, service } = await aReferring(api);
  const officer = await centre.aPerson("IOD");
  const director = await centre.aPerson("DIRECTOR");
  const { id = "" } = await send(kipus, service);
  await move(team, "declineReferral", id);
  await set(officer, { maskAfterDays: 0 });
  const times = async (person: Person) => {
    const { data } = await person.ask<{ centre: { keepingTimes: unknown } }>(
      TIMES,
      { id: centre.globalId },
    );
    return data?.centre.keepingTimes;
  };
  const keep = async (requestKey: string) =>
    outcomeOf(
      await officer.ask<{ outcome: Outcome }>(NOW, { input: { requestKey } }),
    );
  const now = api.clock.now();
  const night = new Date(now);
  night.setUTCHours(2, 47, 0, 0);
  if (night <= now) night.setUTCDate(night.getUTCDate() + 1);
  const nextAt = night.toISOString();
  const idle = { lastAt: null, nextAt, isRunning: false };
  expect(await times(officer)).toEqual(idle);
  const key = aKey();
  const asked = { ...idle, isRunning: true };
  expect(await keep(key)).toEqual({ __typename: "KeepingTimes", ...asked });
  for (const again of [key, aKey()])
    expect(await keep(again)).toMatchObject(asked);
  expect(await times(director)).toEqual(asked);
  expect(await times(kipus)).toBeNull();
  const admin = await connectTo(adminUrlOf(api.database.name));
  const { rows } = await admin.query<{ payload: unknown }>(
    `select payload from graphile_worker._private_jobs where key = $1`,
    [`${centre.id}:keep-now`],
  );
  await admin.end();
  expect(rows).toEqual([{ payload: { centreId: centre.id } }]);
  await runTask(api, "keep-now", { centreId: centre.id });
  expect(await times(officer)).toMatchObject({ lastAt: now.toISOString() });
  const { protectionRuns } = await desk(officer, centre);
  expect(protectionRuns.nodes).toMatchObject([
    { rule: "MASK", by: null, done: 1 },
  ]);
  const changes = (await linesOf(officer, centre.globalId)).map(
    ({ change }) => change,
  );
  expect(changes.filter((one) => one === "KeepingAsked")).toHaveLength(2);
});
