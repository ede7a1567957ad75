// Withdrawn, finished or running: no word that stands in a personal field reaches a log, a job, a mail, an event, a dump or anybody else (issue 5, done when 3).
import { isObjectType } from "graphql";
import type pg from "pg";

import { graph } from "../../server/graph.js";
import { takeBackup } from "../../server/platform/database/backup/take.js";
import { parseGlobalId } from "../../server/platform/graphql/global-id.js";
import { defaultLimits } from "../../server/platform/graphql/limits.js";
import { createLog } from "../../server/platform/logging.js";
import { openPost, type Post } from "../../server/platform/mail.js";
import { keepToRules } from "../../server/protection/index.js";
import { openFor, show } from "../cases/keeping.js";
import { canaries } from "../permission/canaries.js";
import { openLine } from "../permission/line.js";
import { walkFrom } from "../permission/paths.js";
import { dateOf, inHours } from "../referrals/appointments/arranging.js";
import {
  aTravelling,
  L2,
  travel,
  type Travelling,
} from "../referrals/travel/travelling.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Sockets } from "../support/following.js";
import { openSockets } from "../support/following.js";
import { sendDueLetters, untilLettersAreDue } from "../support/letters.js";
import type { TestMailbox } from "../support/mailbox.js";
import { openMailbox } from "../support/mailbox.js";
import type { Person } from "../support/people.js";
import { aKey } from "../support/world.js";
import { holds, nameOf, type Place, placesOfPerson } from "./places.js";

/** Who the person is, as nobody else in the tests; a field of the graph that has none fails. */
const IDENTITY: Record<string, string> = {
  name: "Kalasantyna",
  surname: "Żurawiowska-Ćwir",
  born: "1931-02-17",
  contactKind: "PHONE",
  contact: "+48 601 930 441",
  preferredHours: "kanarekgodziny po siedemnastej",
  accessNeeds: "kanarekdostęp, bez schodów",
  place: "ul. Kanarkowa 77 m. 13",
  legalRepresentative: "Kanarczyk Gwalbert, stryj",
};
const GOAL = "kanarekcel rozmowy";
const SENSITIVE = "kanarekstopień";

/** One word for each place of the database that takes words about a person; the number of a case is none without a digit. */
const wordOf = (place: string) =>
  `kanarek${place === "case_ref.own_reference" ? "7" : ""}${place.replaceAll(/[._]/g, "")}`;

/** Copies that masking leaves to the sender alone. */
const COPIES = ["result", "statutory_document_ref", "withdraw_reason"];
const original = (place: string) => {
  const [table, column = ""] = place.split(".");
  return table === "referral_subject" && COPIES.includes(column)
    ? `referral.${column}`
    : place;
};

/** Where no word can stand in the clear, and why. */
const SEALED: Readonly<Record<string, string>> = {
  "case_identity.sealed": "holds IDENTITY",
  "referral_scope.sealed": "holds GOAL and SENSITIVE",
  "referral_scope.reasons": "values of an enum, by the graph",
  "case_key.wrapped_key": "a key",
  "case_person.by_date": "a blind index",
  "case_person.by_year": "a blind index",
  "referral_subject.suspend_note":
    "nothing that is suspended is masked, and going on clears it",
};

let api: Api;
let sockets: Sockets;
let mailbox: TestMailbox;
let admin: pg.Client;
let places: Place[];
let told = "";
let post: Post;
beforeAll(async () => {
  mailbox = await openMailbox();
  post = openPost({ url: mailbox.url, from: "splot@cus.example.pl" });
  const log = createLog("info", { write: (line) => void (told += line) });
  api = await openApi(undefined, { post, log });
  sockets = await openSockets(api);
  admin = await connectTo(adminUrlOf(api.database.name));
  places = await placesOfPerson(admin);
});
afterAll(async () => {
  await admin.end();
  await sockets.close();
  await api.close();
  post.close();
  await mailbox.close();
});

