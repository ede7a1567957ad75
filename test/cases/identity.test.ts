// Who the person of a case is: sealed, shown to her coordinator alone with a purpose for ten minutes, told apart without being read, and erased with its key.
import pg from "pg";

import {
  requireMasterKeys,
  rotateMasterKey,
} from "../../server/cases/index.js";
import { entities } from "../../server/graph.js";
import { takeBackup } from "../../server/platform/database/backup/take.js";
import { connectApplication } from "../../server/platform/database/connect.js";
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { Vault } from "../../server/platform/vault.js";
import { keepToRules } from "../../server/protection/index.js";
import { linesOf } from "../audit/recorded.js";
import { aReferring, move, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { aKey } from "../support/world.js";
import { ANNA, doCase, openFor, readCase, show } from "./keeping.js";

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

async function aCaseOfAnna() {
  const referring = await aReferring(api);
  const opened = await openFor(referring.kipus, ANNA, {
    ownReference: "OPS.8120.14",
  });
  return { ...referring, opened };
}

it("opens under a random pseudonym, once for one request, and leaves an event of ids alone", async () => {
  const { kipus, centre } = await aReferring(api);
  const input = { requestKey: aKey(), identity: ANNA, ownReference: " 12/26 " };
  const first = await doCase(kipus, "openCase", input);
  expect(first).toMatchObject({
    __typename: "Case",
    ownReference: "12/26",
    closedOn: null,
    identityVersion: 1,
    looks: [],
  });
  expect(first.pseudonym).toMatch(/^[A-Z]{3}-2026-\d{4}$/);
  expect((await doCase(kipus, "openCase", input)).id).toBe(first.id);
  expect(
    await doCase(kipus, "openCase", { ...input, ownReference: "13/26" }),
  ).toMatchObject({ __typename: "RequestKeyReused" });
  const events = await centre.asSystem((work) =>
    work.rows<{ facts: object; subject_id: string }>(
      `select subject_id, facts from event where centre_id = $1 and type = 'CaseOpened'`,
      [centre.id],
    ),
  );
  expect(events).toEqual([
    { subject_id: fromGlobalId("Case", first.id ?? ""), facts: { version: 1 } },
  ]);
});

it.each([
  ["a PESEL", { place: "dom 44051401359" }, "identity.place"],
  ["no name", { name: " " }, "identity.name"],
  ["a day that is none", { born: "1979-13-40" }, "identity.born"],
  ["a day that February has not", { born: "31.02.1979" }, "identity.born"],
  ["a year to come", { born: "2027" }, "identity.born"],
  ["a contact of no kind", { contactKind: null }, "identity.contactKind"],
  ["a telephone that is none", { contact: "pod ręką" }, "identity.contact"],
])("does not take %s", async (_fault, wrong, path) => {
  const { kipus } = await aReferring(api);
  const outcome = await openFor(kipus, { ...ANNA, ...wrong });
  expect(outcome.fields).toEqual([expect.objectContaining({ path })]);
});

it("shows who she is for ten minutes, each look with its purpose on record", async () => {
  const { kipus, centre, opened } = await aCaseOfAnna();
  const { id } = opened;
  const shown = await show(kipus, id, { note: "umówić pierwszą rozmowę" });
  expect(shown.identity).toEqual(ANNA);
  expect(Date.parse(shown.until ?? "") - api.clock.now().getTime()).toBe(
    600_000,
  );
  expect((await readCase(kipus, id))?.looks).toMatchObject([
    { purpose: "CONTACT", note: "umówić pierwszą rozmowę" },
  ]);
  const officer = await centre.aPerson("IOD");
  const [line] = await linesOf(officer, centre.globalId, {
    action: "VIEW",
  }).then((lines) => lines.filter(({ change }) => change === "IdentityShown"));
  expect(line).toMatchObject({
    noun: "Case",
    pseudonym: opened.pseudonym,
    purpose: "CONTACT",
    outcome: "DONE",
  });
  // each field of the graph's identity, so that none is told unrecorded
  expect(line?.fields.toSorted()).toEqual(
    Object.keys(shown.identity ?? {}).toSorted(),
  );
});

it.each([
  ["OTHER", "", "Napisz w kilku słowach"],
  ["CONTACT", "dzwonię do Żółkiewskiej", "nie wpisuj imienia"],
  ["CONTACT", "tel. 601 730 442", "telefon"],
])(
  "asks for a purpose that names nobody: %s %s",
  async (purpose, note, told) => {
    const { kipus, opened } = await aCaseOfAnna();
    const outcome = await show(kipus, opened.id, { purpose, note });
    expect(outcome.fields?.[0]?.message).toContain(told);
    expect((await readCase(kipus, opened.id))?.looks).toEqual([]);
  },
);

it("answers others as if the case were not there, and puts on record that they tried", async () => {
  const { centre, opened } = await aCaseOfAnna();
  const officer = await centre.aPerson("IOD");
  for (const role of ["KIPUS", "OUS", "DIRECTOR", "SYSADMIN"] as const) {
    const other = await centre.aPerson(role);
    expect((await show(other, opened.id)).message).toBe(
      "Nie ma takiej sprawy.",
    );
  }
  const refused = (await linesOf(officer, centre.globalId)).filter(
    ({ outcome, change }) =>
      outcome === "REFUSED" && change === "IdentityShown",
  );
  expect(refused).toHaveLength(4);
});

it("asks before what travels tells of an illness, and once", async () => {
  const { kipus } = await aCaseOfAnna();
  const identity = { name: "Ola", accessNeeds: "po udarze" };
  const asked = await openFor(kipus, identity);
  expect(asked.__typename).toBe("SensitiveWords");
  const opened = await openFor(kipus, identity, { sensitiveWordsMeant: true });
  expect(opened.__typename).toBe("Case");
  await show(kipus, opened.id, { purpose: "CORRECTING" });
  const correct = (further: Record<string, unknown>) =>
    doCase(kipus, "correctIdentity", {
      ...{ caseId: opened.id, ifVersion: 1 },
      identity: { ...identity, ...further },
    });
  expect((await correct({ preferredHours: "po dializie" })).__typename).toBe(
    "SensitiveWords",
  );
  // what stood there was meant
  expect(await correct({ preferredHours: "rano" })).toMatchObject({
    identityVersion: 2,
  });
});

it("is corrected by whoever looks at it, and by nobody whose ten minutes are over", async () => {
  const { kipus, opened } = await aCaseOfAnna();
  const correct = (ifVersion: number, place: string) =>
    doCase(kipus, "correctIdentity", {
      caseId: opened.id,
      ifVersion,
      identity: { ...ANNA, place },
    });
  expect(await correct(1, "ul. Nowa 1")).toMatchObject({
    __typename: "LookEnded",
  });
  await show(kipus, opened.id, { purpose: "CORRECTING" });
  expect(await correct(1, "ul. Nowa 1")).toMatchObject({ identityVersion: 2 });
  expect(await correct(1, "ul. Inna 2")).toMatchObject({
    __typename: "CaseMoved",
  });
  api.clock.pass({ minutes: 10 });
  expect(await correct(2, "ul. Inna 2")).toMatchObject({
    __typename: "LookEnded",
  });
  expect((await show(kipus, opened.id)).identity).toMatchObject({
    place: "ul. Nowa 1",
  });
});

describe("a person who has a case already", () => {
  it("is known by name and birth however they are spelled, and only the coordinator is told", async () => {
    const { centre, kipus } = await aCaseOfAnna();
    const other = await centre.aPerson("KIPUS");
    const again = { ...ANNA, name: "anna", surname: "LOS zolkiewska" };
    const known = await openFor(other, { ...again, born: "1979" });
    expect(known).toEqual({
      __typename: "PersonKnown",
      message: `Ta osoba ma już sprawę w tym centrum. Zapytaj, kto ją prowadzi: ${kipus.name}.`,
      coordinators: [kipus.name],
      ownCases: [],
    });
    // her own is a link away
    const { id, pseudonym } = await openFor(other, {
      ...again,
      born: "1979-04-14",
    });
    // a day as it is said is the same day
    const own = await openFor(other, { ...again, born: "14.4.1979" });
    expect(own).toMatchObject({ coordinators: [], ownCases: [{ id }] });
    expect(own.message).toContain(pseudonym);
    // another day, another person; less than all three tells nobody apart
    for (const less of [{ born: "1979-04-13" }, { born: null }])
      expect(await openFor(other, { ...again, ...less })).toMatchObject({
        __typename: "Case",
      });
    const although = "poprzednia sprawa dotyczy innego miejsca";
    expect(await openFor(other, again, { although })).toMatchObject({
      __typename: "Case",
      openedAlthough: although,
    });
    const officer = await centre.aPerson("IOD");
    const lines = await linesOf(officer, centre.globalId);
    const changes = lines.map(({ change, by }) => `${String(change)} ${by}`);
    // it was asked, though nothing came of it
    expect(changes).toContain(`PersonLookedFor ${other.name}`);
    expect(changes).toContain(`CaseOpenedThoughKnown ${other.name}`);
  });

  it("is not known in another centre, nor when a case without a name becomes hers unasked", async () => {
    const { centre } = await aCaseOfAnna();
    const elsewhere = await aReferring(api);
    expect(await openFor(elsewhere.kipus, ANNA)).toMatchObject({
      __typename: "Case",
    });
    const other = await centre.aPerson("KIPUS");
    const { id } = await openFor(other, null);
    expect(
      await doCase(other, "correctIdentity", {
        caseId: id,
        ifVersion: 0,
        identity: ANNA,
      }),
    ).toMatchObject({ __typename: "PersonKnown" });
  });

  it("is not shown at will either, and that is said and on record", async () => {
    const { centre, kipus } = await aReferring(api);
    const { id } = await openFor(kipus, ANNA);
    const outcomes: string[] = [];
    for (let nth = 0; nth < 62; nth += 1)
      outcomes.push((await show(kipus, id)).__typename);
    expect(new Set(outcomes.slice(0, 60))).toEqual(new Set(["ShownIdentity"]));
    expect(outcomes.slice(60)).toEqual(["TooManyLooks", "TooManyLooks"]);
    const officer = await centre.aPerson("IOD");
    expect(
      await linesOf(officer, centre.globalId, { outcome: "REFUSED" }),
    ).toMatchObject([
      { by: kipus.name, change: "LooksStopped" },
      { by: kipus.name },
    ]);
    const told = async (night: number) => {
      const now = new Date(api.clock.now().getTime() + night * 86_400_000);
      await keepToRules({ ...api.desk(centre.id), now });
      return centre.asSystem((work) =>
        work.rows(
          `select account_id from letter where centre_id = $1 and kind = 'looks-stopped'`,
          [centre.id],
        ),
      );
    };
    for (const night of [0, 0, 1])
      expect(await told(night)).toEqual([{ account_id: officer.accountId }]);
    api.clock.pass({ hours: 1 });
    expect((await show(kipus, id)).__typename).toBe("ShownIdentity");
    api.clock.pass({ hours: -1 });
  });

  it("is not looked for at will", async () => {
    const { kipus } = await aReferring(api);
    const outcomes: string[] = [];
    for (let nth = 0; nth < 21; nth += 1)
      outcomes.push(
        (await openFor(kipus, { ...ANNA, surname: `Nowak${String(nth)}` }))
          .__typename,
      );
    expect(new Set(outcomes.slice(0, 20))).toEqual(new Set(["Case"]));
    expect(outcomes[20]).toBe("TooManyLookups");
    // a pseudonym alone asks nothing
    expect((await openFor(kipus, null)).__typename).toBe("Case");
    api.clock.pass({ hours: 1 });
    expect((await openFor(kipus, ANNA)).__typename).toBe("Case");
  });
});

it("closes when nothing is under way, refers nobody while closed, and opens again", async () => {
  const { kipus, service, opened } = await aCaseOfAnna();
  const caseId = opened.id;
  const close = (verb: string, ifVersion: number) =>
    doCase(kipus, verb, { caseId, ifVersion });
  const sent = await send(kipus, service, { caseId });
  expect((await close("closeCase", 1)).message).toContain(
    "otwarte skierowania: 1",
  );
  await move(kipus, "withdrawReferral", sent.id ?? "");
  expect(await close("closeCase", 1)).toMatchObject({
    closedOn: "2026-11-24",
    version: 2,
  });
  expect(await close("closeCase", 1)).toMatchObject({
    __typename: "CaseMoved",
  });
  expect((await send(kipus, service, { caseId })).message).toContain(
    "zamknięta",
  );
  expect(await close("reopenCase", 2)).toMatchObject({
    closedOn: null,
    version: 3,
  });
  expect((await send(kipus, service, { caseId })).__typename).toBe("Referral");
});

it("opens from a list of numbers, each once, without anybody's name", async () => {
  const { kipus, centre } = await aReferring(api);
  const open = async (requestKey: string, ownReferences: string[]) => {
    const { data } = await kipus.ask<{
      outcome: {
        fields?: { path: string; message: string }[];
        cases?: { id: string }[];
        opened?: number;
      };
    }>(
      `mutation ($input: OpenCasesFromListInput!) { outcome: openCasesFromList(input: $input) {
         ... on CasesOfList { cases { id } opened } ... on InvalidInput { fields { path message } } } }`,
      { input: { requestKey, ownReferences } },
    );
    return data?.outcome;
  };
  const key = aKey();
  const first = await open(key, ["8120/1", " 8120/2 ", "8120/1", ""]);
  expect(first?.cases).toHaveLength(2);
  const again = await open(key, ["8120/1", " 8120/2 ", "8120/1", ""]);
  expect(new Set(again?.cases?.map(({ id }) => id))).toEqual(
    new Set(first?.cases?.map(({ id }) => id)),
  );
  const more = await open(aKey(), ["8120/2", "OPS/8120/3"]);
  expect([more?.cases?.length, more?.opened]).toEqual([2, 1]);
  const wrong = await open(aKey(), ["8120/4", "44051401359", "Jan Kowalski"]);
  expect(wrong?.fields?.map(({ path }) => path)).toEqual([
    "ownReferences.1",
    "ownReferences.2",
  ]);
  const found = await kipus.ask<{ centre: { cases: { totalCount: number } } }>(
    `query ($id: ID!) { centre(id: $id) { cases(ownReference: "ops/8120/3") { totalCount } } }`,
    { id: centre.globalId },
  );
  expect(found.data?.centre.cases.totalCount).toBe(1);
});

it("is erased with its key: nothing opens it, and nobody is known by it any more", async () => {
  const { kipus, opened } = await aCaseOfAnna();
  const caseId = opened.id;
  const erase = (ifVersion: number) =>
    doCase(kipus, "eraseIdentity", { caseId, ifVersion });
  expect((await erase(1)).message).toContain("Najpierw zamknij");
  await doCase(kipus, "closeCase", { caseId, ifVersion: 1 });
  expect(await erase(2)).toMatchObject({
    identityVersion: null,
    identityErasedAt: api.clock.now().toISOString(),
  });
  expect((await show(kipus, caseId)).message).toContain("nie ma danych");
  expect(
    (await doCase(kipus, "reopenCase", { caseId, ifVersion: 3 })).message,
  ).toContain("usunięte na zawsze");
  expect((await openFor(kipus, ANNA)).__typename).toBe("Case");
});

it("is in no table, no job, no event and no request key: the owner of the database reads ciphertext", async () => {
  const { kipus, opened } = await aCaseOfAnna();
  await show(kipus, opened.id);
  let dump = "";
  for await (const part of takeBackup(api.database.ownerUrl, {
    key: "",
    now: api.clock.now(),
    onTable: () => undefined,
  }))
    dump += JSON.stringify(part);
  expect(dump).toContain(opened.pseudonym);
  const words = Object.values(ANNA).flatMap((text) => [
    text,
    // as bytea is told
    Buffer.from(text).toString("hex"),
  ]);
  for (const word of words.filter((one) => one !== "PHONE"))
    expect(dump.toLowerCase()).not.toContain(word.toLowerCase());
});

it("goes on under a new master key, case by case, whatever ended it half-way", async () => {
  const { kipus, centre, opened } = await aCaseOfAnna();
  const owner = await connectApplication(api.database.ownerUrl, entities, 1);
  const newKey = Buffer.alloc(32, "new");
  const oldKey = Buffer.alloc(32, "master");
  const masters = async () => {
    const client = new pg.Client(api.database.ownerUrl);
    await client.connect();
    const { rows } = await client.query<{ id: string }>(
      `select set_config('splot.kind', 'rotation', false);`,
    );
    const { rows: kept } = await client.query<{ id: string }>(
      `select k.master_key_id as id from case_key k
       join case_person p on p.centre_id = k.centre_id and p.case_id = k.case_id and p.master_key_id = k.master_key_id
       where k.centre_id = $1`,
      [centre.id],
    );
    await client.end();
    return rows.length > 0 ? kept.map(({ id }) => id) : [];
  };
  try {
    const other = new Vault(newKey);
    await expect(rotateMasterKey(owner, other)).rejects.toThrow(
      "needs the master key",
    );
    await expect(requireMasterKeys(api.dataSource, other)).rejects.toThrow(
      "sealed under another master key",
    );
    const both = new Vault(newKey, oldKey);
    await requireMasterKeys(api.dataSource, both);
    expect(await rotateMasterKey(owner, both)).toBeGreaterThan(0);
    expect(await rotateMasterKey(owner, both)).toBe(0);
    expect(await masters()).toEqual([both.masterKeyId]);
    // and back, since the app of this test knows the old one alone
    await rotateMasterKey(owner, new Vault(oldKey, newKey));
  } finally {
    await owner.destroy();
  }
  expect((await show(kipus, opened.id)).identity).toEqual(ANNA);
});
