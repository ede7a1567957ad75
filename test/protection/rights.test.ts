// A resident's request has its month, a breach its 72 hours; a restriction freezes what is told, and what is granted is done.
import { daysBetween, localDate } from "../../server/platform/calendar.js";
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { linesOf } from "../audit/recorded.js";
import { ANNA, doCase, openFor } from "../cases/keeping.js";
import type { Outcome } from "../referrals/referring.js";
import {
  aReferring,
  move,
  numbersOf,
  outcomeOf,
  runTask,
  runTimer,
  send,
} from "../referrals/referring.js";
import { aTravelling, travel } from "../referrals/travel/travelling.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Person } from "../support/people.js";
import type { TestCentre } from "../support/world.js";
import { aKey } from "../support/world.js";

interface Moved extends Omit<Outcome, "number"> {
  number?: number;
  pseudonym?: string | null;
  dueOn?: string;
  dueAt?: string;
  state?: string;
  version?: number;
}

const REQUEST =
  "number pseudonym fileReference kind receivedOn dueOn extendedBy state answer liftedAt version";
const BREACH =
  "number kind dueAt about reported reportedAt reportNumber told decidedAt version steps { by what }";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

async function say(
  person: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<Moved> {
  const name = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const told = /Breach/.test(verb)
    ? `... on Breach { ${BREACH} }`
    : `... on ResidentRequest { ${REQUEST} }`;
  const answered = await person.ask<{ outcome: Moved }>(
    `mutation ($input: ${name}!) { outcome: ${verb}(input: $input) { __typename ${told}
         ... on InvalidInput { fields { path message } } ... on Problem { message } } }`,
    { input },
  );
  return (
    answered.data?.outcome ?? {
      __typename: outcomeOf({ ...answered, data: null }).__typename,
    }
  );
}

async function aRequest(kind: string) {
  const referring = await aReferring(api);
  const { kipus, centre, partner } = referring;
  const { id: caseId = "", pseudonym = "" } = await openFor(kipus, ANNA);
  await centre.aBasis({
    caseId: fromGlobalId("Case", caseId),
    partnerId: partner.id,
    serviceId: null,
    maxLevel: "L2_IDENTITY",
    revoked: false,
  });
  const officer = await centre.aPerson("IOD");
  const input = {
    requestKey: aKey(),
    pseudonym: ` ${pseudonym.toLowerCase()} `,
    kind,
    receivedOn: "2026-11-20",
  };
  const filed = await say(officer, "fileResidentRequest", input);
  return { ...referring, officer, caseId, pseudonym, input, filed };
}

it("runs a month from the day on which it came, is extended once by two with a reason, and answered once", async () => {
  const { centre, officer, pseudonym, input, filed } = await aRequest("ACCESS");
  expect(filed).toMatchObject({
    __typename: "ResidentRequest",
    number: 1,
    pseudonym,
    dueOn: "2026-12-20",
    state: "OPEN",
  });
  expect(await say(officer, "fileResidentRequest", input)).toEqual(filed);
  for (const [wrong, path] of [
    [{ pseudonym: "JAR-2026-0000" }, "pseudonym"],
    [{ receivedOn: "2026-11-25" }, "receivedOn"],
  ] as const)
    expect(
      (
        await say(officer, "fileResidentRequest", {
          ...input,
          requestKey: aKey(),
          ...wrong,
        })
      ).fields,
    ).toMatchObject([{ path }]);
  const extend = (months: number, reason: string) =>
    say(officer, "extendResidentRequest", {
      requestNumber: 1,
      ifVersion: 1,
      months,
      reason,
    });
  expect((await extend(3, "trudne")).fields).toMatchObject([
    { path: "months" },
  ]);
  expect((await extend(2, "PESEL 44051401359")).fields).toMatchObject([
    { path: "reason" },
  ]);
  expect(await extend(2, "wiele skierowań do sprawdzenia")).toMatchObject({
    dueOn: "2027-02-20",
    extendedBy: 2,
  });
  expect((await extend(1, "jeszcze raz")).__typename).toBe("DeskMoved");
  // two months were said by mistake, and are told already
  expect(
    (
      await say(officer, "extendResidentRequest", {
        ...{ requestNumber: 1, ifVersion: 2, months: 1, reason: "krócej" },
      })
    ).fields,
  ).toMatchObject([{ path: "months" }]);
  // the same again, as after a lost answer
  expect(await extend(2, "wiele skierowań do sprawdzenia ")).toMatchObject({
    extendedBy: 2,
    version: 2,
  });
  const answer = (ifVersion: number, text = "Wydano wydruk z pieczęcią.") =>
    say(officer, "answerResidentRequest", {
      requestNumber: 1,
      ifVersion,
      state: "GRANTED",
      answer: text,
    });
  expect(await answer(2)).toMatchObject({ state: "GRANTED" });
  expect(await answer(2)).toMatchObject({ state: "GRANTED", version: 3 });
  expect((await answer(3, "Inaczej.")).__typename).toBe("DeskMoved");
  const lines = await linesOf(officer, centre.globalId, { pseudonym });
  expect(lines.map(({ change }) => change)).toEqual(
    expect.arrayContaining([
      "ResidentRequestFiled",
      "ResidentRequestExtended",
      "ResidentRequestAnswered",
    ]),
  );
});

it("takes down who asks without a case, and changes nobody's for her; what is open stays on the desk however many came after", async () => {
  const { centre, officer, filed } = await aRequest("ACCESS");
  const file = (kind: string, further: Record<string, unknown> = {}) =>
    say(officer, "fileResidentRequest", {
      requestKey: aKey(),
      pseudonym: " ",
      kind,
      receivedOn: "2026-11-20",
      ...further,
    });
  for (const further of [
    { fileReference: "44051401359" },
    { fileReference: "pani Nowak" },
    { fileReference: "OR.0123.7", pseudonym: filed.pseudonym },
  ])
    expect((await file("ACCESS", further)).fields).toMatchObject([
      { path: "fileReference" },
    ]);
  expect(
    await file("PORTABILITY", { fileReference: " OR.0123.7.2026 " }),
  ).toMatchObject({
    number: 2,
    pseudonym: null,
    fileReference: "OR.0123.7.2026",
    dueOn: "2026-12-20",
  });
  for (const kind of ["ERASURE", "RESTRICTION"]) {
    const { number: requestNumber } = await file(kind);
    const grant = (state: string) =>
      say(officer, "answerResidentRequest", {
        requestNumber,
        ifVersion: 1,
        state,
        answer: "Nie ma u nas danych tej osoby.",
      });
    expect((await grant("GRANTED")).fields).toMatchObject([{ path: "state" }]);
    expect(await grant("REFUSED")).toMatchObject({ state: "REFUSED" });
  }
  const admin = await connectTo(adminUrlOf(api.database.name));
  await admin.query(`set session_replication_role = replica`);
  await admin.query(
    `insert into resident_request (centre_id, number, id, kind, received_on, due_on, state, answer, answered_at, version,
       filed_at, filed_by_account_id, filed_by_name)
     select $1, 100 + n, gen_random_uuid(), 'ACCESS', '2026-11-20', '2026-12-20', 'GRANTED', 'tak', now(), 2, now(), $2, 'A'
     from generate_series(1, 210) n`,
    [centre.id, officer.accountId],
  );
  await admin.end();
  const { data } = await officer.ask<{
    centre: { residentRequests: { number: number }[] };
  }>(`query ($id: ID!) { centre(id: $id) { residentRequests { number } } }`, {
    id: centre.globalId,
  });
  expect(
    data?.centre.residentRequests.slice(0, 3).map(({ number }) => number),
  ).toEqual([1, 2, 310]);
});

it("freezes what is told of a restricted case, but its number, until it is lifted", async () => {
  const { officer, kipus, service, caseId, centre, partner } =
    await aRequest("RESTRICTION");
  // what the partner's sight of the person asks as well
  const covered = async () => {
    const [row] = await centre.asSystem((work) =>
      work.rows<{ is_covered: boolean }>(
        `select is_covered($1, $2, $3, 'L1_CONTACT', 'STANDARD', '{}', $4)`,
        [fromGlobalId("Case", caseId), partner.id, service.id, work.now],
      ),
    );
    return row?.is_covered;
  };
  expect(await covered()).toBe(true);
  const level = async (disclosureLevel: string) =>
    (await send(kipus, service, { caseId, disclosureLevel })).__typename;
  expect(await level("L1_CONTACT")).toBe("Referral");
  const held = { requestNumber: 1, ifVersion: 1 };
  await say(officer, "answerResidentRequest", {
    ...held,
    state: "GRANTED",
    answer: "Wstrzymane do sprawdzenia.",
  });
  expect(await level("L1_CONTACT")).toBe("BasisMissing");
  const { data } = await kipus.ask<{
    node: {
      isRestricted: boolean;
      travelTo: { options: { level: string; obstacleText: string | null }[] };
    };
  }>(
    `query ($id: ID!, $to: ID!) { node(id: $id) { ... on Case { isRestricted
       travelTo(serviceId: $to) { options { level obstacleText } } } } }`,
    { id: caseId, to: service.globalId },
  );
  expect(data?.node.isRestricted).toBe(true);
  expect(
    data?.node.travelTo.options
      .filter(({ obstacleText }) => obstacleText?.includes("ograniczone"))
      .map((one) => one.level),
  ).toEqual(["L1_CONTACT", "L2_IDENTITY", "L3_SENSITIVE"]);
  expect(await covered()).toBe(false);
  expect(await level("L0_TOKEN")).toBe("Referral");
  expect(
    await say(officer, "liftRestriction", { ...held, ifVersion: 2 }),
  ).toMatchObject({ liftedAt: api.clock.now().toISOString() });
  expect(await level("L1_CONTACT")).toBe("Referral");
});

it("keeps a case from erasing while a request is open, and erases it as is granted once it is closed", async () => {
  const { centre, officer, kipus, caseId, pseudonym } =
    await aRequest("ERASURE");
  const grant = (requestNumber: number) =>
    say(officer, "answerResidentRequest", {
      requestNumber,
      ifVersion: 1,
      state: "GRANTED",
      answer: "Dane usunięte.",
    });
  expect((await grant(1)).message).toContain("Najpierw koordynator");
  await doCase(kipus, "closeCase", { caseId, ifVersion: 1 });
  await say(officer, "fileResidentRequest", {
    requestKey: aKey(),
    pseudonym,
    kind: "ACCESS",
    receivedOn: "2026-11-24",
  });
  expect(
    (await doCase(kipus, "eraseIdentity", { caseId, ifVersion: 2 })).message,
  ).toContain("trwa żądanie");
  expect((await grant(1)).message).toContain("inne żądanie");
  await grant(2);
  expect(await grant(1)).toMatchObject({ state: "GRANTED" });
  const log = await linesOf(officer, centre.globalId, { pseudonym });
  expect(log.filter(({ change }) => change === "IdentityErased")).toMatchObject(
    [{ by: officer.name, purpose: "ON_REQUEST" }],
  );
  const { data } = await officer.ask<{
    centre: { protectionRuns: { nodes: object[] } };
  }>(
    `query ($id: ID!) { centre(id: $id) { protectionRuns(onlyDone: true) { nodes { rule by marks { subject after } } } } }`,
    { id: centre.globalId },
  );
  expect(data?.centre.protectionRuns.nodes).toEqual([
    {
      rule: "ERASE_ON_REQUEST",
      by: officer.name,
      marks: [{ subject: pseudonym, after: 0 }],
    },
  ]);
});

it("counts 72 hours from the finding of a breach, keeps its steps, and asks why where it is late or not reported", async () => {
  const { centre } = await aReferring(api);
  const officer = await centre.aPerson("IOD");
  const foundAt = api.clock.now().toISOString();
  const input = {
    requestKey: aKey(),
    kind: "CONFIDENTIALITY",
    foundAt,
    about: "Wydruk leżał w holu.",
    people: 1,
  };
  const breach = await say(officer, "recordBreach", input);
  expect(Date.parse(breach.dueAt ?? "") - Date.parse(foundAt)).toBe(
    259_200_000,
  );
  expect(await say(officer, "recordBreach", input)).toEqual(breach);
  expect(await lettersOf(centre, "breach-due")).toEqual(
    [48, 72].map((hours) => ({
      account_id: officer.accountId,
      send_at: new Date(Date.parse(foundAt) + hours * 3_600_000),
    })),
  );
  for (const about of [
    "tel. 601 730 442",
    "Wydruk z danymi Bożeny Kwiatkowskiej.",
    "List do pani Nowak otwarto w holu.",
    "Zajrzano do Jana Żółć-Zawadzkiego.",
  ])
    expect(
      (
        await say(officer, "recordBreach", {
          ...{ ...input, requestKey: aKey(), about },
        })
      ).fields,
    ).toMatchObject([{ path: "about" }]);
  expect(
    await say(officer, "noteBreachStep", {
      breachNumber: 1,
      what: "Zabrano wydruk, powiadomiono dyrekcję.",
    }),
  ).toMatchObject({ steps: [{ by: officer.name }] });
  const decide = (further: Record<string, unknown>) =>
    say(officer, "decideBreach", {
      breachNumber: 1,
      ifVersion: 1,
      reported: true,
      told: true,
      ...further,
    });
  const report = { reportedAt: foundAt, reportNumber: "ZN/7/2026" };
  for (const [wrong, paths] of [
    [{ ...report, told: false }, ["toldReason"]],
    [{}, ["reportedAt", "reportNumber"]],
    [
      { ...report, reportedAt: "2027-01-01T08:00:00Z" },
      ["reportedAt", "reportReason"],
    ],
    [{ ...report, reportedAt: "2026-11-01T08:00:00Z" }, ["reportedAt"]],
    [{ reported: false }, ["reportReason"]],
  ] as const)
    expect((await decide(wrong)).fields?.map(({ path }) => path)).toEqual(
      paths,
    );
  // written down late, but reported in time
  api.clock.pass({ hours: 80 });
  const decided = await decide(report);
  expect(decided).toMatchObject({
    ...report,
    reported: true,
    decidedAt: api.clock.now().toISOString(),
  });
  expect(await decide(report)).toEqual(decided);
  expect(
    (await decide({ ...report, told: false, toldReason: "nikt" })).__typename,
  ).toBe("DeskMoved");
  const stranger = await centre.aPerson("OUS");
  await say(stranger, "noteBreachStep", { breachNumber: 1, what: "Ja też." });
  expect(
    await linesOf(officer, centre.globalId, { outcome: "REFUSED" }),
  ).toMatchObject([{ by: stranger.name, change: "BreachStepNoted" }]);
});

it("lets a breach be reported and told after all, and nothing that was done be undone", async () => {
  const { officer } = await aRequest("ACCESS");
  const foundAt = api.clock.now().toISOString();
  await say(officer, "recordBreach", {
    ...{ requestKey: aKey(), kind: "CONFIDENTIALITY", foundAt },
    about: "Wydruk został na korytarzu.",
  });
  const decide = (ifVersion: number, further: Record<string, unknown>) =>
    say(officer, "decideBreach", { breachNumber: 1, ifVersion, ...further });
  const report = {
    ...{ reported: true, reportedAt: foundAt, reportNumber: "ZN/7/2026" },
  };
  const untold = { told: false, toldReason: "Nie wiadomo jeszcze, kogo." };
  expect(
    await decide(1, {
      ...{ reported: false, reportReason: "Nikt tego nie widział.", ...untold },
    }),
  ).toMatchObject({ reported: false, told: false, version: 2 });
  api.clock.pass({ hours: 20 });
  expect(await decide(2, { ...report, ...untold })).toMatchObject({
    ...report,
    told: false,
    steps: [{ what: "Najpierw bez zgłoszenia: Nikt tego nie widział." }],
  });
  for (const undone of [
    { reported: false, reportReason: "Jednak nie.", told: true },
    { ...report, reportNumber: "ZN/8/2026", told: true },
  ])
    expect((await decide(3, undone)).__typename).toBe("DeskMoved");
  expect(await decide(3, { ...report, told: true })).toMatchObject({
    ...report,
    told: true,
    version: 4,
  });
  expect((await decide(4, { ...report, ...untold })).__typename).toBe(
    "DeskMoved",
  );
});

it("tells the officer once that a request's day comes near, and once that it has passed", async () => {
  const { centre } = await aRequest("ACCESS");
  const night = async (days: number) => {
    api.clock.pass({ days });
    await runTask(api, "keep-to-rules", {});
    await runTask(api, "keep-to-rules", {});
    const letters = await lettersOf(centre, "request-due");
    // as if they had gone out
    await centre.asSystem((work) =>
      work.rows(
        `update letter set sent_at = $2 where centre_id = $1 and sent_at is null returning id`,
        [centre.id, work.now],
      ),
    );
    return letters.length;
  };
  // its day is 20 December, today is 24 November or some days later
  const untilNear = daysBetween(localDate(api.clock.now()), "2026-12-13");
  expect(await night(untilNear - 1)).toBe(0);
  expect(await night(1)).toBe(1);
  expect(await night(3)).toBe(1);
  expect(await night(5)).toBe(2);
  expect(await night(9)).toBe(2);
  api.clock.pass({ days: -untilNear - 17 });
});

it("takes back the consents of a case whose coordinator has left, by pseudonym and unseen; what rests on them is withdrawn by rule", async () => {
  const world = await aTravelling(api);
  const { kipus, team, centre, service, caseId } = world;
  const referralId = await world.sendsPerson();
  await move(team, "acceptReferral", referralId);
  const number = await world.sent({ caseId });
  const [ended, meanwhile] = [
    await world.sendsPerson(),
    await world.sendsPerson(),
  ];
  await move(team, "declineReferral", ended);
  const officer = await centre.aPerson("IOD");
  const pseudonym = await pseudonymOf(kipus, caseId);
  const takesBack = async (person: Person, of = pseudonym) =>
    outcomeOf(
      await person.ask<{ outcome: Outcome }>(
        `mutation ($input: WithdrawConsentsInput!) { outcome: withdrawConsents(input: $input) { __typename
           ... on ConsentsWithdrawn { pseudonym ended } ... on Problem { message } } }`,
        { input: { pseudonym: of } },
      ),
    );
  const shows = async () =>
    (await travel(team, "showPerson", { referralId, purpose: "CONTACT" }))
      .__typename;
  // hers as long as she is there
  expect((await takesBack(officer)).message).toMatch(/Poproś ją/);
  expect(await shows()).toBe("ToldPerson");
  await centre.asSystem((work) =>
    work.rows(`update assignment set ended_at = $2 where id = $1`, [
      kipus.assignmentId,
      work.now,
    ]),
  );
  for (const role of ["OUS", "DIRECTOR"] as const)
    expect((await takesBack(await centre.aPerson(role))).__typename).toBe(
      "FORBIDDEN",
    );
  expect((await takesBack(officer, "NIE-MA")).__typename).toBe("InvalidInput");
  expect(await takesBack(officer, ` ${pseudonym.toLowerCase()} `)).toEqual({
    __typename: "ConsentsWithdrawn",
    pseudonym,
    ended: 1,
  });
  // at once, before any job has run
  expect(await shows()).toBe("SightEnded");
  // twice is once
  expect(await takesBack(officer)).toMatchObject({ ended: 0 });
  // one that ends before the rule comes to it is closed all the same
  await move(team, "declineReferral", meanwhile);
  const owner = await connectTo(adminUrlOf(api.database.name));
  const { rows: waiting } = await owner.query<{ id: string }>(
    `select j.payload->>'referralId' as id from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = 'withdraw-resting'
     where j.payload->>'centreId' = $1`,
    [centre.id],
  );
  await owner.end();
  expect(new Set(waiting.map(({ id }) => id))).toEqual(
    new Set(
      [referralId, ended, meanwhile].map((id) => fromGlobalId("Referral", id)),
    ),
  );
  for (const id of [referralId, referralId, ended, ended, meanwhile])
    await runTimer(api, "withdraw-resting", centre.id, id);
  for (const id of [ended, meanwhile])
    expect(
      (
        await team.ask(
          `query ($id: ID!) { node(id: $id) { ... on Referral { status basisWithdrawn keeping { answer } } } }`,
          { id },
        )
      ).data,
    ).toEqual({
      node: {
        ...{ status: "DECLINED", basisWithdrawn: true },
        keeping: { answer: null },
      },
    });
  const { data } = await team.ask(
    `query ($id: ID!, $number: ID!) {
      node(id: $id) { ... on Referral { status keeping { answer } timeline { status by } } }
      number: node(id: $number) { ... on Referral { status } } }`,
    { id: referralId, number },
  );
  expect(data).toMatchObject({
    node: {
      status: "WITHDRAWN",
      keeping: { answer: null },
      timeline: [
        { status: "SENT" },
        { status: "ACCEPTED" },
        { status: "WITHDRAWN", by: "Splot" },
      ],
    },
    number: { status: "SENT" },
  });
  expect(await numbersOf(centre, service)).toMatchObject({ reserved: 1 });
  expect(await brokenRules(centre)).toEqual({});
  const lines = await linesOf(officer, centre.globalId);
  expect(lines.filter(({ change }) => change === "BasisWithdrawn")).not.toEqual(
    [],
  );
});

function lettersOf(centre: TestCentre, kind: string) {
  return centre.asSystem((work) =>
    work.rows<{ account_id: string; send_at: Date }>(
      `select account_id, send_at from letter where centre_id = $1 and kind = $2 order by send_at`,
      [centre.id, kind],
    ),
  );
}

async function pseudonymOf(kipus: Person, caseId: string): Promise<string> {
  const { data } = await kipus.ask<{ node: { pseudonym: string } }>(
    `query ($id: ID!) { node(id: $id) { ... on Case { pseudonym } } }`,
    { id: caseId },
  );
  return data?.node.pseudonym ?? "";
}