const secrets = [
  ...Object.entries(IDENTITY)
    .filter(([field]) => field !== "contactKind")
    .map(([, word]) => word),
  GOAL,
  SENSITIVE,
];
const written = () =>
  places
    .map(nameOf)
    .filter((place) => !(place in SEALED) && place === original(place));
const words = () => [...secrets, ...written().map(wordOf)];

/** Which of the words a text holds, also as bytes; case by case, as a person reads. */
const found = (text: string, among = words()) => {
  const folded = text.toLowerCase();
  return among.filter(
    (word) =>
      holds(folded, word.toLowerCase()) ||
      text.includes(JSON.stringify(word).slice(1, -1)),
  );
};

/** Each table that holds words of a person raises what it was given, as a driver repeats it. */
async function breakTables(): Promise<void> {
  await admin.query(`
    create table failing (now boolean);
    create function fail_with_row() returns trigger security definer language plpgsql as $$
      begin
        if exists (select from failing) then
          raise exception 'no "%" here', new using errcode = 'XX001', detail = 'row ' || new;
        end if;
        return new;
      end $$;`);
  for (const table of new Set(places.map((place) => place.table)))
    await admin.query(
      `create trigger fail_with_row before insert or update on ${table} for each row execute function fail_with_row()`,
    );
}
const mendTables = () =>
  admin.query(
    "drop function if exists fail_with_row cascade; drop table if exists failing",
  );

/** Says it twice: while every table fails, and then for good. */
async function say(
  by: Person,
  verb: string,
  input: Record<string, unknown>,
  answers = "Referral",
): Promise<string> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const id = answers === "ResidentRequest" ? "id: number" : "id";
  const ask = () =>
    by.ask<{ said: { __typename: string; id?: string | number } }>(
      `mutation ($input: ${type}!) { said: ${verb}(input: $input) { __typename ... on ${answers} { ${id} }
         ... on InvalidInput { fields { path message } } ... on Problem { message } } }`,
      { input },
    );
  await admin.query("insert into failing values (true)");
  const failed = await ask();
  await admin.query("delete from failing");
  expect([verb, failed.errors?.[0]?.extensions?.["code"]]).toEqual([
    verb,
    "INTERNAL_SERVER_ERROR",
  ]);
  const { data, errors } = await ask();
  expect([verb, errors ?? data?.said]).toMatchObject([
    verb,
    { __typename: answers },
  ]);
  return String(data?.said.id);
}

