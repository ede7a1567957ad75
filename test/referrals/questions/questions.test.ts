// A partner asks before it answers, and a running service pauses: what both sides see, what is refused, and what the clock does.
import type pg from "pg";

import { fromGlobalId } from "../../../server/platform/graphql/global-id.js";
import { ANNA, openFor } from "../../cases/keeping.js";
import type { Api } from "../../support/api.js";
import { openApi } from "../../support/api.js";
import { brokenRules } from "../../support/books.js";
import { adminUrlOf, connectTo } from "../../support/database.js";
import type { Person } from "../../support/people.js";
import { aKey } from "../../support/world.js";
import { another, arrange, dateOf } from "../appointments/arranging.js";
import type { Outcome, Referring } from "../referring.js";
import { aReferring, move, numbersOf, runTimer, send } from "../referring.js";
import { aTravelling, travel } from "../travel/travelling.js";

let api: Api;
let world: Referring;
let admin: pg.Client;
beforeAll(async () => {
  api = await openApi();
  admin = await connectTo(adminUrlOf(api.database.name));
  world = await aReferring(api, { service: { total: 50 } });
});
afterAll(async () => {
  expect(await brokenRules(world.centre)).toEqual({});
  await admin.end();
  await api.close();
});

interface Exchange {
  status: string;
  dueAt: string;
  clockStandsUntil: string | null;
  messages:
    | { fromPartner: boolean; topics: string[]; text: string | null }[]
    | null;
  suspendNote: string | null;
  resumesOn: string | null;
}