/** A word into each place, as people write it there. @returns what the words are of */
async function play(world: Travelling, officer: Person): Promise<string[]> {
  const { kipus, team, service, caseId, centre } = world;
  /** What is told by mail meanwhile. */
  const goOut = async () => {
    api.clock.pass({ minutes: 16 });
    await sendDueLetters(api, centre);
  };
  const word = (place: string) => wordOf(place);
  const keyed = (further: Record<string, unknown>) => ({
    requestKey: aKey(),
    ...further,
  });
  const sending = {
    serviceId: service.globalId,
    caseId,
    disclosureLevel: "L3_SENSITIVE",
    levelReason: "SAFETY",
    goal: GOAL,
    sensitive: [
      { field: "DISABILITY_DEGREE", value: SENSITIVE, reason: "ADJUSTMENT" },
    ],
    ownReference: word("referral_subject.own_reference"),
  };
  const sent = () => say(kipus, "sendReferral", keyed(sending));
  const referralId = await sent();
  await goOut();
  await say(team, "openReferral", { referralId });
  const text = word("referral_message.text");
  await say(
    team,
    "askAboutReferral",
    keyed({ referralId, topics: ["OTHER"], text }),
  );
  await say(kipus, "answerQuestion", keyed({ referralId, text }));
  await goOut();
  const appointment = {
    at: inHours(api, 48),
    place: word("appointment.place"),
    bring: word("appointment.bring"),
    askFor: word("appointment.ask_for"),
  };
  await say(team, "acceptReferral", { referralId, appointment });
  const reason = word("appointment.wish_reason");
  await say(kipus, "askForAnotherDate", { referralId, number: 1, reason });
  await say(
    team,
    "arrangeAppointment",
    keyed({ referralId, insteadOf: 1, appointment: dateOf(api, 72) }),
  );
  await say(team, "startReferral", {
    referralId,
    statutoryDocumentRef: word("referral.statutory_document_ref"),
  });
  const other = await (await centre.aPartner()).aService();
  await say(
    team,
    "suggestService",
    keyed({
      referralId,
      serviceId: other.globalId,
      reason: word("service_suggestion.reason"),
    }),
  );
  const { data } = await kipus.ask<{ node: { suggestions: { id: string }[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { suggestions { id } } } }`,
    { id: referralId },
  );
  const suggestionId = data?.node.suggestions[0]?.id ?? "";
  await say(
    kipus,
    "declineSuggestion",
    { suggestionId, reason: word("suggestion_decision.reason") },
    "ServiceSuggestion",
  );
  await say(team, "completeReferral", {
    referralId,
    result: word("referral.result"),
  });

  await goOut();
  const withdrawn = await sent();
  await say(team, "openReferral", { referralId: withdrawn });
  api.clock.pass({ minutes: 2 });
  await say(kipus, "withdrawReferral", {
    referralId: withdrawn,
    reason: word("referral.withdraw_reason"),
  });
  const stopped = await sent();
  await say(team, "acceptReferral", { referralId: stopped });
  await say(team, "startReferral", { referralId: stopped });
  await say(
    team,
    "suspendReferral",
    keyed({
      ...{ referralId: stopped, reason: "OTHER", resumesOn: "2027-01-04" },
      note: word("referral.suspend_note"),
    }),
  );

  // a card at the door: its code is a bearer's secret
  const card = await say(
    kipus,
    "sendReferral",
    keyed({ serviceId: service.globalId, caseId }),
  );
  const [code] = await codesOf([card]);
  await say(team, "redeemToken", keyed({ code }));
  const note = word("case_look.note");
  expect(
    (await show(kipus, caseId, { purpose: "OTHER", note })).identity,
  ).toEqual(IDENTITY);
  const again = await openFor(kipus, IDENTITY, {
    although: word("case_ref.opened_although"),
    ownReference: word("case_ref.own_reference"),
  });
  const elsewhere = await centre.aPartner();
  await say(
    kipus,
    "sendReferral",
    keyed({
      serviceId: (await elsewhere.aService()).globalId,
      caseId: again.id,
      disclosureLevel: "L1_CONTACT",
      priority: "EMERGENCY",
      vitalInterest: true,
    }),
  );
  const bases = await kipus.ask<{
    node: { bases: { id: string }[]; pseudonym: string };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Case { pseudonym bases { id } } } }`,
    { id: again.id },
  );
  const { bases: [basis] = [], pseudonym } = bases.data?.node ?? {};
  await say(
    kipus,
    "noteBasis",
    { basisId: basis?.id, note: word("disclosure_basis.note") },
    "DisclosureBasis",
  );
  await goOut();
  const filed = { pseudonym, kind: "ACCESS", receivedOn: "2026-11-20" };
  const requestNumber = Number(
    await say(officer, "fileResidentRequest", keyed(filed), "ResidentRequest"),
  );
  await say(
    officer,
    "extendResidentRequest",
    {
      requestNumber,
      ifVersion: 1,
      months: 1,
      reason: word("resident_request.extension_reason"),
    },
    "ResidentRequest",
  );
  await say(
    officer,
    "answerResidentRequest",
    {
      requestNumber,
      ifVersion: 2,
      state: "GRANTED",
      answer: word("resident_request.answer"),
    },
    "ResidentRequest",
  );
  return [
    ...[referralId, withdrawn, stopped, caseId, again.id ?? "", suggestionId],
    card,
  ];
}

/** What stands on the slips: whoever bears one is let in. */
async function codesOf(ids: readonly string[]): Promise<string[]> {
  const { rows } = await admin.query<{ code: string }>(
    `select token_code as code from referral where id = any($1)`,
    [
      ids.flatMap((id) => {
        const parsed = parseGlobalId(id);
        return parsed?.type === "Referral" ? [parsed.id] : [];
      }),
    ],
  );
  return rows.map(({ code }) => code);
}