async function seenBy(person: Person, id: string): Promise<Exchange | null> {
  const { data } = await person.ask<{ node: Exchange | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral {
      status dueAt clockStandsUntil messages { fromPartner topics text } suspendNote resumesOn } } }`,
    { id },
  );
  return data?.node ?? null;
}

const ask = (id: string, further: Record<string, unknown> = {}) =>
  move(world.team, "askAboutReferral", id, {
    requestKey: aKey(),
    topics: ["DATES", "OTHER"],
    text: "Czy pasują wtorki o 16?",
    ...further,
  });
const answer = (id: string, further: Record<string, unknown> = {}) =>
  move(world.kipus, "answerQuestion", id, {
    requestKey: aKey(),
    text: "Tak, wtorki od 15.",
    ...further,
  });

/** The test's clock stands on a Tuesday or later; the next working morning at nine. */
async function atNine(): Promise<void> {
  do {
    await Promise.all(
      [world.team, world.kipus].map((one) => one.ask("{ viewer { name } }")),
    );
    api.clock.pass({ minutes: 30 });
  } while (
    !/T08:[0-2].*/.test(api.clock.now().toISOString()) ||
    [0, 6].includes(api.clock.now().getUTCDay())
  );
}

it("is asked with what is missing, answered live, read by both and by nobody else", async () => {
  const id = await world.sent();
  const requestKey = aKey();
  const asked = await ask(id, { requestKey });
  expect(asked).toMatchObject({ status: "INFO_REQUESTED", holdsPlace: true });
  // an answer that was lost is asked for again
  expect(await ask(id, { requestKey })).toMatchObject({ id, version: 2 });
  expect((await ask(id, { requestKey, text: "inaczej" })).__typename).toBe(
    "RequestKeyReused",
  );
  expect(await ask(id)).toMatchObject({ __typename: "ReferralMoved" });
  const answered = await answer(id);
  expect(answered.status).toBe("RECEIVED");
  const messages = [
    {
      fromPartner: true,
      topics: ["DATES", "OTHER"],
      text: "Czy pasują wtorki o 16?",
    },
    { fromPartner: false, topics: [], text: "Tak, wtorki od 15." },
  ];
  for (const person of [world.team, world.kipus])
    expect((await seenBy(person, id))?.messages).toEqual(messages);
  for (const person of [
    await world.partner.aPerson("PARTNER_ADMIN"),
    await world.centre.aPerson("OUS"),
  ])
    expect(await seenBy(person, id)).toMatchObject({
      status: "RECEIVED",
      messages: null,
    });
  // nothing of it in the log
  const facts = await world.centre.asSystem((work) =>
    work.rows<{ facts: unknown }>(
      `select facts from event where subject_id = $1`,
      [fromGlobalId("Referral", id)],
    ),
  );
  expect(JSON.stringify(facts)).not.toMatch(/wtorki/);
  expect((await ask(id)).status).toBe("INFO_REQUESTED");
  expect((await move(world.team, "acceptReferral", id)).status).toBe(
    "ACCEPTED",
  );
});

it.each<[string, Record<string, unknown>, string]>([
  ["nothing that is missing", { topics: [] }, "topics"],
  ["the same twice", { topics: ["DATES", "DATES"] }, "topics"],
  ["something else without a word", { text: "  " }, "text"],
  ["a PESEL", { text: "44051401359" }, "text"],
  ["a telephone", { text: "proszę o 601 234 567" }, "text"],
  ["too many words", { text: "a".repeat(301) }, "text"],
  ["no key", { requestKey: "" }, "requestKey"],
])("refuses a question with %s", async (_, further, path) => {
  const id = await world.sent();
  const refused = await ask(id, further);
  expect(refused).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path }],
  });
  expect(await seenBy(world.team, id)).toMatchObject({
    status: "SENT",
    messages: null,
  });
});

it("asks its writer before it tells of an illness or a record, on both sides", async () => {
  const id = await world.sent();
  const doubtful = { text: "Czy ma kuratora?" };
  expect(await ask(id, doubtful)).toMatchObject({
    __typename: "SensitiveWords",
    fields: [{ path: "text" }],
  });
  expect(await seenBy(world.team, id)).toMatchObject({
    status: "SENT",
    messages: null,
  });
  expect(
    await ask(id, { ...doubtful, sensitiveWordsMeant: true }),
  ).toMatchObject({ status: "INFO_REQUESTED" });
  const told = { text: "Tak, i choruje na cukrzycę." };
  expect((await answer(id, told)).__typename).toBe("SensitiveWords");
  expect(
    (await answer(id, { ...told, sensitiveWordsMeant: true })).status,
  ).toBe("RECEIVED");
  expect(
    (
      await move(world.kipus, "withdrawReferral", id, {
        reason: "poszła do szpitala",
      })
    ).__typename,
  ).toBe("SensitiveWords");
});

it("lets the clock stand while a question waits, and gives the time back in full", async () => {
  await atNine();
  const id = await world.sent();
  const before = (await seenBy(world.team, id))?.dueAt ?? "";
  await ask(id);
  const asked = await seenBy(world.team, id);
  // three working days at most
  expect(daysOfWork(api.clock.now(), asked?.clockStandsUntil)).toBe(3);
  expect(daysOfWork(before, asked?.dueAt)).toBe(3);
  await refusesAnswers(id);
  api.clock.pass({ hours: 2 });
  await answer(id);
  const after = await seenBy(world.team, id);
  expect(hours(before, after?.dueAt)).toBe(2);
  expect(after?.clockStandsUntil).toBeNull();
  expect(await timersOf(id)).toEqual([after?.dueAt]);
});

it("is forgotten with what is masked", async () => {
  const id = await world.sent();
  await ask(id);
  await move(world.team, "declineReferral", id);
  expect((await seenBy(world.kipus, id))?.messages).toHaveLength(1);
  await world.centre.asSystem((work) =>
    work.rows(
      `select from mask_referrals($1::timestamptz + interval '40 days', 100)`,
      [work.now],
    ),
  );
  expect(await seenBy(world.kipus, id)).toMatchObject({
    status: "DECLINED",
    messages: null,
  });
});

it("stands three hours by the clock in an emergency, runs on, and expires with the place let go", async () => {
  const urgent = await world.sent({ priority: "EMERGENCY" });
  const { reserved } = await numbersOf(world.centre, world.service);
  const first = (await seenBy(world.team, urgent))?.dueAt ?? "";
  await ask(urgent);
  const asked = await seenBy(world.team, urgent);
  // whatever the day: danger does not wait for Monday
  expect(hours(first, asked?.dueAt)).toBe(3);
  expect(
    hours(api.clock.now().toISOString(), asked?.clockStandsUntil ?? ""),
  ).toBe(3);
  const until = (await seenBy(world.team, urgent))?.dueAt ?? "";
  while (api.clock.now().toISOString() < until) {
    await runTimer(api, "expire-referral", world.centre.id, urgent);
    expect((await seenBy(world.kipus, urgent))?.status).toBe("INFO_REQUESTED");
    await world.team.ask("{ viewer { name } }");
    api.clock.pass({ hours: 2 });
  }
  await runTimer(api, "expire-referral", world.centre.id, urgent);
  expect((await seenBy(world.kipus, urgent))?.status).toBe("EXPIRED");
  expect(await numbersOf(world.centre, world.service)).toMatchObject({
    reserved: reserved - 1,
  });
  expect(await answer(urgent)).toMatchObject({
    __typename: "ReferralMoved",
    referral: { status: "EXPIRED" },
  });
  expect(await timersOf(urgent)).toEqual([]);
});

it("pauses with a reason and a day, by either side, keeps its place, starts by nothing, and may be broken off", async () => {
  const id = await world.sent();
  await move(world.team, "acceptReferral", id);
  const start = () => move(world.team, "startReferral", id, {});
  const pause = (
    person: Person,
    further: Record<string, unknown> = {},
  ): Promise<Outcome> =>
    move(person, "suspendReferral", id, {
      requestKey: aKey(),
      reason: "OTHER",
      note: "remont sali",
      resumesOn: "2027-01-04",
      ...further,
    });
  expect((await pause(world.team)).__typename).toBe("ReferralMoved");
  await start();
  const { occupied } = await numbersOf(world.centre, world.service);
  for (const [further, path] of [
    [{ note: "" }, "note"],
    [{ note: "601 234 567" }, "note"],
    [{ note: "a".repeat(201) }, "note"],
    [{ resumesOn: "2020-01-01" }, "resumesOn"],
  ] as const)
    expect(await pause(world.team, further)).toMatchObject({
      fields: [{ path }],
    });
  for (const [one, other] of [
    [world.team, world.kipus],
    [world.kipus, world.team],
  ] as const) {
    const requestKey = aKey();
    const paused = await pause(one, { requestKey });
    expect(paused.timeline?.at(-1)).toMatchObject({
      status: "SUSPENDED",
      reason: "OTHER",
    });
    expect(await seenBy(other, id)).toMatchObject({
      ...{
        status: "SUSPENDED",
        suspendNote: "remont sali",
        resumesOn: "2027-01-04",
      },
    });
    // a start that is said again is done already; it starts nothing
    expect((await start()).status).toBe("SUSPENDED");
    expect(await numbersOf(world.centre, world.service)).toMatchObject({
      occupied,
    });
    const resumed = await move(other, "resumeReferral", id);
    expect(resumed.status).toBe("IN_PROGRESS");
    expect(await seenBy(one, id)).toMatchObject({
      suspendNote: null,
      resumesOn: null,
    });
    // whoever repeats the pausing whose answer was lost pauses nothing again
    expect((await pause(one, { requestKey })).status).toBe("IN_PROGRESS");
  }
  await pause(world.team);
  expect(await move(world.kipus, "discontinueReferral", id)).toMatchObject({
    status: "DISCONTINUED",
  });
  expect(await numbersOf(world.centre, world.service)).toMatchObject({
    occupied: occupied - 1,
  });
});

it("lets no coordinator name the person of the case to the partner, nor the hub read why a service pauses", async () => {
  const { id: caseId = "" } = await openFor(world.kipus, ANNA);
  const id = await world.sent({ caseId });
  const refused = (path: string) => ({
    __typename: "InvalidInput",
    fields: [{ path }],
  });
  await ask(id);
  for (const text of [
    "Pani Anna Zofia Żółkiewska-Łoś woli rano",
    "żółkiewskiej pasują wtorki",
  ])
    expect(await answer(id, { text })).toMatchObject(refused("text"));
  expect((await answer(id)).status).toBe("RECEIVED");
  await move(world.team, "acceptReferral", id);
  await move(world.team, "startReferral", id, {});
  const pause = (person: Person, note: string) =>
    move(person, "suspendReferral", id, {
      ...{ requestKey: aKey(), reason: "OTHER", note },
      resumesOn: "2027-01-04",
    });
  expect(await pause(world.kipus, "Anna na wakacjach")).toMatchObject(
    refused("note"),
  );
  // a partner with a number alone learns from no refusal who it is
  expect((await pause(world.team, "Anna na wakacjach")).status).toBe(
    "SUSPENDED",
  );
  for (const person of [world.team, world.kipus])
    expect(await seenBy(person, id)).toMatchObject({
      suspendNote: "Anna na wakacjach",
    });
  for (const person of [
    await world.partner.aPerson("PARTNER_ADMIN"),
    await world.centre.aPerson("OUS"),
  ])
    expect(await seenBy(person, id)).toMatchObject({
      ...{ status: "SUSPENDED", suspendNote: null, resumesOn: "2027-01-04" },
    });
  for (const reason of [
    "pani Żółkiewska-Łoś wyjechała",
    "tel. 601 730 442",
    "44051401359",
    "a".repeat(501),
  ])
    expect(
      await move(world.kipus, "withdrawReferral", id, { reason }),
    ).toMatchObject(refused("reason"));
  expect(
    await move(world.kipus, "withdrawReferral", id, { reason: "wyjazd" }),
  ).toMatchObject({ status: "WITHDRAWN" });
});

it("lets no partner write down a name that was told to it, and compares nothing where only a number was sent", async () => {
  const world = await aTravelling(api);
  const { team, service, kipus, caseId, sendsPerson, partner } = world;
  const fields = (...paths: string[]) => ({
    __typename: "InvalidInput",
    fields: paths.map((path) => ({ path })),
  });
  const known = await sendsPerson();
  const asks = (id: string, text: string, by = team) =>
    move(by, "askAboutReferral", id, {
      ...{ requestKey: aKey(), topics: ["OTHER"] },
      text,
    });
  const look = (referralId: string) =>
    travel(team, "showPerson", { referralId, purpose: "CONTACT" });
  // who has not looked on record learns from no refusal who it is
  const unseen = await sendsPerson();
  expect((await asks(unseen, "Czy pani Żółkiewska?")).status).toBe(
    "INFO_REQUESTED",
  );
  const colleague = await partner.aPerson("PARTNER_REFERRALS");
  await look(known);
  const ofHers = await sendsPerson();
  await look(ofHers);
  expect((await asks(ofHers, "Czy to Anna?", colleague)).status).toBe(
    "INFO_REQUESTED",
  );
  // all that is wrong with it at once
  const asked = await asks(known, "Czy pani Żółkiewska ma 601 730 442?");
  expect(asked).toMatchObject(fields("text"));
  expect(asked.message).toMatch(/telefon, a także imię/);
  const appointment = {
    ...dateOf(api),
    place: "u pani Żółkiewskiej",
    bring: "dowód Anny Zofii",
    askFor: "Jan Łoś, tel. 600 100 200",
  };
  const wrong = ["place", "bring", "askFor"].map((one) => `appointment.${one}`);
  expect(
    await move(team, "acceptReferral", known, { appointment }),
  ).toMatchObject(fields(...wrong));
  // a street and a colleague may be called Anna
  const right = {
    ...appointment,
    ...{ place: "ul. Anny Jantar 3", bring: "dowód", askFor: "Anna Nowak" },
  };
  await move(team, "acceptReferral", known, { appointment: right });
  expect(
    await arrange(
      team,
      "arrangeAppointment",
      another(known, appointment, { insteadOf: 1, reason: "STAFF" }),
    ),
  ).toMatchObject(fields(...wrong));
  const starts = (statutoryDocumentRef: string) =>
    move(team, "startReferral", known, { statutoryDocumentRef });
  for (const paper of ["Anna Żółkiewska-Łoś", "DPS/7, tel. 600 700 800"])
    expect(await starts(paper)).toMatchObject(fields("statutoryDocumentRef"));
  expect((await starts("DPS.5021.123456789.2026")).status).toBe("IN_PROGRESS");
  const pause = {
    requestKey: aKey(),
    reason: "OTHER",
    resumesOn: "2027-01-04",
  };
  expect(
    await move(team, "suspendReferral", known, { ...pause, note: "Annę boli" }),
  ).toMatchObject(fields("note"));
  expect(
    await move(team, "completeReferral", known, { result: "Anna ma pracę." }),
  ).toMatchObject(fields("result"));
  const waiting = await sendsPerson();
  await look(waiting);
  await move(team, "waitlistReferral", waiting, { expectedOn: "2027-01-04" });
  expect(
    await move(team, "offerPlace", waiting, { reason: "Anna nie może czekać" }),
  ).toMatchObject(fields("reason"));
  const atL1 = await sendsPerson({ disclosureLevel: "L1_CONTACT", goal: null });
  await look(atL1);
  expect(await asks(atL1, "Czy Anna może rano?")).toMatchObject(fields("text"));
  // what it was not told no refusal tells it
  expect((await asks(atL1, "Czy to pani Żółkiewska?")).status).toBe(
    "INFO_REQUESTED",
  );
  const sent = await send(kipus, service, { caseId });
  expect((await asks(sent.id ?? "", "Czy Anna Żółkiewska?")).status).toBe(
    "INFO_REQUESTED",
  );
});

async function refusesAnswers(id: string): Promise<void> {
  for (const [text, path] of [
    ["", "text"],
    ["44051401359", "text"],
  ] as const)
    expect(await answer(id, { text })).toMatchObject({ fields: [{ path }] });
}

/** When the answer's timer rings, as the queue has it. */
async function timersOf(id: string): Promise<string[]> {
  const { rows } = await admin.query<{ at: Date }>(
    `select run_at as at from graphile_worker.jobs where key like '%:' || $1`,
    [fromGlobalId("Referral", id)],
  );
  return rows.map(({ at }) => at.toISOString());
}

function hours(from: string, to: string | undefined): number {
  return (Date.parse(to ?? "") - Date.parse(from)) / 3_600_000;
}

/** Days on which people are at work; all of these fall on the same time of day. */
function daysOfWork(
  from: Date | string,
  to: string | null | undefined,
): number {
  const end = new Date(to ?? "");
  let count = 0;
  for (const day = new Date(from); day < end;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (![0, 6].includes(day.getUTCDay())) count += 1;
  }
  return count;
}

it("takes no time from who asks outside the hours of work and is answered at once", async () => {
  // eight in the evening in Warsaw
  const now = api.clock.now();
  const evening = new Date(now);
  evening.setUTCHours(19, 0, 0, 0);
  if (evening <= now) evening.setUTCDate(evening.getUTCDate() + 1);
  api.clock.pass({ minutes: (evening.getTime() - now.getTime()) / 60_000 });
  const id = await world.sent();
  const before = (await seenBy(world.team, id))?.dueAt;
  await ask(id);
  await answer(id);
  expect((await seenBy(world.team, id))?.dueAt).toBe(before);
  expect(await timersOf(id)).toEqual([before]);
});