/** All that somebody is told of them, asked by id, and by whatever the log brings from the cursor on. */
async function toldTo(
  person: Person | null,
  centreId: string,
  ids: readonly string[],
  after: string,
) {
  const schema = await graph();
  const token = person?.token ?? null;
  const line = await openLine(sockets.url, token);
  const heard: string[] = [];
  for (const [noun, asked] of [
    ["Referral", ids],
    ["Case", ids],
    ["ServiceSuggestion", ids],
    ["Centre", [centreId]],
  ] as const) {
    const around = (selection: string) =>
      `query ($id: ID!) { node(id: $id) { ... on ${noun} { ${selection} } } }`;
    const variables = { id: centreId };
    for (const selection of walkFrom(
      schema,
      { type: noun, around, variables, limits: defaultLimits },
      1,
    ).selections)
      for (const id of asked)
        heard.push(
          JSON.stringify(await api.ask(token, around(selection), { id })),
        );
  }
  for (const { name } of Object.values(
    schema.getSubscriptionType()?.getFields() ?? {},
  )) {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const around = (
      selection: string,
    ) => `subscription ($centre: ID!, $after: String) {
      ${name}(centreId: $centre, after: $after) { __typename ... on CaughtUp { cursor at } ... on ${type} { ${selection} } } }`;
    const variables = { centre: centreId, after };
    for (const selection of walkFrom(
      schema,
      { type, around, variables, limits: defaultLimits },
      1,
    ).selections)
      heard.push(
        await line.ask(around(selection), variables, (frame) =>
          frame.includes('"__typename":"CaughtUp"'),
        ),
      );
  }
  await line.close();
  return heard.join("\n");
}

/** What else stands in the database but the places themselves: events, letters, jobs, the access log. */
async function dumped() {
  const tables = new Map<string, string>();
  let name = "";
  for await (const part of takeBackup(api.database.ownerUrl, {
    key: "",
    now: api.clock.now(),
    onTable: () => undefined,
  }))
    if (part.kind === "table") name = part.name;
    else if (part.kind === "rows")
      tables.set(name, `${tables.get(name) ?? ""}${part.rows.join("\n")}`);
  return tables;
}

it("a word in each personal field is found in its place and nowhere else", async () => {
  const schema = await graph();
  const who = schema.getType("CaseIdentity");
  expect(Object.keys(isObjectType(who) ? who.getFields() : {}).sort()).toEqual(
    Object.keys(IDENTITY).sort(),
  );
  const world = await aTravelling(api, {
    service: { total: 20 },
    partner: { agreement: null, dataRole: "SAME_CONTROLLER" },
    identity: IDENTITY,
    basis: {
      highestLevel: "L3_SENSITIVE",
      fields: [...L2, "DISABILITY_DEGREE"],
    },
  });
  const { centre, kipus, team, partner } = world;
  const stranger = await centre.aPartner();
  const onDesk = [
    "resident_request.answer",
    "resident_request.extension_reason",
  ];
  const others: [string, Person | null, string[]][] = [
    ["anonymous", null, []],
    ["colleague", await centre.aPerson("KIPUS"), []],
    ["director", await centre.aPerson("DIRECTOR"), [...onDesk]],
    ["officer", await centre.aPerson("IOD"), [...onDesk]],
    ["organiser", await centre.aPerson("OUS"), []],
    ["sysadmin", await centre.aPerson("SYSADMIN"), []],
    ["partner's admin", await partner.aPerson("PARTNER_ADMIN"), []],
    ["another partner", await stranger.aPerson("PARTNER_REFERRALS"), []],
    ["another's admin", await stranger.aPerson("PARTNER_ADMIN"), []],
  ];
  const officer = others[3]?.[1];
  if (!officer) throw new Error("nobody sits at the desk");
  const { cursor } = await sockets.follow(
    kipus.token,
    `subscription ($id: ID!) { change: referralChanged(centreId: $id) { __typename ... on CaughtUp { cursor } } }`,
    { id: centre.globalId },
  );
  let ids: string[];
  try {
    await breakTables();
    ids = await play(world, officer);
  } finally {
    await mendTables();
  }

  // each stands where it was written, and its own people read it
  const rowsOf = async ({ table, column }: Place) =>
    (
      await admin.query<{ at: string | null }>(
        `select ${column}::text as at from ${table}`,
      )
    ).rows;
  const missing = async (some: Place[]) => {
    const lost: string[] = [];
    for (const place of some)
      if (
        !(nameOf(place) in SEALED) &&
        !(await rowsOf(place)).some(
          ({ at }) => at === wordOf(original(nameOf(place))),
        )
      )
        lost.push(nameOf(place));
    return lost;
  };
  expect(
    await missing(
      places.filter((place) => nameOf(place) === original(nameOf(place))),
    ),
  ).toEqual([]);
  expect(
    Object.keys(SEALED).filter((one) => !places.map(nameOf).includes(one)),
  ).toEqual([]);
  const codes = await codesOf(ids);
  expect(codes).toHaveLength(4);
  const hers = await toldTo(kipus, centre.globalId, ids, cursor ?? "");
  expect(found(hers).length).toBeGreaterThan(10);
  const theirs = await toldTo(team, centre.globalId, ids, cursor ?? "");
  for (const bearers of [hers, theirs])
    expect(found(bearers, codes)).toEqual(codes);
  const shown = await travel(team, "showPerson", {
    ...{ referralId: ids[2], purpose: "CONTACT" },
  });
  expect(found(JSON.stringify(shown))).toEqual(
    expect.arrayContaining([IDENTITY["surname"], GOAL, SENSITIVE]),
  );

  /** Where a word stands that has no business there. */
  const leaks: string[] = [];
  const hold = (where: string, text: string, among = words()) =>
    leaks.push(...found(text, among).map((word) => `${where}: ${word}`));
  for (const [who, person, may] of others) {
    const heard = await toldTo(person, centre.globalId, ids, cursor ?? "");
    const hers = may.map(wordOf);
    expect([who, found(heard, hers)]).toEqual([who, hers]);
    hold(
      who,
      heard,
      [...words(), ...codes].filter((word) => !hers.includes(word)),
    );
  }

  // what waits for its digest goes out as well, when nobody is looking any more
  await untilLettersAreDue(api, centre, { andLater: true });
  await sendDueLetters(api, centre);
  const mails = mailbox.mails.map((mail) => Object.values(mail).join("\n"));
  expect(mails.length).toBeGreaterThan(1);
  hold("mail", mails.join("\n"), [...words(), ...codes]);

  const now = new Date(api.clock.now().getTime() + 31 * 86_400_000);
  await keepToRules({ ...api.desk(centre.id), now });
  expect(
    await missing(
      places.filter((place) => nameOf(place) !== original(nameOf(place))),
    ),
  ).toEqual([]);

  const tables = await dumped();
  for (const table of ["event", "access_log", "letter", "(jobs)", "referral"])
    expect([...tables.keys()]).toContain(table);
  const own = new Set(places.map(({ table }) => table));
  for (const [table, text] of tables)
    hold(table, text, [
      ...(own.has(table) ? secrets : words()),
      ...(table === "referral" ? [] : codes),
    ]);

  expect(told).toContain("operation failed");
  hold("log", told, [...words(), ...codes]);
  expect(leaks).toEqual([]);
}, 60_000);

it("each of the places has its canary in the table of rights as well", () => {
  const planted = new Set(
    canaries.flatMap(({ table, columns }) => [
      `${table}.*`,
      ...columns.map((column) => `${table}.${column}`),
    ]),
  );
  const lacking = places.map(nameOf).filter((place) => {
    const [table = "", column = ""] = place.split(".");
    return (
      !planted.has(place) &&
      !(place in SEALED) &&
      !(table === "referral_subject" && COPIES.includes(column)) &&
      // asked for by everybody in the world above
      table !== "resident_request"
    );
  });
  expect(lacking).toEqual([]);
});
